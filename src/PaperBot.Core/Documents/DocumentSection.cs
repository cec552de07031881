namespace PaperBot.Core.Documents;

/// <summary>A section of a document.</summary>
/// <param name="Number">As printed: <c>3.2</c>, <c>A.1</c>; null when it has none.</param>
/// <param name="Title">Plain text with formulas, without the number; empty for what stands before the first heading.</param>
/// <param name="Level">1 for a section, 2 for a subsection and so on; 0 for what stands before the first heading.</param>
/// <param name="Anchor">The fragment under which the HTML version has it (<c>S3.SS2</c>); null when unknown.</param>
public sealed record DocumentSection(string? Number, string Title, int Level, string? Anchor = null);
