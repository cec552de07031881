using Microsoft.Extensions.Logging;
using PaperBot.Core.Outcomes;
using PaperBot.Core.Papers;
using PaperBot.Storage.Engines;

namespace PaperBot.Storage.Papers;

/// <summary>
/// Remembers which papers were asked for. Looking a paper up stays a read: the moments are gathered here and written
/// together, once a minute, before they are read, and at the end. What a killed process had not written is lost, which
/// costs a suggestion its place.
/// </summary>
internal sealed partial class RecentPapers(Database database, TimeProvider time, ILogger<RecentPapers> logger)
    : IAsyncDisposable
{
    // More ids at once are a digest or a list, not somebody's interest.
    private const int MostAtOnce = 20;
    private const int MostGathered = 1_000;

    private readonly Lock _gate = new();
    private Dictionary<string, long> _asked = new(StringComparer.Ordinal);

    public void Touch(int asked, IReadOnlyList<StoredPaper> papers)
    {
        if (asked > MostAtOnce)
            return;
        var now = Instant.Of(time.GetUtcNow());
        lock (_gate)
        {
            foreach (var paper in papers)
                if (_asked.Count < MostGathered || _asked.ContainsKey(paper.Paper.Id.Paper))
                    _asked[paper.Paper.Id.Paper] = now;
        }
    }

    public async Task FlushAsync(CancellationToken cancellationToken)
    {
        if (Take() is not { Count: > 0 } asked)
            return;
        try
        {
            await database.WriteAsync(session => WriteAsync(session, asked), cancellationToken);
        }
        catch
        {
            PutBack(asked);
            throw;
        }
    }

    /// <summary>The container ends: the last moments are written before the database closes.</summary>
    public async ValueTask DisposeAsync()
    {
        try
        {
            await FlushAsync(CancellationToken.None);
        }
        catch (StorageException exception)
        {
            Log.MomentsLost(logger, exception);
        }
    }

    // In the order of the keys, so that two processes that write the same papers do not lock each other out.
    private static async Task<bool> WriteAsync(Session session, Dictionary<string, long> asked)
    {
        foreach (var (paper, at) in asked.OrderBy(pair => pair.Key, StringComparer.Ordinal))
            await session.ExecuteAsync(
                "INSERT INTO paper_reads (paper, asked_at) VALUES (@paper, @at) "
                    + "ON CONFLICT (paper) DO UPDATE SET asked_at = excluded.asked_at "
                    + "WHERE paper_reads.asked_at < excluded.asked_at",
                new { paper, at }
            );
        return true;
    }

    private Dictionary<string, long> Take()
    {
        lock (_gate)
        {
            var asked = _asked;
            _asked = new(StringComparer.Ordinal);
            return asked;
        }
    }

    private void PutBack(Dictionary<string, long> asked)
    {
        lock (_gate)
            foreach (var (paper, at) in asked)
                _asked.TryAdd(paper, at);
    }

    private static partial class Log
    {
        [LoggerMessage(1, LogLevel.Information, "What was asked for last could not be written.")]
        public static partial void MomentsLost(ILogger logger, Exception exception);
    }
}
