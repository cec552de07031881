using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using PaperBot.Core.Outcomes;
using PaperBot.Core.Requests;
using PaperBot.Handlers.Routing.Running;

namespace PaperBot.Handlers.Routing.Accepted;

/// <summary>Takes over what a dead process left, at the start and from then on, and sees that it is answered.</summary>
internal sealed partial class RequestResumer(
    RequestLedger ledger,
    RunTable runs,
    LateAnswers answers,
    TimeProvider time,
    ILogger<RequestResumer> logger
) : BackgroundService
{
    private const int MostAtOnce = 100;

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        var running = new List<Task>();
        while (!stoppingToken.IsCancellationRequested)
        {
            running.RemoveAll(task => task.IsCompleted);
            var room = MostAtOnce - running.Count;
            var taken = room > 0 ? await TakeAsync(room, stoppingToken) : [];
            running.AddRange(taken.Where(r => !runs.IsTaken(r.Id)).Select(r => answers.GiveAsync(r, stoppingToken)));
            if (taken.Count == 0 || taken.Count < room)
                await Task.Delay(ledger.Lease / 2, time, stoppingToken)
                    .ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }
        await Task.WhenAll(running).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
    }

    private async Task<IReadOnlyList<AcceptedRequest>> TakeAsync(int most, CancellationToken cancellationToken)
    {
        try
        {
            var taken = await ledger.TakeOverAsync(most, cancellationToken);
            if (taken.Count > 0)
                Log.TakenOver(logger, taken.Count);
            return taken;
        }
        catch (StorageException e)
        {
            Log.StorageFailed(logger, e);
            return [];
        }
    }

    private static partial class Log
    {
        [LoggerMessage(1, LogLevel.Information, "Taken over: {Count} requests that were not answered.")]
        public static partial void TakenOver(ILogger logger, int count);

        [LoggerMessage(2, LogLevel.Warning, "Unanswered requests could not be looked for.")]
        public static partial void StorageFailed(ILogger logger, Exception exception);
    }
}
