using PaperBot.Core.Outcomes;
using PaperBot.Core.Papers;
using PaperBot.Core.Queues;
using PaperBot.Core.Texts;

namespace PaperBot.Handlers.Papers;

/// <summary>Finds the papers that somebody means, for every command that takes a paper.</summary>
internal sealed class PaperFinder(IPaperSource source, IPaperStore store)
{
    private const int MostChoices = 8;
    private const int LongestTitle = 500;

    /// <summary>Looks up what was typed; at most <paramref name="most"/> papers, the rest is told.</summary>
    /// <returns>At least one paper or choice, else the error.</returns>
    public async Task<Outcome<PaperLookup>> FindAsync(
        string typed,
        int most,
        Caller caller,
        CancellationToken cancellationToken
    )
    {
        var reference = PaperReference.Read(typed);
        if (reference.Title is { } title)
            return await ByTitleAsync(title, caller, cancellationToken);
        if (reference.Doi is { } doi)
            return await ByDoiAsync(doi, caller, cancellationToken);
        var failed = reference.Invalid.Select(text => (text, InvalidId(text))).ToList();
        if (reference.Ids.Count == 0)
            return failed.Count == 0 ? Errors.UserInput("paper.link", ("typed", Shown(typed))) : failed[0].Item2;
        return await ByIdsAsync(reference.Ids, failed, most, caller, cancellationToken);
    }

    /// <summary>One paper by its identifier.</summary>
    public async Task<Outcome<FoundPaper>> FindAsync(ArxivId id, Caller caller, CancellationToken cancellationToken)
    {
        var found = await ByIdsAsync([id], [], 1, caller, cancellationToken);
        return found.Then(lookup => lookup.Found[0]);
    }

    private async Task<Outcome<PaperLookup>> ByIdsAsync(
        IReadOnlyList<ArxivId> ids,
        List<(string, Error)> failed,
        int most,
        Caller caller,
        CancellationToken cancellationToken
    )
    {
        var asked = ids.Take(most).ToList();
        // With an older version the latest is looked up too, so that the card can say that there is a newer one: it is
        // one request all the same.
        var wanted = asked.Concat(asked.Select(id => id.WithoutVersion)).Distinct().ToList();
        var outcomes = await source.FindAsync(wanted, caller, cancellationToken);
        var found = new List<FoundPaper>();
        foreach (var id in asked)
        {
            var outcome = outcomes[id];
            if (!outcome.IsOk)
            {
                failed.Add((id.ToString(), outcome.Error));
                continue;
            }

            var latest = outcomes[id.WithoutVersion] is { IsOk: true } whole ? whole.Value.Paper.Version : null;
            found.Add(new(id, outcome.Value, id.Version < latest ? latest : null));
        }

        if (found.Count == 0)
            return Worst(failed);
        return new PaperLookup(found, failed, [], [.. ids.Skip(most)]);
    }

    private async Task<Outcome<PaperLookup>> ByTitleAsync(
        string title,
        Caller caller,
        CancellationToken cancellationToken
    )
    {
        if (title.Length > LongestTitle)
            return Errors.UserInput("paper.long", ("length", title.Length), ("most", LongestTitle));
        var words = Words.Of(title);
        if (words.Count == 0)
            return Errors.UserInput("paper.title.empty", ("typed", Shown(title)));
        var stored = await store.SearchAsync(words, MostChoices, cancellationToken);
        if (Exact(stored, title) is { } known)
            return await ByIdsAsync([known.Paper.Id], [], 1, caller, cancellationToken);
        var list = await SearchAsync(title, caller, cancellationToken);
        if (!list.IsOk)
            return list.Error;
        var papers = list.Value.Papers;
        if (papers.Count == 0)
            return list.Value.OnlyStored
                ? Errors.UpstreamDown("paper.title.offline", null, ("typed", Shown(title)))
                : Errors.NotFound("paper.title", ("typed", Shown(title)));
        if (papers.Count == 1 || Exact(papers, title) is not null)
        {
            var record = Exact(papers, title) ?? papers[0];
            return new PaperLookup([new(record.Paper.Id, record)], [], [], []);
        }

        return new PaperLookup([], [], papers, []) { OnlyStored = list.Value.OnlyStored };
    }

    /// <summary>In titles first, then anywhere, where a second request is worth it.</summary>
    private async Task<Outcome<PaperList>> SearchAsync(string title, Caller caller, CancellationToken cancellationToken)
    {
        var query = new PaperQuery(title) { TitleOnly = true, Take = MostChoices };
        var list = await source.SearchAsync(query, caller, cancellationToken);
        if (!list.IsOk || list.Value.Papers.Count > 0)
            return list;
        return await source.SearchAsync(query with { TitleOnly = false }, caller, cancellationToken);
    }

    private async Task<Outcome<PaperLookup>> ByDoiAsync(string doi, Caller caller, CancellationToken cancellationToken)
    {
        var query = new PaperQuery($"\"{doi.Replace("\"", "", StringComparison.Ordinal)}\"");
        var list = await source.SearchAsync(query, caller, cancellationToken);
        if (!list.IsOk)
            return list.Error;
        var paper = list.Value.Papers.FirstOrDefault(p => doi.Equals(p.Paper.Doi, StringComparison.OrdinalIgnoreCase));
        if (paper is null)
            return Errors.NotFound("paper.doi", ("typed", Shown(doi)));
        return new PaperLookup([new(paper.Paper.Id, paper)], [], [], []);
    }

    private static StoredPaper? Exact(IReadOnlyList<StoredPaper> papers, string title)
    {
        var wanted = Words.Key(title);
        var same = papers.Where(paper => Words.Key(paper.Paper.Title) == wanted).ToList();
        return same.Count == 1 ? same[0] : null;
    }

    private static Error InvalidId(string typed) => Errors.UserInput("paper.id", ("typed", Shown(typed)));

    /// <summary>When nothing was found: an upstream that is down goes before a paper that does not exist.</summary>
    private static Error Worst(List<(string Typed, Error Error)> failed)
    {
        var (_, first) = failed.MinBy(failure =>
            failure.Error.Kind switch
            {
                ErrorKind.UpstreamDown or ErrorKind.Throttled or ErrorKind.Internal or ErrorKind.Refused => 0,
                ErrorKind.NotFound => 1,
                _ => 2,
            }
        );
        if (failed.Count == 1 || first.Kind != ErrorKind.NotFound)
            return first;
        return Errors.NotFound("paper.none", ("typed", string.Join(", ", failed.Take(10).Select(f => Shown(f.Typed)))));
    }

    private static string Shown(string typed) => MarkdownText.Code(ShortText.Of(typed));
}
