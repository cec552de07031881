using PaperBot.Core.Papers;

namespace PaperBot.Core.Readers;

/// <summary>How many persons did what with a paper in a place, each counted once of a kind.</summary>
/// <param name="Paper">Which, without version.</param>
/// <param name="Counts">By kind; a kind that is missing is none.</param>
public sealed record PaperUses(ArxivId Paper, IReadOnlyDictionary<PaperUseKind, int> Counts)
{
    /// <summary>How many of a kind.</summary>
    public int Of(PaperUseKind kind) => Counts.GetValueOrDefault(kind);

    /// <summary>Votes for it less votes against it.</summary>
    public int Votes => Of(PaperUseKind.Up) - Of(PaperUseKind.Down);

    /// <summary>Everything but votes.</summary>
    public int Opens => Of(PaperUseKind.Details) + Of(PaperUseKind.Faq) + Of(PaperUseKind.Pdf) + Of(PaperUseKind.Asked);
}
