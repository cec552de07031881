using PaperBot.Core.Queues;

namespace PaperBot.Upstreams.Queueing;

/// <summary>Every queue of this process, as it was made.</summary>
internal sealed class QueueRegistry : IQueueMonitor
{
    private readonly Lock _gate = new();
    private readonly List<IWatchedQueue> _queues = [];

    public IReadOnlyList<IWatchedQueue> All
    {
        get
        {
            lock (_gate)
                return [.. _queues];
        }
    }

    public void Add(IWatchedQueue queue)
    {
        lock (_gate)
        {
            if (_queues.Exists(other => other.Name == queue.Name))
                throw new InvalidOperationException($"There are two queues named '{queue.Name}'.");
            _queues.Add(queue);
        }
    }

    public IReadOnlyList<QueueStatus> Read() => [.. All.Select(queue => queue.Status())];
}
