using PaperBot.Core.Queues;

namespace PaperBot.Upstreams.Queueing;

/// <summary>One attempt under way. Whoever claims it first, its worker or the watchdog, says what became of it.</summary>
internal sealed class AttemptRun<TCall, TResult>(SlotLease lease, DateTimeOffset slotAt)
    where TCall : notnull
{
    private int _claimed;

    public SlotLease Lease { get; } = lease;

    /// <summary>Since when its slot was free.</summary>
    public DateTimeOffset SlotAt { get; } = slotAt;

    /// <summary>Since when everything else, connection, health and calls, allowed it.</summary>
    public DateTimeOffset ReadyAt { get; set; }

    public IReadOnlyList<PendingCall<TCall, TResult>> Calls { get; set; } = [];

    /// <summary>Ends the attempt early: shutdown, or nobody waits any more. It has no timer, so nothing to dispose of.</summary>
    public CancellationTokenSource Stop { get; } = new();

    public required Departure Departure { get; init; }

    /// <summary>A timestamp; after it the watchdog gives the attempt up.</summary>
    public long Deadline { get; set; }

    /// <summary>Found overdue once; the second time it is given up.</summary>
    public bool IsSuspect { get; set; }

    public bool TryClaim() => Interlocked.Exchange(ref _claimed, 1) == 0;
}
