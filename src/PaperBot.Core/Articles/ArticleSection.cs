namespace PaperBot.Core.Articles;

/// <summary>A heading and what stands under it, up to the next heading of any level.</summary>
/// <param name="Heading">Plain text with formulas; empty for the text before the first heading.</param>
/// <param name="Level">1 for the greatest heading of the article, growing; 0 for the text before the first.</param>
/// <param name="Anchor">The fragment that leads there, without <c>#</c>; null when the page has none.</param>
/// <param name="Blocks">In order.</param>
public sealed record ArticleSection(string Heading, int Level, string? Anchor, IReadOnlyList<ArticleBlock> Blocks);
