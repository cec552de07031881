using PaperBot.Core.Articles;
using PaperBot.Search.Index;

namespace PaperBot.Search.Feeding;

/// <summary>Articles of blogs.</summary>
internal sealed class ArticleSource(IArticleStore articles) : IChangeSource
{
    public string Name => "articles";

    public async Task<IReadOnlyList<IndexChange>> ChangesAsync(
        long after,
        int most,
        CancellationToken cancellationToken
    )
    {
        var changes = await articles.ChangesAsync(after, most, cancellationToken);
        return
        [
            .. changes.Select(change => new IndexChange(
                change.Number,
                change.Id.ToString(),
                change.Article is { } article ? Document(article) : null
            )),
        ];
    }

    public Task<long> LastChangeAsync(CancellationToken cancellationToken) =>
        articles.LastChangeAsync(cancellationToken);

    private static IndexedDocument Document(Article article) =>
        new(article.Id.ToString())
        {
            Title = article.Title,
            Tags = string.Join('\n', [.. article.Tags, .. article.Categories, .. article.Authors]),
            Headings = string.Join('\n', article.Sections.Select(section => section.Heading)),
            Body = Text(article),
            Comments = string.Join('\n', article.Comments.Select(comment => comment.Text)),
            Source = article.Source,
            Day = article.PublishedAt is { } at ? DateOnly.FromDateTime(at.UtcDateTime) : null,
        };

    public static string Text(Article article) =>
        string.Join(
            '\n',
            article.Sections.SelectMany(section => section.Blocks).Select(block => block.Text).Prepend(article.Summary)
        );
}
