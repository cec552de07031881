namespace PaperBot.Upstreams.Queueing;

/// <summary>
/// A worker loop that can be given up: when it has thrown, or has not called for longer than it said, the watchdog
/// leaves it behind and starts another one. A thread that hangs cannot be ended; when it comes back it finds that it is
/// not the current one any more.
/// </summary>
internal sealed class GuardedLoop(Func<LoopTurn, Task> body, TimeProvider time)
{
    private readonly Lock _gate = new();
    private LoopTurn? _turn;
    private bool _stopped;
    private long _suspicion = -1;

    public void Start()
    {
        lock (_gate)
        {
            if (_turn is null && !_stopped)
                _turn = Begin();
        }
    }

    /// <summary>
    /// Looks after the loop. Overdue counts only when it is so at two looks without a call in between: after a sleep of
    /// the machine all timers fall due at once, and the loop must get its chance.
    /// </summary>
    /// <param name="hasWork">A loop that rests although there is work is overdue too: nobody woke it.</param>
    /// <param name="exception">What it died of; null when it hangs.</param>
    /// <returns>True when it was left behind: the caller looks after its work and calls <see cref="Start"/>.</returns>
    public bool Check(bool hasWork, out Exception? exception)
    {
        lock (_gate)
        {
            exception = null;
            if (_turn is not { } turn || _stopped)
                return false;
            var suspicion = turn.IsOverdue || (hasWork && turn.IsResting) ? turn.Calls : -1;
            var isConfirmed = suspicion >= 0 && suspicion == _suspicion;
            _suspicion = suspicion;
            if (!turn.Task.IsCompleted && !isConfirmed)
                return false;
            _suspicion = -1;
            exception = turn.Task.Exception?.GetBaseException();
            turn.Abandon();
            _turn = null;
            return true;
        }
    }

    /// <summary>No new life; the present one is to end by itself.</summary>
    public Task Stop()
    {
        lock (_gate)
        {
            _stopped = true;
            _turn?.Abandon();
            return _turn?.Task ?? Task.CompletedTask;
        }
    }

    private LoopTurn Begin()
    {
        var turn = new LoopTurn(time);
        // The loop lives longer than the caller who happened to be first: nothing of that one's flow goes with it.
        using (ExecutionContext.SuppressFlow())
            turn.Task = RunAsync(turn);
        return turn;
    }

    private async Task RunAsync(LoopTurn turn)
    {
        await Task.Yield();
        await body(turn);
    }
}
