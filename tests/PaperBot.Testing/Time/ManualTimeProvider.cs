namespace PaperBot.Testing.Time;

/// <summary>
/// A clock that stands still until a test moves it. Timers fire on the thread that calls <see cref="Advance"/>, in the
/// order of their due times (equal times: in the order in which they were set), each seeing its own due time as now.
/// A timer that is due at once starts on the thread pool, as a real one does.
/// </summary>
public sealed class ManualTimeProvider(DateTimeOffset start) : TimeProvider
{
    private readonly Lock _gate = new();
    private readonly PriorityQueue<(ManualTimer Timer, long Version), (long Due, long Order)> _timers = new();
    private readonly List<(int Count, TaskCompletionSource Reached)> _watchers = [];
    private long _elapsed;
    private long _wallOffset;
    private long _order;
    private int _active;

    /// <summary>Starts at noon on a Monday in UTC.</summary>
    public ManualTimeProvider()
        : this(new DateTimeOffset(2026, 1, 5, 12, 0, 0, TimeSpan.Zero)) { }

    public override long TimestampFrequency => TimeSpan.TicksPerSecond;

    public override TimeZoneInfo LocalTimeZone => TimeZoneInfo.Utc;

    /// <summary>The number of timers that are set and have not fired for the last time.</summary>
    public int ActiveTimers
    {
        get
        {
            lock (_gate)
                return _active;
        }
    }

    /// <summary>The time until the next timer fires; null when none is set.</summary>
    public TimeSpan? NextDue
    {
        get
        {
            lock (_gate)
                return TryPeek(out var due) ? TimeSpan.FromTicks(Math.Max(0, due - _elapsed)) : null;
        }
    }

    public override DateTimeOffset GetUtcNow()
    {
        lock (_gate)
            return start.AddTicks(_elapsed + _wallOffset);
    }

    public override long GetTimestamp()
    {
        lock (_gate)
            return _elapsed;
    }

    public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period)
    {
        ArgumentNullException.ThrowIfNull(callback);
        var timer = new ManualTimer(this, callback, state);
        timer.Change(dueTime, period);
        return timer;
    }

    /// <summary>Moves time forward and fires every timer that falls due on the way.</summary>
    public void Advance(TimeSpan by)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(by, TimeSpan.Zero);
        long target;
        lock (_gate)
            target = _elapsed + by.Ticks;
        while (TakeDue(target) is { } timer)
            timer.Fire();
    }

    /// <summary>Moves time to the next timer and fires all that are due then.</summary>
    /// <returns>False when no timer is set.</returns>
    public bool AdvanceToNext()
    {
        if (NextDue is not { } due)
            return false;
        Advance(due);
        return true;
    }

    /// <summary>Steps the wall clock, as an administrator or NTP would; timers and timestamps do not notice.</summary>
    public void StepWallClock(TimeSpan by)
    {
        lock (_gate)
            _wallOffset += by.Ticks;
    }

    /// <summary>Completes once at least <paramref name="count"/> timers are set, so that the code under test waits.</summary>
    public Task WhenTimers(int count)
    {
        lock (_gate)
        {
            if (_active >= count)
                return Task.CompletedTask;
            var reached = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
            _watchers.Add((count, reached));
            return reached.Task;
        }
    }

    private ManualTimer? TakeDue(long target)
    {
        lock (_gate)
        {
            if (!TryPeek(out var due) || due > target)
            {
                _elapsed = Math.Max(_elapsed, target);
                return null;
            }

            var timer = _timers.Dequeue().Timer;
            _elapsed = Math.Max(_elapsed, due);
            if (timer.Period > 0)
                Set(timer, due + timer.Period);
            else
                Unset(timer);
            return timer;
        }
    }

    private bool TryPeek(out long due)
    {
        while (_timers.TryPeek(out var entry, out var key))
        {
            if (entry.Timer.Active && entry.Version == entry.Timer.Version)
            {
                due = key.Due;
                return true;
            }

            _timers.Dequeue();
        }

        due = 0;
        return false;
    }

    private void Set(ManualTimer timer, long due)
    {
        _active += timer.Active ? 0 : 1;
        timer.Active = true;
        timer.Version++;
        _timers.Enqueue((timer, timer.Version), (due, _order++));
        for (var i = _watchers.Count - 1; i >= 0; i--)
        {
            if (_active < _watchers[i].Count)
                continue;
            _watchers[i].Reached.SetResult();
            _watchers.RemoveAt(i);
        }
    }

    private void Unset(ManualTimer timer)
    {
        _active -= timer.Active ? 1 : 0;
        timer.Active = false;
        timer.Version++;
    }

    private sealed class ManualTimer(ManualTimeProvider owner, TimerCallback callback, object? state) : ITimer
    {
        private readonly ExecutionContext? _context = ExecutionContext.Capture();
        private bool _disposed;

        public bool Active { get; set; }

        public long Version { get; set; }

        public long Period { get; private set; }

        public bool Change(TimeSpan dueTime, TimeSpan period)
        {
            ArgumentOutOfRangeException.ThrowIfLessThan(dueTime, Timeout.InfiniteTimeSpan);
            ArgumentOutOfRangeException.ThrowIfLessThan(period, Timeout.InfiniteTimeSpan);
            lock (owner._gate)
            {
                if (_disposed)
                    return false;
                Period = Math.Max(0, period.Ticks);
                owner.Unset(this);
                if (dueTime == TimeSpan.Zero && Period > 0)
                    owner.Set(this, owner._elapsed + Period);
                else if (dueTime > TimeSpan.Zero)
                    owner.Set(this, owner._elapsed + dueTime.Ticks);
            }

            if (dueTime == TimeSpan.Zero)
                ThreadPool.UnsafeQueueUserWorkItem(static timer => timer.Fire(), this, preferLocal: false);
            return true;
        }

        public void Fire()
        {
            lock (owner._gate)
            {
                if (_disposed)
                    return;
            }

            if (_context is null)
                callback(state);
            else
                ExecutionContext.Run(_context, static s => ((ManualTimer)s!).Invoke(), this);
        }

        public void Dispose()
        {
            lock (owner._gate)
            {
                _disposed = true;
                owner.Unset(this);
            }
        }

        public ValueTask DisposeAsync()
        {
            Dispose();
            return ValueTask.CompletedTask;
        }

        private void Invoke() => callback(state);
    }
}
