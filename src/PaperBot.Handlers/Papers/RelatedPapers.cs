using PaperBot.Core.Outcomes;
using PaperBot.Core.Papers;
using PaperBot.Core.Queues;

namespace PaperBot.Handlers.Papers;

/// <summary>
/// Finds papers near another: candidates from the store by single telling words and authors, and from arXiv, in one
/// request, by the most telling words of the title in its category.
/// </summary>
internal sealed class RelatedPapers(IPaperSource source, IPaperStore store)
{
    private const int Most = 8;
    private const int StoredForEach = 20;
    private const int FromArxiv = 30;
    private const int MostWords = 6;
    private const int MostAuthors = 4;

    /// <summary>The nearest, at most eight.</summary>
    public async Task<Outcome<RelatedList>> ToAsync(Paper paper, Caller caller, CancellationToken cancellationToken)
    {
        var words = TellingWords.OfTitle(paper);
        var searched = await SearchAsync(paper, words, caller, cancellationToken);
        var candidates = await CandidatesAsync(paper, words, cancellationToken);
        var near = Nearest(paper, searched.IsOk ? [.. searched.Value.Papers, .. candidates] : candidates);
        // arXiv in trouble is no reason to hold back what is stored; nothing at all is told as arXiv's trouble.
        if (!searched.IsOk)
            return near.Count > 0 ? new RelatedList(near, OnlyStored: true) : searched.Error;
        return new RelatedList(near, searched.Value.OnlyStored);
    }

    /// <summary>The nearest among the stored ones; nothing is asked of arXiv.</summary>
    public async Task<IReadOnlyList<RelatedPaper>> StoredAsync(Paper paper, CancellationToken cancellationToken) =>
        Nearest(paper, await CandidatesAsync(paper, TellingWords.OfTitle(paper), cancellationToken));

    private static IReadOnlyList<RelatedPaper> Nearest(Paper paper, IEnumerable<StoredPaper> candidates)
    {
        var others = candidates.Select(found => found.Paper).Where(other => other.Id != paper.Id).DistinctBy(p => p.Id);
        return new RelatedRanking(paper, others).Nearest(Most);
    }

    private async Task<List<StoredPaper>> CandidatesAsync(
        Paper paper,
        IReadOnlyList<string> words,
        CancellationToken cancellationToken
    )
    {
        var candidates = new List<StoredPaper>();
        foreach (var word in words.Take(MostWords))
            candidates.AddRange(await store.SearchAsync([word], StoredForEach, cancellationToken));
        foreach (var author in paper.Authors.Take(MostAuthors))
            if (Words.Of(author.Name) is { Count: > 0 } name)
                candidates.AddRange(await store.SearchAsync(name, StoredForEach, cancellationToken));
        return candidates;
    }

    private async Task<Outcome<PaperList>> SearchAsync(
        Paper paper,
        IReadOnlyList<string> words,
        Caller caller,
        CancellationToken cancellationToken
    )
    {
        if (words.Count == 0)
            return new PaperList([], 0);
        var asked = TellingWords.Phrase(paper) is { } phrase ? $"\"{phrase}\"" : string.Join(' ', words.Take(2));
        var query = new PaperQuery(asked) { Take = FromArxiv };
        if (
            paper.PrimaryCategory is { } primary
            && ArxivCategories.TryFind(primary, out _)
            && CategorySelection.TryParse(primary, out var categories, out _)
        )
            query = query with { Categories = categories };
        return await source.SearchAsync(query, caller, cancellationToken);
    }
}
