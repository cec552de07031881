namespace PaperBot.Core.Articles;

/// <summary>The best place of a document for a question: some sentences, never the whole text.</summary>
/// <param name="Text">Plain text with whole formulas between dollar signs, at most some 300 characters.</param>
/// <param name="Marks">What was found in it, in order, not overlapping.</param>
public sealed record TextPassage(string Text, IReadOnlyList<TextMark> Marks)
{
    /// <summary>The heading that it stands under; null for none.</summary>
    public string? Section { get; init; }

    /// <summary>The fragment that leads there, without <c>#</c>; null when there is none.</summary>
    public string? Anchor { get; init; }

    /// <summary>True when it was found in a reader's comment.</summary>
    public bool IsComment { get; init; }

    /// <summary>True when words were left out before it.</summary>
    public bool CutBefore { get; init; }

    /// <summary>True when words were left out after it.</summary>
    public bool CutAfter { get; init; }
}
