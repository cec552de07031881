namespace PaperBot.Discord.Rest.Limits;

/// <summary>
/// So many requests in any second, however Discord cuts its seconds. Discord counts a request somewhere between its
/// sending and its answer; with the shortest round trip seen so far as the sum of the shortest ways there and back, a
/// place may be used again one second after the answer less that round trip, and the second request cannot be counted
/// within a second of the first. Where answers say when they were counted, <see cref="CountingClock"/> knows better,
/// and what is lost is only how much the way there varies.
/// </summary>
internal sealed class GlobalLimit : IDisposable
{
    private static readonly TimeSpan Window = TimeSpan.FromSeconds(1);

    private readonly Lock _gate = new();
    private readonly Queue<TaskCompletionSource> _line = new();
    private readonly PriorityQueue<bool, long> _returning = new();
    private readonly TimeProvider _time;
    private readonly ITimer _timer;
    private readonly CountingClock _counting;
    private int _free;
    private long _answers;
    private long _blockedUntil = long.MinValue;
    private TimeSpan _shortestTrip = Window;

    public GlobalLimit(TimeProvider time, int perSecond)
    {
        _time = time;
        _free = perSecond;
        _counting = new CountingClock(time);
        _timer = time.CreateTimer(
            static self => ((GlobalLimit)self!).Pump(),
            this,
            Timeout.InfiniteTimeSpan,
            Timeout.InfiniteTimeSpan
        );
    }

    /// <summary>Waits for a place; give it back with <see cref="Return"/>.</summary>
    /// <returns>The timestamp of sending.</returns>
    public async ValueTask<long> EnterAsync(CancellationToken cancellationToken)
    {
        TaskCompletionSource? place = null;
        lock (_gate)
        {
            if (_free > 0 && _line.Count == 0 && _time.GetTimestamp() >= _blockedUntil)
            {
                _free--;
            }
            else
            {
                place = new TaskCompletionSource();
                _line.Enqueue(place);
            }
        }

        if (place is not null)
        {
            using var registration = cancellationToken.UnsafeRegister(
                static (state, token) => ((TaskCompletionSource)state!).TrySetCanceled(token),
                place
            );
            Pump();
            await place.Task.ConfigureAwait(false);
        }

        return _time.GetTimestamp();
    }

    /// <summary>Gives a place back.</summary>
    /// <param name="sentAt">What <see cref="EnterAsync"/> gave.</param>
    /// <param name="answered">Whether Discord answered, so that the round trip is one.</param>
    /// <param name="countedAt">When Discord counted the request, on its own clock, if the answer tells.</param>
    public void Return(long sentAt, bool answered, TimeSpan? countedAt = null)
    {
        lock (_gate)
        {
            var now = _time.GetTimestamp();
            var trip = _time.GetElapsedTime(sentAt, now);
            if (answered && trip < _shortestTrip)
                _shortestTrip = trip;
            _answers += answered ? 1 : 0;
            var counted = countedAt is { } stamp ? _counting.SafeAfter(sentAt, now, stamp) : null;
            // With few answers the shortest round trip is not known yet.
            var certain = answered && _answers >= CountingClock.Enough ? _shortestTrip : TimeSpan.Zero;
            _returning.Enqueue(true, (counted ?? now - Ticks(certain)) + Ticks(Window));
        }

        Pump();
    }

    /// <summary>Sends nothing for a while, after a global 429.</summary>
    public void Block(TimeSpan retryAfter)
    {
        lock (_gate)
            _blockedUntil = Math.Max(_blockedUntil, _time.GetTimestamp() + Ticks(retryAfter));
    }

    public void Dispose() => _timer.Dispose();

    private void Pump()
    {
        while (Next() is { } place)
        {
            // A caller who gave up leaves the place to the next.
            if (!place.TrySetResult())
                Abandon();
        }
    }

    private TaskCompletionSource? Next()
    {
        lock (_gate)
        {
            var now = _time.GetTimestamp();
            while (_returning.TryPeek(out _, out var due) && due <= now)
            {
                _returning.Dequeue();
                _free++;
            }

            if (_line.Count == 0)
                return null;
            if (_free > 0 && now >= _blockedUntil)
            {
                _free--;
                return _line.Dequeue();
            }

            var next =
                _free > 0 ? _blockedUntil
                : _returning.TryPeek(out _, out var first) ? Math.Max(first, _blockedUntil)
                : long.MaxValue;
            if (next < long.MaxValue)
                _timer.Change(Up(next - now), Timeout.InfiniteTimeSpan);
            return null;
        }
    }

    private void Abandon()
    {
        lock (_gate)
            _free++;
    }

    private long Ticks(TimeSpan span) => (long)(span.TotalSeconds * _time.TimestampFrequency);

    /// <summary>
    /// Timers count whole milliseconds: rounded down, they would fire before their time and wait again.
    /// </summary>
    private TimeSpan Up(long ticks) =>
        TimeSpan.FromMilliseconds(Math.Max(1, Math.Ceiling(1000.0 * ticks / _time.TimestampFrequency)));
}
