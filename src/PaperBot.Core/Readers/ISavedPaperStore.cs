using PaperBot.Core.Identity;
using PaperBot.Core.Papers;

namespace PaperBot.Core.Readers;

/// <summary>The reading lists of persons.</summary>
public interface ISavedPaperStore
{
    /// <summary>The most papers on one list.</summary>
    const int Most = 1_000;

    /// <summary>Puts papers on a person's list; those that are there stay where they are.</summary>
    /// <returns>How many are new; fewer than given when the list is full.</returns>
    Task<int> SaveAsync(PersonId person, IReadOnlyCollection<ArxivId> papers, CancellationToken cancellationToken);

    /// <summary>Takes papers off; without any all of them.</summary>
    /// <returns>How many went.</returns>
    Task<int> RemoveAsync(PersonId person, IReadOnlyCollection<ArxivId>? papers, CancellationToken cancellationToken);

    /// <summary>The list, the latest first.</summary>
    Task<IReadOnlyList<ArxivId>> ListAsync(PersonId person, CancellationToken cancellationToken);
}
