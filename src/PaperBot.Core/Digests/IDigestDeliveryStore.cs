namespace PaperBot.Core.Digests;

/// <summary>
/// The posts of subscriptions on their way: pending → sending → sent, failed, rejected or unknown. A row that is being
/// posted belongs to one process until its lease expires.
/// </summary>
public interface IDigestDeliveryStore
{
    /// <summary>
    /// Takes deliveries that are due, or that a dead process left, for this process, counting an attempt. Of one
    /// subscription only the earliest that is not settled.
    /// </summary>
    Task<IReadOnlyList<DigestDelivery>> TakeAsync(
        string process,
        TimeSpan lease,
        int most,
        CancellationToken cancellationToken
    );

    /// <summary>Writes down what became of an attempt; without effect when the row is not this process's any more.</summary>
    Task SettleAsync(DigestDelivery delivery, string process, CancellationToken cancellationToken);

    /// <summary>How many deliveries since a moment are in each state.</summary>
    Task<IReadOnlyDictionary<DeliveryState, int>> CountAsync(DateTimeOffset since, CancellationToken cancellationToken);

    /// <summary>
    /// What is not sent since a moment and was tried: failed, rejected, unknown or to be tried again, newest first.
    /// </summary>
    Task<IReadOnlyList<DigestDelivery>> TroublesAsync(
        DateTimeOffset since,
        int most,
        CancellationToken cancellationToken
    );

    /// <summary>The last deliveries of a subscription, newest first.</summary>
    Task<IReadOnlyList<DigestDelivery>> LastAsync(string subscription, int most, CancellationToken cancellationToken);

    /// <summary>
    /// Forgets settled deliveries and the papers in them that are older than <c>Storage:Keep:Deliveries</c>.
    /// </summary>
    /// <returns>How many deliveries went.</returns>
    Task<int> ExpireAsync(CancellationToken cancellationToken);
}
