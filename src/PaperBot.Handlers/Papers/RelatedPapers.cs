using PaperBot.Core.Outcomes;
using PaperBot.Core.Papers;
using PaperBot.Core.Queues;

namespace PaperBot.Handlers.Papers;

/// <summary>
/// Finds papers near another: candidates from the store by single telling words and authors, and from arXiv by the two
/// most telling words of the title in its category; ranked by shared words, weighed by how rare they are among the
/// candidates, shared authors and categories.
/// </summary>
internal sealed class RelatedPapers(IPaperSource source, IPaperStore store)
{
    private const int Most = 8;
    private const int StoredForEach = 20;
    private const int FromArxiv = 30;
    private const int MostWords = 6;
    private const int MostAuthors = 4;
    private const double AuthorWeight = 3;
    private const double PrimaryWeight = 1;
    private const double LeastScore = 1.5;

    /// <summary>The nearest, at most eight.</summary>
    public async Task<Outcome<RelatedList>> ToAsync(Paper paper, Caller caller, CancellationToken cancellationToken)
    {
        var words = TellingWords.OfTitle(paper);
        var searched = await SearchAsync(paper, words, caller, cancellationToken);
        var candidates = searched.IsOk ? searched.Value.Papers.ToList() : [];
        foreach (var word in words.Take(MostWords))
            candidates.AddRange(await store.SearchAsync([word], StoredForEach, cancellationToken));
        foreach (var author in paper.Authors.Take(MostAuthors))
            if (Words.Of(author.Name) is { Count: > 0 } name)
                candidates.AddRange(await store.SearchAsync(name, StoredForEach, cancellationToken));
        var others = candidates.Select(found => found.Paper).Where(other => other.Id != paper.Id).DistinctBy(p => p.Id);
        var near = Rank(paper, [.. others]);
        // arXiv in trouble is no reason to hold back what is stored; nothing at all is told as arXiv's trouble.
        if (!searched.IsOk)
            return near.Count > 0 ? new RelatedList(near, OnlyStored: true) : searched.Error;
        return new RelatedList(near, searched.Value.OnlyStored);
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
        var query = new PaperQuery(string.Join(' ', words.Take(2))) { Take = FromArxiv };
        if (
            paper.PrimaryCategory is { } primary
            && ArxivCategories.TryFind(primary, out _)
            && CategorySelection.TryParse(primary, out var categories, out _)
        )
            query = query with { Categories = categories };
        return await source.SearchAsync(query, caller, cancellationToken);
    }

    private static IReadOnlyList<RelatedPaper> Rank(Paper paper, List<Paper> others)
    {
        var own = TellingWords.Of(paper);
        var theirs = others.ConvertAll(TellingWords.Of);
        var rarity = own.ToDictionary(
            word => word,
            word => Math.Log((others.Count + 1.0) / (theirs.Count(words => words.Contains(word)) + 0.5))
        );
        var title = TellingWords.OfTitle(paper).Select(TellingWords.Singular).ToHashSet(StringComparer.Ordinal);
        var authors = paper.Authors.Select(author => Words.Key(author.Name)).ToHashSet(StringComparer.Ordinal);
        return
        [
            .. others
                .Select((other, i) => Compare(other, theirs[i]))
                .Where(near => near.Score >= LeastScore && (near.Words.Count > 1 || near.Authors.Count > 0))
                .OrderByDescending(near => near.Score)
                .ThenBy(near => near.Paper.Id.ToString(), StringComparer.Ordinal)
                .Take(Most),
        ];

        RelatedPaper Compare(Paper other, IReadOnlySet<string> words)
        {
            var shared = own.Where(words.Contains)
                .OrderByDescending(Weight)
                .ThenBy(w => w, StringComparer.Ordinal)
                .ToList();
            var people = other.Authors.Select(author => author.Name).Where(name => authors.Contains(Words.Key(name)));
            var names = people.ToList();
            var score = shared.Sum(Weight) + AuthorWeight * Math.Min(2, names.Count);
            if (other.PrimaryCategory is { } category && category == paper.PrimaryCategory)
                score += PrimaryWeight;
            return new(other, names, shared, score);
        }

        double Weight(string word) => rarity[word] * (title.Contains(word) ? 2 : 1);
    }
}
