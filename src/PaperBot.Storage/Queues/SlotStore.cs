using PaperBot.Core.Queues;
using PaperBot.Storage.Engines;

namespace PaperBot.Storage.Queues;

/// <summary>
/// One transaction a question: it locks the upstream's row (on SQLite the database), reckons by <see cref="Gcra"/> and
/// writes back what changed. Instants are ticks: no moment may be rounded down.
/// </summary>
internal sealed class SlotStore(Database database, TimeProvider time) : ISlotStore
{
    private const int LongestName = 300;

    public Task<SlotGrant> TryTakeAsync(SlotRequest request, CancellationToken cancellationToken) =>
        database.WriteAsync(
            async session =>
            {
                var slots = await SlotBook.LockAsync(session, Name(request.Upstream));
                var grant = slots.TryTake(request, time.GetUtcNow());
                await slots.SaveAsync(session);
                return grant;
            },
            cancellationToken
        );

    public Task ReleaseAsync(SlotLease lease, DateTimeOffset? startedAt, CancellationToken cancellationToken) =>
        database.WriteAsync(
            async session =>
            {
                var slots = await SlotBook.LockAsync(session, Name(lease.Upstream));
                slots.Release(lease, startedAt);
                await slots.SaveAsync(session);
                return true;
            },
            cancellationToken
        );

    public Task HoldBackAsync(string upstream, DateTimeOffset until, CancellationToken cancellationToken) =>
        database.WriteAsync(
            async session =>
            {
                var slots = await SlotBook.LockAsync(session, Name(upstream));
                slots.HoldBack(until);
                await slots.SaveAsync(session);
                return true;
            },
            cancellationToken
        );

    public Task<SlotState> ReadAsync(string upstream, CancellationToken cancellationToken) =>
        database.ReadAsync(
            async session => (await SlotBook.ReadAsync(session, Name(upstream))).State(time.GetUtcNow()),
            cancellationToken
        );

    private static string Name(string upstream) => StoredText.Of(upstream, LongestName);
}
