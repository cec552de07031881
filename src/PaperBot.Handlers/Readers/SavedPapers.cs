using PaperBot.Core.Papers;
using PaperBot.Core.Queues;

namespace PaperBot.Handlers.Readers;

/// <summary>The records of papers on a list; what is not stored any more is looked up in one request.</summary>
internal sealed class SavedPapers(IPaperStore store, IPaperSource source)
{
    /// <summary>The records by paper; those that nobody knows now are left out.</summary>
    public async Task<IReadOnlyDictionary<ArxivId, Paper>> FindAsync(
        IReadOnlyCollection<ArxivId> ids,
        Caller caller,
        CancellationToken cancellationToken
    )
    {
        var found = (await store.FindAsync(ids, cancellationToken))
            .DistinctBy(stored => stored.Paper.Id)
            .ToDictionary(stored => stored.Paper.Id, stored => stored.Paper);
        var missing = ids.Where(id => !found.ContainsKey(id)).ToList();
        if (missing.Count > 0)
            foreach (var (id, outcome) in await source.FindAsync(missing, caller, cancellationToken))
                if (outcome.IsOk)
                    found[id] = outcome.Value.Paper;
        return found;
    }
}
