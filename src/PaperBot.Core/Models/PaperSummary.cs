using PaperBot.Core.Texts;

namespace PaperBot.Core.Models;

/// <summary>One sentence about a paper.</summary>
/// <param name="Markdown">The sentence, safe to show.</param>
/// <param name="Language">The language that it is in: the abstract's own when there was no model.</param>
/// <param name="Model">Which model wrote it; null for a sentence of the abstract.</param>
public sealed record PaperSummary(string Markdown, Locale Language, string? Model);
