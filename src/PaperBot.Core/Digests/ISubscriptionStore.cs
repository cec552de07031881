using PaperBot.Core.Identity;

namespace PaperBot.Core.Digests;

/// <summary>The subscriptions and when they are looked at. Several processes may share one.</summary>
public interface ISubscriptionStore
{
    /// <summary>Keeps a new subscription and who made it.</summary>
    /// <returns>False when the id is taken.</returns>
    Task<bool> AddAsync(DigestSubscription subscription, PersonId owner, CancellationToken cancellationToken);

    /// <summary>Those of a place, oldest first.</summary>
    Task<IReadOnlyList<DigestSubscription>> OfPlaceAsync(PlaceId place, CancellationToken cancellationToken);

    /// <summary>One subscription; null when there is none.</summary>
    Task<DigestSubscription?> FindAsync(string id, CancellationToken cancellationToken);

    /// <summary>Changes state and times, and makes void what a process is planning with the old ones.</summary>
    /// <returns>False when it is not there any more.</returns>
    Task<bool> ChangeAsync(DigestSubscription subscription, CancellationToken cancellationToken);

    /// <summary>Removes it with everything about its deliveries.</summary>
    Task<bool> RemoveAsync(string id, CancellationToken cancellationToken);

    /// <summary>
    /// Takes active subscriptions whose time to be looked at has come, earliest first, for this process; what a dead
    /// one took is taken again when its lease has expired.
    /// </summary>
    Task<IReadOnlyList<DigestSubscription>> TakeAsync(TimeSpan lease, int most, CancellationToken cancellationToken);

    /// <summary>Writes a turn down: the next times, and the post with its papers.</summary>
    /// <returns>
    /// The delivery; null when there was nothing to post, or when the subscription was changed or taken again since:
    /// then nothing is written.
    /// </returns>
    Task<DeliveryId?> FinishAsync(DigestTurn turn, CancellationToken cancellationToken);

    /// <summary>Which of the keys were in a delivery of the subscription already.</summary>
    Task<IReadOnlySet<string>> SeenAsync(
        string id,
        IReadOnlyCollection<string> keys,
        CancellationToken cancellationToken
    );

    /// <summary>Where a paper was in a subscription; null when it was in none of its deliveries.</summary>
    Task<DeliveredPaper?> WhereAsync(string id, string key, CancellationToken cancellationToken);

    /// <summary>The papers of a day's digest and its supplements, in their order.</summary>
    Task<IReadOnlyList<DeliveredPaper>> PapersAsync(string id, DateOnly day, CancellationToken cancellationToken);

    /// <summary>Those in a state, wherever they are, the oldest first.</summary>
    Task<IReadOnlyList<DigestSubscription>> InStateAsync(
        DigestState state,
        int most,
        CancellationToken cancellationToken
    );

    /// <summary>How many there are in each state.</summary>
    Task<IReadOnlyDictionary<DigestState, int>> CountAsync(CancellationToken cancellationToken);
}
