namespace PaperBot.Core.Queues;

/// <summary>The answer to a <see cref="SlotRequest"/>.</summary>
/// <param name="Lease">The right to start now; null when it is too early or all connections are taken.</param>
/// <param name="NotBefore">
/// Without a lease: when to ask again at the earliest (the next slot, or the expiry of the lease that is in the way).
/// With one: the moment of the slot.
/// </param>
/// <param name="AllConnectionsTaken">Without a lease: true when only a running attempt is in the way.</param>
public sealed record SlotGrant(SlotLease? Lease, DateTimeOffset NotBefore, bool AllConnectionsTaken = false);
