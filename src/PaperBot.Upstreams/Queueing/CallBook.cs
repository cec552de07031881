using PaperBot.Core.Outcomes;
using PaperBot.Core.Queues;

namespace PaperBot.Upstreams.Queueing;

/// <summary>
/// Every call that waits or runs, and who waits for it. All changes happen under one lock, in which no code but the
/// queue's own runs.
/// </summary>
internal sealed class CallBook<TCall, TResult>(UpstreamPace pace)
    where TCall : notnull
{
    private const int WaitersPerPlace = 10;

    private readonly Lock _gate = new();
    private readonly Dictionary<string, PendingCall<TCall, TResult>> _calls = new(StringComparer.Ordinal);
    private readonly WaitingLine<TCall, TResult> _line = new();
    private int _waiters;
    private bool _isClosed;

    public int Waiting
    {
        get
        {
            lock (_gate)
                return _line.Count;
        }
    }

    public bool IsClosedAndEmpty
    {
        get
        {
            lock (_gate)
                return _isClosed && _calls.Count == 0;
        }
    }

    public int WaitingOf(Urgency urgency)
    {
        lock (_gate)
            return _line.CountOf(urgency);
    }

    /// <summary>Joins the call with this key, or adds it to the line.</summary>
    /// <param name="key">The coalescing key.</param>
    /// <param name="call">The call, if it is new.</param>
    /// <param name="isIdempotent">Whether it may be sent again.</param>
    /// <param name="caller">Who wants it.</param>
    /// <param name="now">The time.</param>
    /// <param name="joined">The call that is waited for.</param>
    /// <returns>Null when there is no room, or the book is closed.</returns>
    public Waiter<TResult>? TryJoin(
        string key,
        TCall call,
        bool isIdempotent,
        Caller caller,
        DateTimeOffset now,
        out PendingCall<TCall, TResult>? joined
    )
    {
        lock (_gate)
        {
            joined = null;
            if (_isClosed || _waiters >= pace.Capacity * WaitersPerPlace)
                return null;
            if (!_calls.TryGetValue(key, out joined))
            {
                if (_line.Count >= PlacesFor(caller.Urgency))
                    return null;
                joined = new(key, call, isIdempotent, caller, now);
                _calls.Add(key, joined);
                _line.AddLast(joined);
            }
            else if (joined.Run is null && caller.Urgency > joined.Urgency)
            {
                _line.Lift(joined, caller);
            }

            var waiter = new Waiter<TResult>(caller, now);
            joined.Waiters.Add(waiter);
            _waiters++;
            return waiter;
        }
    }

    /// <summary>Takes a waiter out; a waiting call for which nobody waits any more leaves its place.</summary>
    /// <returns>The attempt that nobody wants any more, if this was the last one who did.</returns>
    public AttemptRun<TCall, TResult>? Leave(PendingCall<TCall, TResult> call, Waiter<TResult> waiter)
    {
        lock (_gate)
        {
            if (call.IsDone || !call.Waiters.Remove(waiter))
                return null;
            _waiters--;
            if (call.Waiters.Count > 0)
                return null;
            if (call.Run is { } run)
                return run.Calls.All(other => other.Waiters.Count == 0) ? run : null;
            _line.Remove(call, served: false);
            Forget(call);
            return null;
        }
    }

    /// <summary>The first call that may be sent at <paramref name="now"/>, and if there is none, when there will be one.</summary>
    public (PendingCall<TCall, TResult>? Head, DateTimeOffset? EligibleAt) Head(DateTimeOffset now)
    {
        lock (_gate)
        {
            DateTimeOffset? earliest = null;
            foreach (var call in _line.InOrder())
            {
                if (call.NotBefore <= now)
                    return (call, now);
                if (earliest is null || call.NotBefore < earliest)
                    earliest = call.NotBefore;
            }

            return (null, earliest);
        }
    }

    /// <summary>The waiting calls in the order of service.</summary>
    public List<PendingCall<TCall, TResult>> InOrder()
    {
        lock (_gate)
            return [.. _line.InOrder()];
    }

    /// <summary>Those of <paramref name="calls"/> that still wait leave the line and belong to the attempt.</summary>
    /// <returns>False when none does.</returns>
    public bool Start(IReadOnlyList<PendingCall<TCall, TResult>> calls, AttemptRun<TCall, TResult> run)
    {
        lock (_gate)
        {
            var started = calls.Where(call => call.Node is not null).ToList();
            foreach (var call in started)
            {
                _line.Remove(call, served: true);
                call.Run = run;
                call.Attempts++;
            }

            run.Calls = started;
            return started.Count > 0;
        }
    }

    /// <summary>The call returns to the head of its class, or is forgotten when nobody waits for it.</summary>
    public void PutBack(PendingCall<TCall, TResult> call, DateTimeOffset notBefore, object? part, bool refundsAttempt)
    {
        lock (_gate)
        {
            if (call.IsDone)
                return;
            call.Run = null;
            call.Attempts -= refundsAttempt ? 1 : 0;
            call.NotBefore = notBefore;
            call.Part = part;
            if (call.Waiters.Count == 0)
            {
                Forget(call);
                return;
            }

            call.Urgency = call.Waiters.Max(waiter => waiter.Caller.Urgency);
            _line.AddFirst(call);
        }
    }

    /// <summary>A worker broke down while it had this waiting call in hand: it counts as an attempt, and it goes alone.</summary>
    /// <returns>Its attempts so far.</returns>
    public int Suspect(PendingCall<TCall, TResult> call)
    {
        lock (_gate)
        {
            if (call.Node is null)
                return 0;
            call.Part = new();
            return ++call.Attempts;
        }
    }

    /// <summary>Everybody who waits for the call gets its outcome.</summary>
    public void Finish(PendingCall<TCall, TResult> call, Outcome<TResult> outcome)
    {
        lock (_gate)
        {
            if (call.IsDone)
                return;
            if (call.Node is not null)
                _line.Remove(call, served: false);
            foreach (var waiter in call.Waiters)
                waiter.Tell(outcome);
            _waiters -= call.Waiters.Count;
            Forget(call);
        }
    }

    /// <summary>Tells each waiter of a waiting call what <paramref name="verdict"/> says, if it says something.</summary>
    public void Dismiss(Func<Waiter<TResult>, Error?> verdict)
    {
        lock (_gate)
        {
            foreach (var call in _line.InOrder().ToList())
            {
                _waiters -= call.Waiters.RemoveAll(waiter =>
                {
                    if (verdict(waiter) is not { } error)
                        return false;
                    waiter.Tell(error);
                    return true;
                });
                if (call.Waiters.Count > 0)
                    continue;
                _line.Remove(call, served: false);
                Forget(call);
            }
        }
    }

    /// <summary>Nobody joins any more.</summary>
    public void Close()
    {
        lock (_gate)
            _isClosed = true;
    }

    /// <summary>Everybody is told, also those whose calls run.</summary>
    public void FinishAll(Error error)
    {
        PendingCall<TCall, TResult>[] all;
        lock (_gate)
            all = [.. _calls.Values];
        foreach (var call in all)
            Finish(call, error);
    }

    /// <summary>Keeps the answer so far and gives who is to hear of it.</summary>
    public Waiter<TResult>[] Partial(AttemptRun<TCall, TResult> run, int index, string markdown)
    {
        lock (_gate)
        {
            if (index < 0 || index >= run.Calls.Count || !ReferenceEquals(run.Calls[index].Run, run))
                return [];
            run.Calls[index].Partial = markdown;
            return [.. run.Calls[index].Waiters];
        }
    }

    /// <summary>Who waits for what, in the order of service; a copy.</summary>
    public List<(PendingCall<TCall, TResult> Call, Waiter<TResult>[] Waiters)> Everybody()
    {
        lock (_gate)
            return [.. _line.InOrder().Select(call => (call, call.Waiters.ToArray()))];
    }

    // People come first also where places are short: the last fifth is theirs.
    private int PlacesFor(Urgency urgency) =>
        urgency == Urgency.Interactive ? pace.Capacity : Math.Max(1, pace.Capacity * 4 / 5);

    private void Forget(PendingCall<TCall, TResult> call)
    {
        call.IsDone = true;
        call.Run = null;
        call.Waiters.Clear();
        _calls.Remove(call.Key);
    }
}
