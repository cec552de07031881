namespace PaperBot.Core.Articles;

/// <summary>What a line of a list says of an article.</summary>
/// <param name="Id">The id.</param>
/// <param name="Source">The source's name.</param>
/// <param name="Address">The canonical address.</param>
/// <param name="Title">Plain text with formulas.</param>
/// <param name="Authors">In order.</param>
/// <param name="PublishedAt">Null when unknown.</param>
/// <param name="Language"><c>zh</c>, <c>en</c>, …</param>
/// <param name="Tags">As the page writes them.</param>
public sealed record ArticleHead(
    ArticleId Id,
    string Source,
    Uri Address,
    string Title,
    IReadOnlyList<string> Authors,
    DateTimeOffset? PublishedAt,
    string Language,
    IReadOnlyList<string> Tags
)
{
    /// <summary>The head of an article.</summary>
    public static ArticleHead Of(Article article)
    {
        ArgumentNullException.ThrowIfNull(article);
        return new(
            article.Id,
            article.Source,
            article.Address,
            article.Title,
            article.Authors,
            article.PublishedAt,
            article.Language,
            article.Tags
        );
    }
}
