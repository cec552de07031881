using PaperBot.Core.Digests;
using PaperBot.Core.Identity;

namespace PaperBot.Tests.Handlers.Digests;

/// <summary>
/// One process's way to the stores. At any call, before or after it has an effect, the process may die: an exception
/// that nothing in it survives.
/// </summary>
internal sealed class MortalStores(ISubscriptionStore subscriptions, IDigestDeliveryStore deliveries, Action step)
    : ISubscriptionStore,
        IDigestDeliveryStore
{
    public Task<bool> AddAsync(DigestSubscription subscription, PersonId owner, CancellationToken cancellationToken) =>
        subscriptions.AddAsync(subscription, owner, cancellationToken);

    public Task<IReadOnlyList<DigestSubscription>> OfPlaceAsync(PlaceId place, CancellationToken cancellationToken) =>
        subscriptions.OfPlaceAsync(place, cancellationToken);

    public Task<DigestSubscription?> FindAsync(string id, CancellationToken cancellationToken) =>
        LivingAsync(() => subscriptions.FindAsync(id, cancellationToken));

    public Task<bool> ChangeAsync(DigestSubscription subscription, CancellationToken cancellationToken) =>
        LivingAsync(() => subscriptions.ChangeAsync(subscription, cancellationToken));

    public Task<bool> RemoveAsync(string id, CancellationToken cancellationToken) =>
        subscriptions.RemoveAsync(id, cancellationToken);

    public Task<IReadOnlyList<DigestSubscription>> TakeAsync(
        TimeSpan lease,
        int most,
        CancellationToken cancellationToken
    ) => LivingAsync(() => subscriptions.TakeAsync(lease, most, cancellationToken));

    public Task<DeliveryId?> FinishAsync(DigestTurn turn, CancellationToken cancellationToken) =>
        LivingAsync(() => subscriptions.FinishAsync(turn, cancellationToken));

    public Task<IReadOnlySet<string>> SeenAsync(
        string id,
        IReadOnlyCollection<string> keys,
        CancellationToken cancellationToken
    ) => subscriptions.SeenAsync(id, keys, cancellationToken);

    public Task<DeliveredPaper?> WhereAsync(string id, string key, CancellationToken cancellationToken) =>
        subscriptions.WhereAsync(id, key, cancellationToken);

    public Task<IReadOnlyList<DigestDelivery>> TakeAsync(
        string process,
        TimeSpan lease,
        int most,
        CancellationToken cancellationToken
    ) => LivingAsync(() => deliveries.TakeAsync(process, lease, most, cancellationToken));

    public Task SettleAsync(DigestDelivery delivery, string process, CancellationToken cancellationToken) =>
        LivingAsync(async () =>
        {
            await deliveries.SettleAsync(delivery, process, cancellationToken);
            return true;
        });

    public Task<IReadOnlyDictionary<DeliveryState, int>> CountAsync(
        DateTimeOffset since,
        CancellationToken cancellationToken
    ) => deliveries.CountAsync(since, cancellationToken);

    public Task<IReadOnlyList<DigestDelivery>> LastAsync(
        string subscription,
        int most,
        CancellationToken cancellationToken
    ) => deliveries.LastAsync(subscription, most, cancellationToken);

    public Task<IReadOnlyList<DeliveredPaper>> PapersAsync(
        string id,
        DateOnly day,
        CancellationToken cancellationToken
    ) => subscriptions.PapersAsync(id, day, cancellationToken);

    public Task<IReadOnlyList<DigestSubscription>> InStateAsync(
        DigestState state,
        int most,
        CancellationToken cancellationToken
    ) => subscriptions.InStateAsync(state, most, cancellationToken);

    public Task<IReadOnlyDictionary<DigestState, int>> CountAsync(CancellationToken cancellationToken) =>
        subscriptions.CountAsync(cancellationToken);

    public Task<IReadOnlyList<DigestDelivery>> TroublesAsync(
        DateTimeOffset since,
        int most,
        CancellationToken cancellationToken
    ) => deliveries.TroublesAsync(since, most, cancellationToken);

    public Task<int> ExpireAsync(CancellationToken cancellationToken) => deliveries.ExpireAsync(cancellationToken);

    private async Task<T> LivingAsync<T>(Func<Task<T>> work)
    {
        step();
        var result = await work();
        step();
        return result;
    }
}
