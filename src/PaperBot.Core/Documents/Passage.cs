namespace PaperBot.Core.Documents;

/// <summary>
/// The smallest piece of a document that is cited: some sentences of one section that begin on one page, at most about
/// <see cref="DocumentBuilder.MostWords"/> words. Passages do not overlap and stand in reading order.
/// </summary>
/// <param name="Key">
/// Opaque: letters and digits that say nothing of the place, so that a model cannot make up a neighbour's. The same
/// text gives the same keys again. See <see cref="PassageKey"/>.
/// </param>
/// <param name="Section">Index into <see cref="PaperDocument.Sections"/>.</param>
/// <param name="Kind">What it is.</param>
/// <param name="Text">Plain text with formulas as LaTeX between dollar signs; white space folded.</param>
public sealed record Passage(string Key, int Section, PassageKind Kind, string Text)
{
    /// <summary>The page on which it begins, from 1, as a reader of the file counts; null when unknown.</summary>
    public int? Page { get; init; }

    /// <summary>The fragment under which the HTML version has it (<c>S3.SS2.p1</c>); null when unknown.</summary>
    public string? Anchor { get; init; }
}
