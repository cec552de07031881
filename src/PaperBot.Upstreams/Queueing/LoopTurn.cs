namespace PaperBot.Upstreams.Queueing;

/// <summary>One life of a <see cref="GuardedLoop"/>. A loop asks after every wait whether it is still the current one.</summary>
internal sealed class LoopTurn(TimeProvider time)
{
    private const long Never = long.MaxValue;

    private long _backBy = Never;
    private long _calls;
    private volatile bool _isCurrent = true;

    public bool IsCurrent => _isCurrent;

    public Task Task { get; set; } = Task.CompletedTask;

    /// <summary>How often the loop has called.</summary>
    public long Calls => Volatile.Read(ref _calls);

    public bool IsResting => Volatile.Read(ref _backBy) == Never;

    public bool IsOverdue => time.GetTimestamp() > Volatile.Read(ref _backBy);

    /// <summary>The loop will call again within this time; infinite for a rest in which nothing is to be done.</summary>
    public void BackWithin(TimeSpan span)
    {
        Interlocked.Increment(ref _calls);
        Volatile.Write(
            ref _backBy,
            span == Timeout.InfiniteTimeSpan
                ? Never
                : time.GetTimestamp() + (long)(span.TotalSeconds * time.TimestampFrequency)
        );
    }

    public void Abandon() => _isCurrent = false;
}
