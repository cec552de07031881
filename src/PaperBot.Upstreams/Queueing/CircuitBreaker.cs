using PaperBot.Core.Queues;

namespace PaperBot.Upstreams.Queueing;

/// <summary>
/// The door in front of an upstream that fails: some failures in a row open it; when its time is over one attempt is
/// let through, and it closes again or stays open for twice as long. Not thread-safe.
/// </summary>
internal sealed class CircuitBreaker(UpstreamPace pace)
{
    private const int UnreachableToOpen = 2;

    private int _failures;
    private int _unreachable;
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
        _unreachable = 0;
        _openFor = default;
        _probing = false;
        OpensAt = null;
    }

    /// <summary>An attempt ended without saying anything about the upstream.</summary>
    public void SaidNothing() => _probing = false;

    /// <param name="now">The time.</param>
    /// <param name="unreachable">Whether the upstream was not reached at all.</param>
    /// <returns>True when the door was opened by this failure.</returns>
    public bool Failed(DateTimeOffset now, bool unreachable = false)
    {
        _failures++;
        _unreachable = unreachable ? _unreachable + 1 : 0;
        var probe = _probing;
        _probing = false;
        // Attempts that were under way when the door opened tell nothing new.
        var enough = probe || _failures >= pace.FailuresToOpen || _unreachable >= UnreachableToOpen;
        if (StateAt(now) == BreakerState.Open || !enough)
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
