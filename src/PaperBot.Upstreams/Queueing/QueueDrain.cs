using Microsoft.Extensions.Hosting;

namespace PaperBot.Upstreams.Queueing;

/// <summary>Drains all queues when the host stops.</summary>
internal sealed class QueueDrain(QueueRegistry queues) : IHostedService
{
    public Task StartAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StopAsync(CancellationToken cancellationToken) =>
        Task.WhenAll(queues.All.Select(queue => queue.DrainAsync(cancellationToken)));
}
