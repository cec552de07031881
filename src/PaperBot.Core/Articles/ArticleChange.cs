namespace PaperBot.Core.Articles;

/// <summary>One step of the change sequence: what an article is after it.</summary>
/// <param name="Number">Grows in the order of the commits. What follows the sequence keeps the last number it has seen.</param>
/// <param name="Id">Which article.</param>
/// <param name="Article">As it is now; null when it was removed.</param>
public sealed record ArticleChange(long Number, ArticleId Id, Article? Article);
