namespace PaperBot.Core.Papers;

/// <summary>What arXiv announced on one day in a selection of categories.</summary>
/// <param name="Day">The day of the mailing in US Eastern time, as arXiv dates it.</param>
/// <param name="Papers">Each once, in arXiv's order; empty on a day without an announcement.</param>
/// <param name="FetchedAt">When it was read.</param>
public sealed record Announcement(DateOnly Day, IReadOnlyList<AnnouncedPaper> Papers, DateTimeOffset FetchedAt)
{
    /// <summary>Why there is nothing; null when there is something.</summary>
    public QuietReason? Quiet { get; init; }

    /// <summary>When the next announcement is due by arXiv's calendar.</summary>
    public DateTimeOffset? NextDue { get; init; }

    /// <summary>True when it is shown from the store because arXiv does not answer.</summary>
    public bool Outdated { get; init; }
}
