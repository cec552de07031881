namespace PaperBot.Core.Papers;

/// <summary>The announcements that were read, by day and category.</summary>
public interface IAnnouncementStore
{
    /// <summary>
    /// Stores what a category announced on a day; entries already there stay, so that a later reading only adds.
    /// The records themselves go into <see cref="IPaperStore"/>.
    /// </summary>
    Task SaveAsync(
        DateOnly day,
        string category,
        IReadOnlyList<AnnouncedEntry> entries,
        DateTimeOffset fetchedAt,
        CancellationToken cancellationToken
    );

    /// <summary>What is stored of a day for the categories that were read; a category never read is left out.</summary>
    Task<IReadOnlyDictionary<string, StoredListing>> FindAsync(
        DateOnly day,
        IReadOnlyCollection<string> categories,
        CancellationToken cancellationToken
    );

    /// <summary>The latest day stored for any category; null when none is.</summary>
    Task<DateOnly?> LatestDayAsync(CancellationToken cancellationToken);
}
