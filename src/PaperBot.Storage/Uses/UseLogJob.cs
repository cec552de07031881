using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using PaperBot.Core.Outcomes;

namespace PaperBot.Storage.Uses;

/// <summary>Writes once a minute when things were last used.</summary>
internal sealed partial class UseLogJob(UseLog uses, TimeProvider time, ILogger<UseLogJob> logger) : BackgroundService
{
    private static readonly TimeSpan Every = TimeSpan.FromMinutes(1);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        while (true)
        {
            await Task.Delay(Every, time, stoppingToken);
            try
            {
                await uses.FlushAsync(stoppingToken);
            }
            catch (StorageException exception)
            {
                Log.NotWritten(logger, exception);
            }
        }
    }

    private static partial class Log
    {
        [LoggerMessage(1, LogLevel.Information, "When things were last used is written later.")]
        public static partial void NotWritten(ILogger logger, Exception exception);
    }
}
