namespace PaperBot.Core.Queues;

/// <summary>The right to have one attempt under way.</summary>
/// <param name="Upstream">The queue's name.</param>
/// <param name="Fence">Grows with each lease of the upstream; a holder with an old one has lost its lease.</param>
/// <param name="Owner">Which process holds it.</param>
/// <param name="ExpiresAt">When it is void by itself.</param>
/// <param name="Charges">What was paid for it, so that a later departure moves the right limits.</param>
public sealed record SlotLease(
    string Upstream,
    long Fence,
    string Owner,
    DateTimeOffset ExpiresAt,
    IReadOnlyList<SlotCharge> Charges
);
