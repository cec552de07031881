namespace PaperBot.Core.Papers;

/// <summary>A record with where it comes from and how old it is.</summary>
/// <param name="Paper">The record.</param>
/// <param name="Origin">Where it comes from.</param>
/// <param name="FetchedAt">When it was read there.</param>
public sealed record StoredPaper(Paper Paper, PaperOrigin Origin, DateTimeOffset FetchedAt)
{
    /// <summary>
    /// True when it is shown although it is older than it should be, because arXiv does not answer: the reply says so.
    /// </summary>
    public bool Outdated { get; init; }

    /// <summary>
    /// When the source last told that this version is the paper's latest: it was asked without a version. Null when it
    /// never did, as for a record that was asked for by its version; such a record does not answer for the latest.
    /// </summary>
    public DateTimeOffset? LatestAt { get; init; }
}
