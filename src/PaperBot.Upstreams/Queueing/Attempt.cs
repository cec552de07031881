using PaperBot.Core.Outcomes;

namespace PaperBot.Upstreams.Queueing;

/// <summary>What became of one request.</summary>
internal abstract record Attempt<TResult>
{
    private Attempt() { }

    /// <summary>The upstream answered; one answer for each call of the batch, in the batch's order.</summary>
    public sealed record Answered(IReadOnlyList<CallAnswer<TResult>> Answers) : Attempt<TResult>;

    /// <summary>Too many requests (429, arXiv's 406 and "Rate exceeded." alike): everybody waits.</summary>
    /// <param name="RetryAt">Retry-After as a moment; null when the upstream named none.</param>
    public sealed record Throttled(DateTimeOffset? RetryAt) : Attempt<TResult>;

    /// <summary>It does not work at the moment: 5xx, a cut or unreadable answer, time-out, network.</summary>
    /// <param name="RetryAt">Retry-After as a moment; null when the upstream named none.</param>
    public sealed record Unavailable(DateTimeOffset? RetryAt = null) : Attempt<TResult>
    {
        /// <summary>
        /// Whether nobody was reached at all: no such host, connection refused. Two of these in a row open the breaker,
        /// because a machine without network will not have one a second later.
        /// </summary>
        public bool Unreachable { get; init; }
    }

    /// <summary>The upstream does not take this request (400). A batch is halved until the culprit is alone.</summary>
    /// <param name="WhenAlone">What the caller of a single call is told.</param>
    public sealed record BadBatch(Error WhenAlone) : Attempt<TResult>;

    /// <summary>No, and asking again changes nothing (401, 403, quota used up).</summary>
    public sealed record Refused(Error Error) : Attempt<TResult>;
}
