using Microsoft.Data.Sqlite;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using PaperBot.Core.Outcomes;

namespace PaperBot.Search.Feeding;

/// <summary>Keeps the indexes up to date while nobody searches.</summary>
internal sealed partial class IndexJob(IndexFeeds feeds, TimeProvider time, ILogger<IndexJob> logger)
    : BackgroundService
{
    private static readonly TimeSpan Every = TimeSpan.FromSeconds(5);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        // Opening and indexing are no part of the host's start.
        await Task.Yield();
        while (true)
        {
            try
            {
                await feeds.Papers.CatchUpAsync(null, stoppingToken);
                await feeds.Articles.CatchUpAsync(null, stoppingToken);
            }
            catch (Exception exception) when (exception is StorageException or SqliteException)
            {
                Log.Later(logger, exception.Message);
            }
            await Task.Delay(Every, time, stoppingToken);
        }
    }

    private static partial class Log
    {
        [LoggerMessage(1, LogLevel.Information, "The full-text index is brought up to date later: {Reason}")]
        public static partial void Later(ILogger logger, string reason);
    }
}
