using PaperBot.Core.Queues;

namespace PaperBot.Upstreams.Queueing;

/// <summary>
/// The worker loop: waits until something may be sent, asks for a slot, and only then chooses what goes into the
/// request. It never waits for an attempt.
/// </summary>
internal sealed class Dispatcher<TCall, TResult>(
    IUpstream<TCall, TResult> upstream,
    CallBook<TCall, TResult> book,
    UpstreamHealth health,
    SlotGate slots,
    AttemptRunner<TCall, TResult> attempts,
    QueueStatistics statistics,
    Signal signal,
    TimeProvider time,
    Action started
)
    where TCall : notnull
{
    // The wall clock may be stepped while a timer runs.
    private static readonly TimeSpan LongestPause = TimeSpan.FromSeconds(30);

    private readonly UpstreamPace _pace = upstream.Pace;
    private readonly QueueErrors _errors = new(upstream.Pace.DisplayName);
    private DateTimeOffset _askAt;
    private PendingCall<TCall, TResult>? _askedHead;
    private IReadOnlyList<SlotCharge> _askedCharges = [];

    /// <summary>When the next slot is expected to be free.</summary>
    public DateTimeOffset NextSlot { get; private set; }

    /// <summary>The calls that the loop is looking at; suspects if it dies or hangs.</summary>
    public IReadOnlyList<PendingCall<TCall, TResult>> InHand { get; private set; } = [];

    /// <summary>True when something could be sent as far as the queue itself goes.</summary>
    public bool HasWork
    {
        get
        {
            var now = time.GetUtcNow();
            return attempts.UnderWay < _pace.Concurrent && book.Head(now).Head is not null && health.LetsThrough(now);
        }
    }

    public async Task RunAsync(LoopTurn turn)
    {
        while (turn.IsCurrent)
        {
            turn.BackWithin(GuardTimes.Step);
            var pause = await StepAsync(turn);
            InHand = [];
            if (pause is not { } longest || !turn.IsCurrent)
                continue;
            if (longest != Timeout.InfiniteTimeSpan)
                longest = longest < LongestPause ? WholeMilliseconds(longest) : LongestPause;
            turn.BackWithin(longest == Timeout.InfiniteTimeSpan ? longest : longest + GuardTimes.Grace);
            await signal.WaitAsync(longest);
        }
    }

    /// <returns>How long to wait for something to change; null to go on at once.</returns>
    private async Task<TimeSpan?> StepAsync(LoopTurn turn)
    {
        var now = time.GetUtcNow();
        if (attempts.UnderWay >= _pace.Concurrent)
            return Timeout.InfiniteTimeSpan;
        var (head, eligibleAt) = book.Head(now);
        if (head is null)
            return eligibleAt is { } later ? later - now : Timeout.InfiniteTimeSpan;
        if (health.SilentUntil(now) is var silentUntil && silentUntil > now)
            return silentUntil - now;
        if (!health.LetsThrough(now))
            return Timeout.InfiniteTimeSpan;
        if (now < _askAt && ReferenceEquals(head, _askedHead))
            return _askAt - now;

        var batch = Plan(now);
        if (batch.Count == 0)
            return null;
        var charges = upstream.ChargesOf(Calls(batch));
        _askedHead = head;
        if (!turn.IsCurrent)
            return null;
        if (now < _askAt && charges.SequenceEqual(_askedCharges))
            return _askAt - now;
        var grant = await slots.TryTakeAsync(charges);
        if (!turn.IsCurrent)
        {
            if (grant?.Lease is { } unused)
                await slots.ReleaseAsync(unused, null);
            return null;
        }

        _askedCharges = charges;
        return grant switch
        {
            null => StoreFailed(),
            { Lease: { } lease } => await StartAsync(lease, grant.NotBefore, batch, silentUntil),
            _ => Refused(grant),
        };
    }

    private async Task<TimeSpan?> StartAsync(
        SlotLease lease,
        DateTimeOffset slotAt,
        IReadOnlyList<PendingCall<TCall, TResult>> asked,
        DateTimeOffset silentUntil
    )
    {
        _askAt = default;
        var run = new AttemptRun<TCall, TResult>(lease, slotAt) { Departure = new(time) };
        var isStarted = false;
        try
        {
            isStarted = book.Start(PlanWithin(lease.Charges, asked), run);
        }
        finally
        {
            if (!isStarted)
                await slots.ReleaseAsync(lease, null);
        }

        if (!isStarted)
            return null;

        var now = time.GetUtcNow();
        run.ReadyAt = Latest(run.Calls.Min(call => call.EligibleSince), attempts.FreeSince, silentUntil);
        health.Started(now);
        attempts.Start(run);
        // From here on the attempt looks after its calls, whatever happens in what follows.
        NextSlot = Latest([.. lease.Charges.Select(one => Gcra.EarliestStart(Gcra.Charge(null, one, now), one))]);
        statistics.Started(run.Calls.Count);
        foreach (var call in run.Calls)
            if (call.Attempts == 1)
                statistics.Waited(call.Urgency, now - call.ArrivedAt);
        started();
        return null;
    }

    private TimeSpan Refused(SlotGrant grant)
    {
        var now = time.GetUtcNow();
        _askAt = grant.NotBefore;
        if (grant.AllConnectionsTaken)
        {
            // Another process's attempt usually ends long before its lease does.
            var soon = now + Clamp(_pace.Interval / 4, TimeSpan.FromMilliseconds(50), TimeSpan.FromSeconds(1));
            _askAt = soon < _askAt ? soon : _askAt;
        }
        else
        {
            NextSlot = grant.NotBefore;
            book.Dismiss(waiter =>
                grant.NotBefore - now > _pace.PatienceOf(waiter.Caller.Urgency) + _pace.Interval
                    ? _errors.Pause(grant.NotBefore)
                    : null
            );
        }

        return _askAt > now ? _askAt - now : TimeSpan.Zero;
    }

    private TimeSpan StoreFailed()
    {
        if (slots.HasGivenUp)
            book.Dismiss(_ => _errors.StoreFails());
        _askAt = time.GetUtcNow() + slots.Pause;
        return slots.Pause;
    }

    private List<PendingCall<TCall, TResult>> Plan(DateTimeOffset now)
    {
        var batch = new List<PendingCall<TCall, TResult>>();
        InHand = batch;
        if (_pace.LargestBatch > 1)
            return BatchPlan.First(upstream, book.InOrder(), now, batch);
        if (book.Head(now).Head is { } head)
            batch.Add(head);
        return batch;
    }

    /// <summary>What goes now: what came since the question may have overtaken, but never costs more than was granted.</summary>
    private IReadOnlyList<PendingCall<TCall, TResult>> PlanWithin(
        IReadOnlyList<SlotCharge> granted,
        IReadOnlyList<PendingCall<TCall, TResult>> asked
    )
    {
        var now = time.GetUtcNow();
        var batch = Plan(now);
        if (batch.Count == 0 || batch.SequenceEqual(asked))
            return batch;
        var charges = upstream.ChargesOf(Calls(batch));
        return charges.All(charge => granted.Any(paid => paid.Limit == charge.Limit && paid.Cost >= charge.Cost))
            ? batch
            : asked;
    }

    private static List<TCall> Calls(IEnumerable<PendingCall<TCall, TResult>> batch) =>
        [.. batch.Select(call => call.Call)];

    private static TimeSpan WholeMilliseconds(TimeSpan span) =>
        TimeSpan.FromMilliseconds(Math.Max(0, Math.Ceiling(span.TotalMilliseconds)));

    private static TimeSpan Clamp(TimeSpan span, TimeSpan least, TimeSpan most) =>
        span < least ? least
        : span > most ? most
        : span;

    private static DateTimeOffset Latest(params ReadOnlySpan<DateTimeOffset> moments)
    {
        var latest = DateTimeOffset.MinValue;
        foreach (var moment in moments)
            latest = moment > latest ? moment : latest;
        return latest;
    }
}
