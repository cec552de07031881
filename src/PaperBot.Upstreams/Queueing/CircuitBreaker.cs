using PaperBot.Core.Queues;

namespace PaperBot.Upstreams.Queueing;

/// <summary>
/// The door in front of an upstream that fails: some failures in a row open it; when its time is over one attempt is
/// let through, and it closes again or stays open for twice as long. Not thread-safe.
/// </summary>
internal sealed class CircuitBreaker(UpstreamPace pace)
{
    private int _failures;
    private TimeSpan _openFor;
    private bool _probing;

    /// <summary>When an attempt is let through again; null when the door is closed.</summary>
    public DateTimeOffset? OpensAt { get; private set; }

    public BreakerState StateAt(DateTimeOffset now) =>
        OpensAt is not { } opens ? BreakerState.Closed
        : opens > now ? BreakerState.Open
        : BreakerState.HalfOpen;

    /// <summary>Whether an attempt may go now.</summary>
    public bool LetsThrough(DateTimeOffset now) =>
        StateAt(now) switch
        {
            BreakerState.Closed => true,
            BreakerState.HalfOpen => !_probing,
            _ => false,
        };

    public void Started(DateTimeOffset now) => _probing = StateAt(now) == BreakerState.HalfOpen;

    public void Succeeded()
    {
        _failures = 0;
        _openFor = default;
        _probing = false;
        OpensAt = null;
    }

    /// <summary>An attempt ended without saying anything about the upstream.</summary>
    public void SaidNothing() => _probing = false;

    /// <returns>True when the door was opened by this failure.</returns>
    public bool Failed(DateTimeOffset now)
    {
        _failures++;
        var probe = _probing;
        _probing = false;
        // Attempts that were under way when the door opened tell nothing new.
        if (StateAt(now) == BreakerState.Open || (!probe && _failures < pace.FailuresToOpen))
            return false;
        _openFor = _openFor == default ? pace.OpenFor : Min(_openFor * 2, pace.LongestOpen);
        OpensAt = now + _openFor;
        return true;
    }

    /// <summary>A clock that was set back must not keep the door open for longer than it ever is.</summary>
    public void Clamp(DateTimeOffset now)
    {
        if (OpensAt > now + pace.LongestOpen)
            OpensAt = now + pace.LongestOpen;
    }

    private static TimeSpan Min(TimeSpan a, TimeSpan b) => a < b ? a : b;
}
