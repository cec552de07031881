using PaperBot.Core.Digests;

namespace PaperBot.Handlers.Digests;

/// <summary>What a digest's first line tells.</summary>
/// <param name="Subscription">Before this turn.</param>
/// <param name="Reading">What the lists say.</param>
/// <param name="Announced">How many papers were announced since the last digest.</param>
/// <param name="Next">When the next digest is due.</param>
internal sealed record DigestFacts(
    DigestSubscription Subscription,
    DigestReading Reading,
    int Announced,
    DateTimeOffset Next
)
{
    /// <summary>The day under which its papers are kept; null for a preview, which keeps none.</summary>
    public DateOnly? Day { get; init; }
}
