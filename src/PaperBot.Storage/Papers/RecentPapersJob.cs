using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using PaperBot.Core.Outcomes;

namespace PaperBot.Storage.Papers;

/// <summary>Writes once a minute what was asked for.</summary>
internal sealed partial class RecentPapersJob(RecentPapers recent, TimeProvider time, ILogger<RecentPapersJob> logger)
    : BackgroundService
{
    private static readonly TimeSpan Every = TimeSpan.FromMinutes(1);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        while (true)
        {
            await Task.Delay(Every, time, stoppingToken);
            try
            {
                await recent.FlushAsync(stoppingToken);
            }
            catch (StorageException exception)
            {
                Log.NotWritten(logger, exception);
            }
        }
    }

    private static partial class Log
    {
        [LoggerMessage(1, LogLevel.Information, "What was asked for last is written later.")]
        public static partial void NotWritten(ILogger logger, Exception exception);
    }
}
