namespace PaperBot.Upstreams.Queueing;

/// <summary>How an attempt ended: with the upstream's word, with a fault of its code, or stopped by the queue.</summary>
internal readonly record struct AttemptResult<TResult>(Attempt<TResult>? Attempt, Exception? Fault)
{
    public string Label =>
        (Attempt, Fault) switch
        {
            (Attempt<TResult>.Answered, _) => "answered",
            (Attempt<TResult>.Throttled, _) => "throttled",
            (Attempt<TResult>.Unavailable, _) => "unavailable",
            (Attempt<TResult>.BadBatch, _) => "bad_batch",
            (Attempt<TResult>.Refused, _) => "refused",
            (_, not null) => "fault",
            _ => "stopped",
        };
}
