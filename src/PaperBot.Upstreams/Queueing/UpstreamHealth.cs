using PaperBot.Core.Outcomes;
using PaperBot.Core.Queues;

namespace PaperBot.Upstreams.Queueing;

/// <summary>
/// When nothing may be sent and why: the breaker's door, and the silence that the upstream asked for. A caller whose
/// patience ends before that is over is told at once, with the time to come back, instead of waiting for nothing.
/// Patience counts from the first failure since the last success or from the caller's arrival, the later of the two.
/// </summary>
internal sealed class UpstreamHealth(UpstreamPace pace, DecorrelatedJitter jitter)
{
    private readonly Lock _gate = new();
    private readonly CircuitBreaker _breaker = new(pace);
    private readonly QueueErrors _errors = new(pace.DisplayName);
    private DateTimeOffset? _troubleSince;
    private DateTimeOffset _heldUntil;
    private TimeSpan _lastHold;

    public BreakerState StateAt(DateTimeOffset now)
    {
        lock (_gate)
            return _breaker.StateAt(now);
    }

    public DateTimeOffset? OpensAt
    {
        get
        {
            lock (_gate)
                return _breaker.OpensAt;
        }
    }

    /// <summary>When the next attempt is allowed as far as the upstream's health goes; now or earlier means at once.</summary>
    public DateTimeOffset SilentUntil(DateTimeOffset now)
    {
        lock (_gate)
        {
            _breaker.Clamp(now);
            if (_heldUntil > now + pace.LongestRetryAfter)
                _heldUntil = now + pace.LongestRetryAfter;
            return _breaker.OpensAt is { } opens && opens > _heldUntil ? opens : _heldUntil;
        }
    }

    /// <summary>False while the one attempt that was let through an open door is under way.</summary>
    public bool LetsThrough(DateTimeOffset now)
    {
        lock (_gate)
            return _breaker.LetsThrough(now);
    }

    public void Started(DateTimeOffset now)
    {
        lock (_gate)
            _breaker.Started(now);
    }

    public void Succeeded()
    {
        lock (_gate)
        {
            _breaker.Succeeded();
            _troubleSince = null;
            _lastHold = default;
        }
    }

    public void SaidNothing()
    {
        lock (_gate)
            _breaker.SaidNothing();
    }

    /// <summary>An attempt failed.</summary>
    /// <param name="now">The time.</param>
    /// <param name="retryAt">What the upstream said; the past means now.</param>
    /// <param name="throttled">Whether it complained of too many requests; then there is a pause in any case.</param>
    /// <param name="unreachable">Whether it was not reached at all.</param>
    /// <returns>Until when everybody is to be silent; null when nothing was asked for.</returns>
    public DateTimeOffset? Failed(DateTimeOffset now, DateTimeOffset? retryAt, bool throttled, bool unreachable)
    {
        lock (_gate)
        {
            _troubleSince ??= now;
            _breaker.Failed(now, unreachable);
            if (retryAt is null && !throttled)
                return null;
            if (retryAt is null)
            {
                _lastHold = jitter.Next(_lastHold, pace.RetryDelay, pace.LongestRetryAfter);
                retryAt = now + _lastHold;
            }

            var farthest = now + pace.LongestRetryAfter;
            var until = retryAt > farthest ? farthest : retryAt.Value;
            if (until <= now)
                return null;
            if (until > _heldUntil)
                _heldUntil = until;
            return until;
        }
    }

    /// <summary>What a caller is told who would have to wait for longer than he is willing to; null: he stays.</summary>
    public Error? VerdictOn(DateTimeOffset arrivedAt, Urgency urgency, DateTimeOffset now)
    {
        lock (_gate)
        {
            var door = _breaker.OpensAt ?? DateTimeOffset.MinValue;
            var until = door > _heldUntil ? door : _heldUntil;
            var since = _troubleSince > arrivedAt ? _troubleSince.Value : arrivedAt;
            if (until <= now || until - since <= pace.PatienceOf(urgency))
                return null;
            return door > now ? _errors.Down(until) : _errors.Pause(until);
        }
    }
}
