using Microsoft.Extensions.Logging;
using PaperBot.Core.Queues;

namespace PaperBot.Upstreams.Queueing;

/// <summary>What every queue is built from.</summary>
/// <param name="Store">Where slots and leases are kept.</param>
/// <param name="Time">The clock.</param>
/// <param name="Random">For jitter; used under a lock.</param>
/// <param name="Meters">The instruments.</param>
/// <param name="Logger">The log.</param>
/// <param name="Owner">This process, as leases name it.</param>
internal sealed record QueueServices(
    ISlotStore Store,
    TimeProvider Time,
    Random Random,
    QueueMeters Meters,
    ILogger Logger,
    string Owner
);
