using Microsoft.Extensions.Logging;
using PaperBot.Core.Outcomes;
using PaperBot.Storage.Engines;

namespace PaperBot.Storage.Uses;

/// <summary>
/// Remembers when things were last used. Reading stays a read, also when the disk is full: the moments are gathered
/// here and written together, once a minute, before they are read, and at the end. What a killed process had not
/// written is lost, which costs a suggestion its place.
/// </summary>
internal sealed partial class UseLog(Database database, TimeProvider time, ILogger<UseLog> logger) : IAsyncDisposable
{
    private const int Most = 2_000;

    /// <summary>Where only the day matters, a use is noted when the known one is older than this.</summary>
    public static readonly TimeSpan Coarse = TimeSpan.FromDays(1);

    private readonly Lock _gate = new();
    private Dictionary<(Use Use, string Key), long> _uses = [];

    /// <summary>Notes a use now. When too many wait to be written, further ones are left out.</summary>
    public void Note(Use use, string key)
    {
        var now = Instant.Of(time.GetUtcNow());
        lock (_gate)
            if (_uses.Count < Most || _uses.ContainsKey((use, key)))
                _uses[(use, key)] = now;
    }

    /// <summary>Notes a use now, unless one of the last day is known.</summary>
    public void NoteCoarsely(Use use, string key, long known)
    {
        if (Instant.Read(known) < time.GetUtcNow() - Coarse)
            Note(use, key);
    }

    public async Task FlushAsync(CancellationToken cancellationToken)
    {
        if (Take() is not { Count: > 0 } uses)
            return;
        var written = false;
        try
        {
            written = await database.WriteAsync(session => WriteAsync(session, uses), cancellationToken);
        }
        finally
        {
            if (!written)
                PutBack(uses);
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

    // In the order of the keys, so that two processes that write the same rows do not lock each other out.
    private static async Task<bool> WriteAsync(Session session, Dictionary<(Use Use, string Key), long> uses)
    {
        foreach (var ((use, key), at) in uses.OrderBy(pair => pair.Key.Key, StringComparer.Ordinal))
            await session.ExecuteAsync(use.Sql, new { key, at });
        return true;
    }

    private Dictionary<(Use Use, string Key), long> Take()
    {
        lock (_gate)
        {
            var uses = _uses;
            _uses = [];
            return uses;
        }
    }

    private void PutBack(Dictionary<(Use Use, string Key), long> uses)
    {
        lock (_gate)
            foreach (var (key, at) in uses)
                _uses.TryAdd(key, at);
    }

    private static partial class Log
    {
        [LoggerMessage(1, LogLevel.Information, "When things were last used could not be written.")]
        public static partial void MomentsLost(ILogger logger, Exception exception);
    }
}
