namespace PaperBot.Core.Articles;

/// <summary>A reader's comment. Who wrote it is not kept.</summary>
/// <param name="Text">Plain text with formulas.</param>
/// <param name="Anchor">The fragment that leads there, without <c>#</c>; null when the page has none.</param>
public sealed record ArticleComment(string Text, string? Anchor = null);
