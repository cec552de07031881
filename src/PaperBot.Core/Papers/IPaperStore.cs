namespace PaperBot.Core.Papers;

/// <summary>The papers that were seen, by id and version.</summary>
public interface IPaperStore
{
    /// <summary>
    /// The stored records of the ids, in no order; ids that are not stored are left out. Without a version: the
    /// latest that is stored.
    /// </summary>
    Task<IReadOnlyList<StoredPaper>> FindAsync(IReadOnlyCollection<ArxivId> ids, CancellationToken cancellationToken);

    /// <summary>
    /// Stores records. One from a weaker <see cref="PaperOrigin"/> never replaces one from a stronger; a record from
    /// the API removes the sample of the same paper. A known <see cref="StoredPaper.LatestAt"/> is never set back.
    /// </summary>
    Task SaveAsync(IReadOnlyCollection<StoredPaper> papers, CancellationToken cancellationToken);

    /// <summary>
    /// Papers (latest versions) whose title, authors or id contain every word, best title matches first.
    /// </summary>
    /// <param name="words">Folded by the store: case, accents, full width.</param>
    /// <param name="most">At most so many.</param>
    /// <param name="cancellationToken">Gives up.</param>
    Task<IReadOnlyList<StoredPaper>> SearchAsync(
        IReadOnlyList<string> words,
        int most,
        CancellationToken cancellationToken
    );

    /// <summary>The papers that were asked for last, for suggestions.</summary>
    Task<IReadOnlyList<StoredPaper>> RecentAsync(int most, CancellationToken cancellationToken);

    /// <summary>How many papers are stored.</summary>
    Task<int> CountAsync(CancellationToken cancellationToken);
}
