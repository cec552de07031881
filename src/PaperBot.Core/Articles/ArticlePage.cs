namespace PaperBot.Core.Articles;

/// <summary>One page of a list of articles.</summary>
/// <param name="Articles">In order.</param>
/// <param name="Total">How many there are over all pages.</param>
public sealed record ArticlePage(IReadOnlyList<ArticleHead> Articles, int Total);
