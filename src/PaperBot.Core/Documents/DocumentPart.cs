namespace PaperBot.Core.Documents;

/// <summary>A paragraph, caption or reference as a reader of HTML or PDF hands it to <see cref="DocumentBuilder"/>.</summary>
/// <param name="Kind">What it is.</param>
/// <param name="Text">Plain text with formulas as LaTeX between dollar signs.</param>
public sealed record DocumentPart(PassageKind Kind, string Text)
{
    /// <summary>The fragment of the HTML version; null when unknown.</summary>
    public string? Anchor { get; init; }

    /// <summary>
    /// Where pages begin inside <see cref="Text"/>: (index of a character, page), ascending, the first at 0. Empty:
    /// pages are unknown.
    /// </summary>
    public IReadOnlyList<(int At, int Page)> Pages { get; init; } = [];
}
