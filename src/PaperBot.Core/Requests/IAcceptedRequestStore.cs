using PaperBot.Core.Identity;

namespace PaperBot.Core.Requests;

/// <summary>
/// The requests that were taken, each with the process that works on it. A process renews its lease; what a dead one
/// left is taken over when the lease has expired.
/// </summary>
public interface IAcceptedRequestStore
{
    /// <summary>Writes a request down for this process.</summary>
    /// <returns>False when a request of that id is known already, done or not.</returns>
    Task<bool> TryAcceptAsync(
        AcceptedRequest request,
        string owner,
        TimeSpan lease,
        CancellationToken cancellationToken
    );

    /// <summary>The answer was shown. Without effect for one that is done or unknown.</summary>
    Task CompleteAsync(RequestId id, CancellationToken cancellationToken);

    /// <summary>Forgets a request that was written down and refused before it began (its id may come again).</summary>
    Task WithdrawAsync(RequestId id, CancellationToken cancellationToken);

    /// <summary>Keeps this process's unfinished requests for another lease.</summary>
    Task RenewAsync(string owner, TimeSpan lease, CancellationToken cancellationToken);

    /// <summary>
    /// Takes unfinished requests whose lease has expired, oldest first, for this process, counting an attempt.
    /// </summary>
    Task<IReadOnlyList<AcceptedRequest>> TakeOverAsync(
        string owner,
        TimeSpan lease,
        int most,
        CancellationToken cancellationToken
    );

    /// <summary>
    /// Gives an unfinished request up for a while: it is taken over again, by this process or another, when that is over.
    /// Without effect for one that is done or unknown.
    /// </summary>
    Task PostponeAsync(RequestId id, TimeSpan pause, CancellationToken cancellationToken);

    /// <summary>Gives this process's unfinished requests up at shutdown, so that the next start takes them at once.</summary>
    Task ReleaseAsync(string owner, CancellationToken cancellationToken);

    /// <summary>How many are not done.</summary>
    Task<int> CountUnfinishedAsync(CancellationToken cancellationToken);
}
