using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace PaperBot.Handlers.Digests;

/// <summary>Plans and posts digests while the bot serves.</summary>
internal sealed partial class DigestJob(
    DigestDesk desk,
    DigestCourier courier,
    TimeProvider time,
    ILogger<DigestJob> logger
) : BackgroundService
{
    private static readonly TimeSpan Every = TimeSpan.FromSeconds(10);

    protected override Task ExecuteAsync(CancellationToken stoppingToken) =>
        Task.WhenAll(LoopAsync(desk.RunAsync, stoppingToken), LoopAsync(courier.RunAsync, stoppingToken));

    private async Task LoopAsync(Func<CancellationToken, Task<int>> work, CancellationToken stoppingToken)
    {
        while (true)
        {
            try
            {
                await work(stoppingToken);
            }
            catch (Exception exception) when (exception is not OperationCanceledException)
            {
                // A worker's last resort: what was taken is taken again when its lease has expired.
                Log.Failed(logger, exception);
            }
            await Task.Delay(Every, time, stoppingToken);
        }
    }

    private static partial class Log
    {
        [LoggerMessage(1, LogLevel.Error, "Digests could not be planned or posted; the next try follows.")]
        public static partial void Failed(ILogger logger, Exception exception);
    }
}
