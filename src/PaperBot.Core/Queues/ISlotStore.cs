namespace PaperBot.Core.Queues;

/// <summary>
/// Persisted pace of the upstreams: slots are reserved and leases taken atomically, so that neither a restart nor a
/// second process breaks an upstream's terms. All moments are the store's <see cref="TimeProvider"/>'s, and none is
/// rounded down.
/// </summary>
public interface ISlotStore
{
    /// <summary>
    /// Takes a slot and a lease when both are free now. Otherwise nothing changes, except that a slot, a hold-back or a
    /// lease's expiry further ahead than <see cref="SlotRequest.FarthestAhead"/> (for an expiry: or the lease's own
    /// length, when that is longer) is brought back to there: the clock was set back.
    /// </summary>
    Task<SlotGrant> TryTakeAsync(SlotRequest request, CancellationToken cancellationToken);

    /// <summary>
    /// The attempt is over. Without effect for a lease that has expired and was taken over, or was released before.
    /// </summary>
    /// <param name="lease">What was granted.</param>
    /// <param name="startedAt">
    /// When the request really left, when that was later than its slot: each of the lease's limits is moved so that the
    /// pace also holds from there (<see cref="Gcra.Postpone"/>). Null when nothing was sent or it left on time.
    /// </param>
    /// <param name="cancellationToken">Gives up waiting for the store.</param>
    Task ReleaseAsync(SlotLease lease, DateTimeOffset? startedAt, CancellationToken cancellationToken);

    /// <summary>Nobody starts before <paramref name="until"/>; an earlier hold is never shortened.</summary>
    Task HoldBackAsync(string upstream, DateTimeOffset until, CancellationToken cancellationToken);

    /// <summary>How the upstream's pace stands.</summary>
    Task<SlotState> ReadAsync(string upstream, CancellationToken cancellationToken);
}
