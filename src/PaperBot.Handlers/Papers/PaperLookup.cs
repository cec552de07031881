using PaperBot.Core.Outcomes;
using PaperBot.Core.Papers;

namespace PaperBot.Handlers.Papers;

/// <summary>What came of looking up what a person typed.</summary>
/// <param name="Found">The papers, in the order typed.</param>
/// <param name="Failed">What was not found or is no identifier, as typed, each with its reason.</param>
/// <param name="Choices">Papers to choose from, when words of a title match several; else empty.</param>
/// <param name="Left">Identifiers beyond what one reply takes.</param>
internal sealed record PaperLookup(
    IReadOnlyList<FoundPaper> Found,
    IReadOnlyList<(string Typed, Error Error)> Failed,
    IReadOnlyList<StoredPaper> Choices,
    IReadOnlyList<ArxivId> Left
)
{
    /// <summary>True when the choices are of the store only, because arXiv does not answer.</summary>
    public bool OnlyStored { get; init; }
}
