using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using PaperBot.Core.Outcomes;
using PaperBot.Handlers.Routing.Running;

namespace PaperBot.Handlers.Routing.Accepted;

/// <summary>
/// Renews the leases of what this process works on; at shutdown it lets that finish, within bounds, and gives the rest
/// up for the next start.
/// </summary>
internal sealed partial class RequestKeeper(
    RequestLedger ledger,
    RunTable runs,
    IOptions<RequestsOptions> options,
    TimeProvider time,
    ILogger<RequestKeeper> logger
) : BackgroundService
{
    public override async Task StopAsync(CancellationToken cancellationToken)
    {
        try
        {
            await runs.CloseAsync().WaitAsync(options.Value.Drain, time, cancellationToken);
        }
        catch (Exception e) when (e is TimeoutException or OperationCanceledException)
        {
            Log.Left(logger, runs.Count);
        }
        await base.StopAsync(CancellationToken.None);
        await TryAsync(ledger.ReleaseAsync, CancellationToken.None);
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(ledger.Lease / 3, time);
        while (await timer.WaitForNextTickAsync(stoppingToken))
            await TryAsync(ledger.RenewAsync, stoppingToken);
    }

    private async Task TryAsync(Func<CancellationToken, Task> act, CancellationToken cancellationToken)
    {
        try
        {
            await act(cancellationToken);
        }
        catch (StorageException e)
        {
            Log.StorageFailed(logger, e);
        }
    }

    private static partial class Log
    {
        [LoggerMessage(1, LogLevel.Warning, "The leases of accepted requests could not be kept.")]
        public static partial void StorageFailed(ILogger logger, Exception exception);

        [LoggerMessage(2, LogLevel.Information, "{Count} requests are left for the next start.")]
        public static partial void Left(ILogger logger, int count);
    }
}
