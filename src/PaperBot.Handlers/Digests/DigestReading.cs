using PaperBot.Core.Papers;

namespace PaperBot.Handlers.Digests;

/// <summary>What the lists say about a run of days.</summary>
/// <param name="Papers">Each once, in arXiv's order.</param>
/// <param name="Target">The last of the days.</param>
internal sealed record DigestReading(IReadOnlyList<DigestPaper> Papers, DateOnly Target)
{
    /// <summary>True when the target's list is not there yet, or arXiv does not answer.</summary>
    public bool IsMissing { get; init; }

    /// <summary>Why the target has nothing; null when it has something.</summary>
    public QuietReason? Quiet { get; init; }
}
