namespace PaperBot.Upstreams.Queueing;

/// <summary>
/// Requests sent ÷ slots permitted while something waited. A slot is permitted from the moment at which pace,
/// connection, upstream and a waiting call all allow it; what passes from there until the request leaves is wasted.
/// </summary>
internal sealed class SlotUtilisation(UpstreamPace pace)
{
    // Spacing that the guard adds is the queue's own doing, so it counts as waste. Bursts have no one interval.
    private readonly TimeSpan _interval = pace.Charges is [{ Burst: <= 1 } first, ..]
        ? first.PerUnit * first.Cost
        : TimeSpan.Zero;

    private readonly Lock _gate = new();
    private DateTimeOffset? _lastLeft;
    private long _sent;
    private double _wasted;

    public double Value
    {
        get
        {
            lock (_gate)
                return _sent == 0 ? 1 : _sent / (_sent + _wasted);
        }
    }

    /// <summary>Counts one request.</summary>
    /// <param name="slotAt">Since when its slot was free, as the store reckons.</param>
    /// <param name="readyAt">Since when everything else allowed it.</param>
    /// <param name="leftAt">When it left.</param>
    public void Count(DateTimeOffset slotAt, DateTimeOffset readyAt, DateTimeOffset leftAt)
    {
        lock (_gate)
        {
            if (_lastLeft + _interval is { } own && slotAt > own && slotAt <= own + pace.SpacingGuard)
                slotAt = own;
            var permitted = slotAt > readyAt ? slotAt : readyAt;
            _sent++;
            if (_interval > TimeSpan.Zero && leftAt > permitted)
                _wasted += (leftAt - permitted) / _interval;
            _lastLeft = leftAt;
        }
    }
}
