using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using PaperBot.Core.Outcomes;
using PaperBot.Core.Privacy;

namespace PaperBot.Storage.Privacy;

/// <summary>Enforces the age limits of all personal data, soon after the start and then once a day.</summary>
internal sealed partial class AgeLimits(IEnumerable<IPersonalData> data, TimeProvider time, ILogger<AgeLimits> logger)
    : BackgroundService
{
    private static readonly TimeSpan AfterStart = TimeSpan.FromMinutes(1);
    private static readonly TimeSpan Every = TimeSpan.FromDays(1);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        for (var wait = AfterStart; ; wait = Every)
        {
            await Task.Delay(wait, time, stoppingToken);
            foreach (var kind in data)
                await ExpireAsync(kind, stoppingToken);
        }
    }

    private async Task ExpireAsync(IPersonalData kind, CancellationToken cancellationToken)
    {
        try
        {
            var gone = await kind.ExpireAsync(cancellationToken);
            if (gone > 0)
                Log.Expired(logger, gone, kind.Name, kind.Kept);
        }
        catch (StorageException exception)
        {
            Log.NotExpired(logger, kind.Name, exception);
        }
    }

    private static partial class Log
    {
        [LoggerMessage(1, LogLevel.Information, "Deleted {Count} {Kind} older than {Kept}.")]
        public static partial void Expired(ILogger logger, int count, string kind, TimeSpan kept);

        [LoggerMessage(2, LogLevel.Warning, "Old {Kind} could not be deleted; the next try is tomorrow.")]
        public static partial void NotExpired(ILogger logger, string kind, Exception exception);
    }
}
