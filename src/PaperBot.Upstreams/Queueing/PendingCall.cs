using PaperBot.Core.Queues;

namespace PaperBot.Upstreams.Queueing;

/// <summary>A call that waits or runs, with everybody who waits for it. Its members belong to the book's lock.</summary>
internal sealed class PendingCall<TCall, TResult>(
    string key,
    TCall call,
    bool isIdempotent,
    Caller first,
    DateTimeOffset arrivedAt
)
    where TCall : notnull
{
    public string Key { get; } = key;

    public TCall Call { get; } = call;

    public bool IsIdempotent { get; } = isIdempotent;

    public DateTimeOffset ArrivedAt { get; } = arrivedAt;

    /// <summary>Whose turn in the round robin it takes.</summary>
    public string Requester { get; set; } = first.Requester;

    /// <summary>The highest class among its waiters.</summary>
    public Urgency Urgency { get; set; } = first.Urgency;

    public List<Waiter<TResult>> Waiters { get; } = [];

    public int Attempts { get; set; }

    /// <summary>The pause before its last repetition, for the jitter.</summary>
    public TimeSpan LastPause { get; set; }

    /// <summary>It is not sent again before this.</summary>
    public DateTimeOffset NotBefore { get; set; }

    /// <summary>Since when it could be sent.</summary>
    public DateTimeOffset EligibleSince => NotBefore > ArrivedAt ? NotBefore : ArrivedAt;

    /// <summary>Part of a halved batch: it goes only with calls of the same part.</summary>
    public object? Part { get; set; }

    /// <summary>The running attempt; null while it waits.</summary>
    public AttemptRun<TCall, TResult>? Run { get; set; }

    public bool IsDone { get; set; }

    /// <summary>The answer so far, for who joins while it runs.</summary>
    public string? Partial { get; set; }

    public bool StarvationNoted { get; set; }

    /// <summary>Its place in the line; the line's own.</summary>
    public LinkedListNode<PendingCall<TCall, TResult>>? Node { get; set; }
}
