using System.Collections.Concurrent;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using PaperBot.Core.Outcomes;
using PaperBot.Core.Papers;

namespace PaperBot.Upstreams.Arxiv;

/// <summary>The store as arXiv's papers are kept in it.</summary>
internal sealed partial class StoredPapers(
    IPaperStore store,
    IOptions<ArxivOptions> options,
    TimeProvider time,
    ILogger<StoredPapers> logger
)
{
    private readonly ConcurrentDictionary<ArxivId, DateTimeOffset> _own = new();

    /// <summary>The stored records by the ids that were asked for.</summary>
    public async Task<Dictionary<ArxivId, StoredPaper>> FindAsync(
        IReadOnlyCollection<ArxivId> ids,
        CancellationToken cancellationToken
    )
    {
        var byPaper = (await store.FindAsync(ids, cancellationToken)).ToLookup(stored => stored.Paper.Id);
        var found = new Dictionary<ArxivId, StoredPaper>();
        foreach (var id in ids)
        {
            var stored = byPaper[id.WithoutVersion]
                .Where(candidate => id.Version is null || candidate.Paper.Version == id.Version)
                .MaxBy(candidate => candidate.Paper.Version ?? 0);
            if (stored is not null)
                found[id] = stored;
        }

        return found;
    }

    /// <summary>arXiv has said that it has no such paper: a sample of ours, then, that need not be asked for again soon.</summary>
    public void NoteOwn(ArxivId id) => _own[id] = time.GetUtcNow();

    /// <summary>Whether a record is a sample of ours of which arXiv said not long ago that it has no such paper.</summary>
    public bool IsOwn(ArxivId id, StoredPaper stored) =>
        stored.Origin == PaperOrigin.Sample
        && _own.TryGetValue(id, out var said)
        && time.GetUtcNow() - said < options.Value.FreshFor;

    /// <summary>
    /// Whether a record answers by itself: arXiv's own, and either of a named version, which never changes, or told to
    /// be the latest not long ago.
    /// </summary>
    public bool IsFresh(ArxivId id, StoredPaper stored) =>
        stored.Origin == PaperOrigin.Api
        && (id.Version is not null || time.GetUtcNow() - stored.LatestAt < options.Value.FreshFor);

    /// <summary>Keeps the latest versions of papers.</summary>
    public Task<IReadOnlyList<StoredPaper>> KeepAsync(
        IEnumerable<Paper> papers,
        PaperOrigin origin,
        CancellationToken cancellationToken
    ) => KeepAsync(papers, origin, _ => true, cancellationToken);

    /// <summary>Keeps what came. A database in trouble is no reason to hold an answer back.</summary>
    public async Task<IReadOnlyList<StoredPaper>> KeepAsync(
        IEnumerable<Paper> papers,
        PaperOrigin origin,
        Func<Paper, bool> isLatest,
        CancellationToken cancellationToken
    )
    {
        var now = time.GetUtcNow();
        var kept = papers
            .Select(paper => new StoredPaper(paper, origin, now) { LatestAt = isLatest(paper) ? now : null })
            .ToList();
        try
        {
            if (kept.Count > 0)
                await store.SaveAsync(kept, cancellationToken);
        }
        catch (StorageException exception)
        {
            Log.NotKept(logger, kept.Count, exception.Message);
        }

        return kept;
    }

    /// <summary>Stored papers that contain every word.</summary>
    public Task<IReadOnlyList<StoredPaper>> SearchAsync(
        IReadOnlyList<string> words,
        int most,
        CancellationToken cancellationToken
    ) => store.SearchAsync(words, most, cancellationToken);

    private static partial class Log
    {
        [LoggerMessage(1, LogLevel.Warning, "{Count} papers could not be stored: {Reason}")]
        public static partial void NotKept(ILogger logger, int count, string reason);
    }
}
