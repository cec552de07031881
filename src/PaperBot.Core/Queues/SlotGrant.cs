namespace PaperBot.Core.Queues;

/// <summary>The answer to a <see cref="SlotRequest"/>.</summary>
/// <param name="Lease">The right to start now; null when it is too early or all connections are taken.</param>
/// <param name="NotBefore">
/// Without a lease: when to ask again at the earliest. That is the next slot or the end of a hold-back, the later of
/// the two; only when neither is in the way, the first expiry among the leases that are.
/// With one: the moment since which the slot was free, at most now.
/// </param>
/// <param name="AllConnectionsTaken">Without a lease: true when only a running attempt is in the way.</param>
public sealed record SlotGrant(SlotLease? Lease, DateTimeOffset NotBefore, bool AllConnectionsTaken = false);
