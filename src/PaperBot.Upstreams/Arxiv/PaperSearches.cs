using PaperBot.Core.Outcomes;
using PaperBot.Core.Papers;
using PaperBot.Core.Queues;

namespace PaperBot.Upstreams.Arxiv;

/// <summary>Searches arXiv; when it does not answer, what is stored.</summary>
internal sealed class PaperSearches(StoredPapers store, ArxivClient arxiv)
{
    private const int LargestPage = 100;
    private const int LastResult = 30_000;
    private const int MostStored = 500;

    public async Task<Outcome<PaperList>> SearchAsync(
        PaperQuery query,
        Caller caller,
        CancellationToken cancellationToken
    )
    {
        query = query with { Skip = Math.Max(0, query.Skip), Take = Math.Clamp(query.Take, 1, LargestPage) };
        if (SearchGrammar.Of(query).Length == 0)
            return ArxivErrors.NothingAsked();
        if (query.Skip + query.Take > LastResult)
            return ArxivErrors.TooFar(LastResult);
        var answer = (await arxiv.AskAsync([new ArxivCall.Search(query)], caller, cancellationToken))[0];
        if (!answer.IsOk)
            return await SearchStoreAsync(query, answer.Error, cancellationToken);
        var page = (ArxivAnswer.Page)answer.Value;
        return new PaperList(await store.KeepAsync(page.Papers, PaperOrigin.Api, cancellationToken), page.Total);
    }

    /// <summary>What is stored; where that is nothing, what arXiv's trouble is, and never "no papers".</summary>
    private async Task<Outcome<PaperList>> SearchStoreAsync(
        PaperQuery query,
        Error error,
        CancellationToken cancellationToken
    )
    {
        if (error.Kind is ErrorKind.UserInput)
            return error;
        var words = SearchGrammar.Terms($"{query.Words} {query.Author}").ToList();
        var found = (await store.SearchAsync(words, MostStored, cancellationToken)).Where(IsWanted).ToList();
        if (query.NewestFirst)
            found = [.. found.OrderByDescending(stored => stored.Paper.SubmittedAt)];
        return found.Count == 0
            ? error
            : new PaperList([.. found.Skip(query.Skip).Take(query.Take)], found.Count) { OnlyStored = true };

        bool IsWanted(StoredPaper stored)
        {
            var paper = stored.Paper;
            DateOnly? day = paper.SubmittedAt is { } at ? DateOnly.FromDateTime(at.UtcDateTime) : null;
            return query.Categories?.Matches(paper.Categories) != false
                && (query.From is null || day >= query.From)
                && (query.To is null || day <= query.To);
        }
    }
}
