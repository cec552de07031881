namespace PaperBot.Search.Passages;

/// <summary>A stretch of a document from which a passage may be taken.</summary>
/// <param name="Text">Plain text with formulas.</param>
/// <param name="Section">The heading above it; null for none.</param>
/// <param name="Anchor">The fragment that leads there; null for none.</param>
/// <param name="IsComment">Whether a reader wrote it.</param>
internal sealed record PassageSource(string Text, string? Section, string? Anchor, bool IsComment = false);
