namespace PaperBot.Core.Queues;

/// <summary>A wish to start one attempt at an upstream now.</summary>
/// <param name="Upstream">The queue's name; all processes that share the store share its pace.</param>
/// <param name="Charges">What it costs, by limit.</param>
/// <param name="Concurrent">How many attempts may be under way at once, over all processes; 1 for arXiv.</param>
/// <param name="Owner">Which process asks, for the lease.</param>
/// <param name="Lease">How long the attempt may take at most; then the lease is void.</param>
/// <param name="FarthestAhead">A slot further ahead than this is clamped: the clock was set back.</param>
public sealed record SlotRequest(
    string Upstream,
    IReadOnlyList<SlotCharge> Charges,
    int Concurrent,
    string Owner,
    TimeSpan Lease,
    TimeSpan FarthestAhead
);
