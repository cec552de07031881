namespace PaperBot.Core.Papers;

/// <summary>The sequence of changes of the stored papers, for what is derived from them.</summary>
public interface IPaperChanges
{
    /// <summary>
    /// The papers (latest versions) that changed after a number, in the order of the numbers. A paper that changes
    /// again comes again with a greater number. A paper is replaced, never removed.
    /// </summary>
    /// <param name="after">The last number that was seen; 0 for everything.</param>
    /// <param name="most">At most so many.</param>
    /// <param name="cancellationToken">Gives up.</param>
    Task<IReadOnlyList<PaperChange>> ChangesAsync(long after, int most, CancellationToken cancellationToken);

    /// <summary>The number of the last change of a latest version; 0 when there never was one.</summary>
    Task<long> LastChangeAsync(CancellationToken cancellationToken);

    /// <summary>
    /// The latest versions of papers by <see cref="ArxivId.Paper"/>, in no order; those that are not stored are left
    /// out. It does not count as asking for them.
    /// </summary>
    Task<IReadOnlyList<StoredPaper>> ReadAsync(IReadOnlyCollection<string> papers, CancellationToken cancellationToken);
}
