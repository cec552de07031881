using PaperBot.Core.Outcomes;
using PaperBot.Core.Papers;
using PaperBot.Core.Queues;

namespace PaperBot.Upstreams.Arxiv;

/// <summary>Looks papers up: in the store while fresh, else at arXiv; an older record when that is down.</summary>
internal sealed class PaperLookUps(StoredPapers store, ArxivClient arxiv)
{
    public async Task<IReadOnlyDictionary<ArxivId, Outcome<StoredPaper>>> FindAsync(
        IReadOnlyCollection<ArxivId> ids,
        Caller caller,
        CancellationToken cancellationToken
    )
    {
        var wanted = ids.Distinct().ToList();
        var stored = await store.FindAsync(wanted, cancellationToken);
        var unknown = wanted.Where(id => !stored.ContainsKey(id)).ToList();
        var own = wanted.Where(id => stored.TryGetValue(id, out var record) && store.IsOwn(id, record)).ToHashSet();
        var old = wanted
            .Where(id => stored.TryGetValue(id, out var record) && !store.IsFresh(id, record) && !own.Contains(id))
            .ToList();
        var asked = await Task.WhenAll(
            arxiv.AskAsync(unknown.Select(id => new ArxivCall.LookUp(id)), caller, cancellationToken),
            arxiv.AskBrieflyAsync(old.Select(id => new ArxivCall.LookUp(id)), caller, cancellationToken)
        );
        List<ArxivId> missing = [.. unknown, .. old];
        List<Outcome<ArxivAnswer>> answers = [.. asked[0], .. asked[1]];
        // arXiv answers an id without a version with the latest one; a named version tells nothing about that.
        var latest = missing
            .Zip(answers)
            .Where(pair => pair.First.Version is null && pair.Second.IsOk)
            .Select(pair => ((ArxivAnswer.Found)pair.Second.Value).Paper)
            .ToHashSet();
        var kept = await store.KeepAsync(
            answers.Where(answer => answer.IsOk).Select(answer => ((ArxivAnswer.Found)answer.Value).Paper).Distinct(),
            PaperOrigin.Api,
            latest.Contains,
            cancellationToken
        );
        var byId = kept.ToDictionary(record => record.Paper);
        var found = stored.ToDictionary(
            pair => pair.Key,
            pair => Outcome.Of(own.Contains(pair.Key) ? pair.Value with { Outdated = true } : pair.Value)
        );
        foreach (var (id, answer) in missing.Zip(answers))
        {
            found[id] = answer.IsOk
                ? byId[((ArxivAnswer.Found)answer.Value).Paper]
                : Instead(answer.Error, stored.GetValueOrDefault(id));
            if (stored.ContainsKey(id) && !answer.IsOk && answer.Error.Kind == ErrorKind.NotFound)
                store.NoteOwn(id);
        }

        return found;
    }

    /// <summary>
    /// An older record is better than none, unless arXiv says that there is no such paper; a sample of ours is shown
    /// even then, as the sample that it is.
    /// </summary>
    private static Outcome<StoredPaper> Instead(Error error, StoredPaper? stored) =>
        stored is null
        || (stored.Origin != PaperOrigin.Sample && error.Kind is ErrorKind.NotFound or ErrorKind.UserInput)
            ? error
            : stored with
            {
                Outdated = true,
            };
}
