using PaperBot.Core.Texts;

namespace PaperBot.Core.Papers;

/// <summary>One of arXiv's categories, or an archive that stands for several.</summary>
/// <param name="Name">arXiv's canonical name: <c>cs.CL</c>, <c>hep-th</c>, <c>cs</c>.</param>
/// <param name="English">What arXiv calls it.</param>
/// <param name="Chinese">The same in Chinese.</param>
/// <param name="Former">Aliases and archives that were merged into it: <c>cs.SY</c> for <c>eess.SY</c>.</param>
/// <param name="Also">Other words that people use for it.</param>
public sealed record ArxivCategory(
    string Name,
    string English,
    string Chinese,
    IReadOnlyList<string> Former,
    IReadOnlyList<string> Also
)
{
    /// <summary>The archive: <c>cs</c> for <c>cs.CL</c>, <c>hep-th</c> for itself.</summary>
    public string Archive => ArxivCategories.ArchiveOf(Name);

    /// <summary>True for a whole archive that has categories of its own: <c>cs</c>, but not <c>hep-th</c>.</summary>
    public bool IsArchive { get; init; }

    /// <summary>What it is called in a language.</summary>
    public string In(Locale locale) => locale.IsChinese ? Chinese : English;
}
