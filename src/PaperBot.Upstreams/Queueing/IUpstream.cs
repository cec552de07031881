using PaperBot.Core.Queues;

namespace PaperBot.Upstreams.Queueing;

/// <summary>
/// What stands behind a queue. Items are typed calls, never HTTP messages: what goes into a request is chosen when its
/// slot opens. The members besides <see cref="SendAsync"/> are pure, quick and never under a lock.
/// </summary>
internal interface IUpstream<TCall, TResult>
    where TCall : notnull
{
    /// <summary>How it may be asked; constant.</summary>
    UpstreamPace Pace { get; }

    /// <summary>
    /// Calls with one key, waiting or running, are one call. The key of a call over private material names its owner.
    /// </summary>
    string KeyOf(TCall call);

    /// <summary>Whether the call may be sent again after an attempt whose effect is unknown.</summary>
    bool IsIdempotent(TCall call) => true;

    /// <summary>Whether <paramref name="next"/> may go into one request with <paramref name="batch"/>, which is never empty.</summary>
    bool CanJoin(IReadOnlyList<TCall> batch, TCall next) => false;

    /// <summary>What one attempt with these calls costs, for limits that go by size (tokens per minute).</summary>
    IReadOnlyList<SlotCharge> ChargesOf(IReadOnlyList<TCall> batch) => Pace.Charges;

    /// <summary>
    /// One attempt: one request. Network failures and the end of the attempt's time may be thrown
    /// (<see cref="HttpRequestException"/>, <see cref="IOException"/>, <see cref="OperationCanceledException"/>): the
    /// queue takes them for <see cref="Attempt{TResult}.Unavailable"/>. Nothing in here tries again by itself.
    /// </summary>
    /// <param name="batch">One call, or several that <see cref="CanJoin"/> let together.</param>
    /// <param name="progress">Takes pieces of an answer as they come.</param>
    /// <param name="cancellationToken">The attempt's time is over, or nobody waits any more.</param>
    Task<Attempt<TResult>> SendAsync(
        IReadOnlyList<TCall> batch,
        IAttemptProgress progress,
        CancellationToken cancellationToken
    );
}
