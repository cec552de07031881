using PaperBot.Core.Identity;
using PaperBot.Core.Papers;

namespace PaperBot.Core.Readers;

/// <summary>
/// What readers did with papers, by place: each person once of a kind, for as long as <c>Storage:Keep:PaperUses</c> says.
/// </summary>
public interface IPaperUseStore
{
    /// <summary>
    /// Notes a use; one that is known is only made younger. A vote takes the place of the person's other vote.
    /// </summary>
    Task NoteAsync(PaperUse use, CancellationToken cancellationToken);

    /// <summary>Takes a person's vote back.</summary>
    /// <returns>False when there was none.</returns>
    Task<bool> WithdrawAsync(PlaceId place, ArxivId paper, PersonId person, CancellationToken cancellationToken);

    /// <summary>The counts of these papers in a place, by paper without version; those without any are left out.</summary>
    Task<IReadOnlyDictionary<ArxivId, PaperUses>> CountAsync(
        PlaceId place,
        IReadOnlyCollection<ArxivId> papers,
        CancellationToken cancellationToken
    );

    /// <summary>What was used in a place since a moment, in no order.</summary>
    Task<IReadOnlyList<PaperUses>> SinceAsync(PlaceId place, DateTimeOffset since, CancellationToken cancellationToken);
}
