using PaperBot.Core.Articles;
using PaperBot.Core.Commands;
using PaperBot.Core.Outcomes;
using PaperBot.Core.Replies;
using PaperBot.Core.Texts;

namespace PaperBot.Handlers.Blogs;

/// <summary><c>/blog related</c>: articles about the same.</summary>
internal sealed class BlogRelatedHandler(
    ArticleFinder finder,
    ITextSearch search,
    ArticleLine lines,
    ArticleList list,
    ITexts texts
) : ICommandHandler
{
    private const int Most = 6;

    public CommandSpec Spec { get; } =
        new("blog related")
        {
            Aliases = ["博客 相关", "article related", "文章 相关"],
            Parameters = [BlogReadHandler.Article],
        };

    public async Task<Outcome<Reply>> HandleAsync(CommandRequest request, CancellationToken cancellationToken)
    {
        var found = await finder.FindAsync(request.Text("article")!, cancellationToken);
        if (!found.IsOk)
            return found.Error;
        var article = found.Value;
        var related = await search.RelatedAsync(article.Id, Most, cancellationToken);
        if (related.Count == 0)
            return Errors.NotFound("blog.related.none");
        var choices = await list.OfferAsync(request, related.Select(hit => hit.Article.Id), cancellationToken);
        var title = ArticleLinks.Title(article.Title, article.Address, []);
        var heading = texts.Get(request.Locale, "blog.related.heading", ("title", title));
        var entries = related.Select(hit => lines.Of(hit.Article, request.Locale));
        return Reply.Of(new Card("related") { Markdown = heading + "\n\n" + ArticleList.Numbered(entries, 1) }) with
        {
            Choices = choices,
        };
    }
}
