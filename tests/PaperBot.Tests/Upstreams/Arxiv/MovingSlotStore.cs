using PaperBot.Core.Queues;
using PaperBot.Testing.Time;

namespace PaperBot.Tests.Upstreams.Arxiv;

/// <summary>
/// Moves time to the next slot instead of letting the queue wait for it, as soon as <see cref="MayMove"/> says so. Over
/// real connections nobody else can tell when everything else is done.
/// </summary>
internal sealed class MovingSlotStore(ISlotStore inner, ManualTimeProvider clock) : ISlotStore
{
    /// <summary>Whether everything has happened that is to happen before the next slot.</summary>
    public Func<bool> MayMove { get; set; } = () => true;

    public async Task<SlotGrant> TryTakeAsync(SlotRequest request, CancellationToken cancellationToken)
    {
        while (true)
        {
            var grant = await inner.TryTakeAsync(request, cancellationToken);
            if (grant.Lease is not null || grant.AllConnectionsTaken)
                return grant;
            while (!MayMove())
                await Task.Yield();
            if (grant.NotBefore > clock.GetUtcNow())
                clock.Advance(grant.NotBefore - clock.GetUtcNow());
        }
    }

    public Task ReleaseAsync(SlotLease lease, DateTimeOffset? startedAt, CancellationToken cancellationToken) =>
        inner.ReleaseAsync(lease, startedAt, cancellationToken);

    public Task HoldBackAsync(string upstream, DateTimeOffset until, CancellationToken cancellationToken) =>
        inner.HoldBackAsync(upstream, until, cancellationToken);

    public Task<SlotState> ReadAsync(string upstream, CancellationToken cancellationToken) =>
        inner.ReadAsync(upstream, cancellationToken);
}
