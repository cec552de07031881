using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using PaperBot.Core.Digests;

namespace PaperBot.Handlers.Digests;

/// <summary>Plans and posts digests while the bot serves.</summary>
internal sealed partial class DigestJob(
    DigestDesk desk,
    DigestCourier courier,
    IDigestDeliveryStore deliveries,
    TimeProvider time,
    ILogger<DigestJob> logger
) : BackgroundService
{
    private static readonly TimeSpan Every = TimeSpan.FromSeconds(10);
    private static readonly TimeSpan Soon = TimeSpan.FromMilliseconds(200);
    private static readonly TimeSpan Daily = TimeSpan.FromDays(1);

    protected override Task ExecuteAsync(CancellationToken stoppingToken) =>
        Task.WhenAll(
            LoopAsync(desk.RunAsync, Every, stoppingToken),
            LoopAsync(courier.RunAsync, Every, stoppingToken),
            LoopAsync(deliveries.ExpireAsync, Daily, stoppingToken)
        );

    private async Task LoopAsync(
        Func<CancellationToken, Task<int>> work,
        TimeSpan every,
        CancellationToken stoppingToken
    )
    {
        while (true)
        {
            var done = 0;
            try
            {
                done = await work(stoppingToken);
            }
            catch (Exception exception) when (exception is not OperationCanceledException)
            {
                // A worker's last resort: what was taken is taken again when its lease has expired.
                Log.Failed(logger, exception);
            }
            // Where something was done, more may have come: posting must not pause behind planning.
            await Task.Delay(done > 0 ? Soon : every, time, stoppingToken);
        }
    }

    private static partial class Log
    {
        [LoggerMessage(1, LogLevel.Error, "Digests could not be planned or posted; the next try follows.")]
        public static partial void Failed(ILogger logger, Exception exception);
    }
}
