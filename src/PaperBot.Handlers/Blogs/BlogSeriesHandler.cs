using PaperBot.Core.Articles;
using PaperBot.Core.Commands;
using PaperBot.Core.Outcomes;
using PaperBot.Core.Replies;
using PaperBot.Core.Texts;

namespace PaperBot.Handlers.Blogs;

/// <summary><c>/blog series</c>: the parts before and after an article, as the pages link them.</summary>
internal sealed class BlogSeriesHandler(
    ArticleFinder finder,
    IArticleStore store,
    ArticleLine lines,
    ArticleList list,
    ITexts texts
) : ICommandHandler
{
    private const int MostEachWay = 4;

    public CommandSpec Spec { get; } =
        new("blog series")
        {
            Aliases = ["博客 系列", "article series", "文章 系列"],
            Parameters = [BlogReadHandler.Article],
        };

    public async Task<Outcome<Reply>> HandleAsync(CommandRequest request, CancellationToken cancellationToken)
    {
        var found = await finder.FindAsync(request.Text("article")!, cancellationToken);
        if (!found.IsOk)
            return found.Error;
        var article = found.Value;
        var before = await FollowAsync(article, one => one.Previous, cancellationToken);
        var after = await FollowAsync(article, one => one.Next, cancellationToken);
        if (before.Count + after.Count == 0)
            return Errors.NotFound("blog.series.none");
        before.Reverse();
        List<Article> parts = [.. before, article, .. after];
        var choices = await list.OfferAsync(request, parts.Select(part => part.Id), cancellationToken);
        var here = texts.Get(request.Locale, "blog.series.here");
        var entries = parts.Select(part =>
            lines.Of(ArticleHead.Of(part), request.Locale) + (part == article ? $" **{here}**" : "")
        );
        var title = ArticleLinks.Title(article.Title, article.Address, []);
        var heading = texts.Get(request.Locale, "blog.series.heading", ("title", title));
        return Reply.Of(new Card("series") { Markdown = heading + "\n\n" + ArticleList.Numbered(entries, 1) }) with
        {
            Choices = choices,
        };
    }

    private async Task<List<Article>> FollowAsync(
        Article from,
        Func<Article, Uri?> next,
        CancellationToken cancellationToken
    )
    {
        var parts = new List<Article>();
        var seen = new HashSet<ArticleId> { from.Id };
        var at = from;
        while (parts.Count < MostEachWay && next(at) is { } address)
        {
            if (await store.FindAsync(address, cancellationToken) is not { } head || !seen.Add(head.Id))
                break;
            if (await store.FindAsync([head.Id], cancellationToken) is not [var part])
                break;
            parts.Add(at = part);
        }
        return parts;
    }
}
