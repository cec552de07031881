using PaperBot.Core.Identity;

namespace PaperBot.Handlers.Routing.Running;

/// <summary>The events that were seen last, so that one delivered twice is answered once, whatever became of it.</summary>
internal sealed class RecentRequests
{
    /// <summary>So many are remembered: about 2 MB.</summary>
    public const int Capacity = 10_000;

    private readonly Lock _gate = new();
    private readonly HashSet<RequestId> _seen = [];
    private readonly Queue<RequestId> _order = new();

    /// <summary>False when it was seen before.</summary>
    public bool TryAdd(RequestId id)
    {
        lock (_gate)
        {
            if (!_seen.Add(id))
                return false;
            _order.Enqueue(id);
            if (_order.Count > Capacity)
                _seen.Remove(_order.Dequeue());
            return true;
        }
    }

    /// <summary>It may come again.</summary>
    public void Forget(RequestId id)
    {
        lock (_gate)
            _seen.Remove(id);
    }
}
