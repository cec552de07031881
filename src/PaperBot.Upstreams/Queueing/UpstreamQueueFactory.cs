using Microsoft.Extensions.Logging;
using PaperBot.Core.Queues;

namespace PaperBot.Upstreams.Queueing;

internal sealed class UpstreamQueueFactory(
    ISlotStore store,
    TimeProvider time,
    QueueRegistry registry,
    QueueMeters meters,
    SlotOwner owner,
    ILoggerFactory loggers,
    Func<Random> random
) : IUpstreamQueueFactory
{
    public IUpstreamQueue<TCall, TResult> Create<TCall, TResult>(IUpstream<TCall, TResult> upstream)
        where TCall : notnull
    {
        var logger = loggers.CreateLogger("PaperBot.Upstreams.Queueing");
        var queue = new UpstreamQueue<TCall, TResult>(upstream, new(store, time, random(), meters, logger, owner.Name));
        registry.Add(queue);
        return queue;
    }
}
