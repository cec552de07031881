namespace PaperBot.Core.Papers;

/// <summary>A stored announcement of one category.</summary>
/// <param name="Entries">In arXiv's order.</param>
/// <param name="FetchedAt">When it was last read.</param>
public sealed record StoredListing(IReadOnlyList<AnnouncedEntry> Entries, DateTimeOffset FetchedAt);
