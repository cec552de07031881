using PaperBot.Core.Papers;

namespace PaperBot.Upstreams.Arxiv;

/// <summary>What is known of a day's lists.</summary>
/// <param name="Lists">By category; a category that announced nothing, or was not heard of, is empty or absent.</param>
internal sealed record AnnouncementReading(IReadOnlyDictionary<string, StoredListing> Lists)
{
    /// <summary>What was read just now, by paper; stored entries are looked up.</summary>
    public IReadOnlyDictionary<ArxivId, Paper> Papers { get; init; } = new Dictionary<ArxivId, Paper>();

    /// <summary>True when something is shown from the store because arXiv does not answer.</summary>
    public bool IsOutdated { get; init; }
}
