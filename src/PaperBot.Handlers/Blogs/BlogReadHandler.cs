using PaperBot.Core.Articles;
using PaperBot.Core.Commands;
using PaperBot.Core.Outcomes;
using PaperBot.Core.Replies;

namespace PaperBot.Handlers.Blogs;

/// <summary><c>/blog read</c>: an article's outline and first lines, and the way to it.</summary>
internal sealed class BlogReadHandler(ArticleFinder finder, ArticleCard cards, IArticleStore store) : ICommandHandler
{
    public static Parameter Article { get; } =
        new("article")
        {
            Required = true,
            Positional = true,
            Aliases = ["文章"],
        };

    public CommandSpec Spec { get; } =
        new("blog read") { Aliases = ["博客 阅读", "读博客", "article read", "文章 阅读"], Parameters = [Article] };

    public async Task<Outcome<Reply>> HandleAsync(CommandRequest request, CancellationToken cancellationToken)
    {
        var found = await finder.FindAsync(request.Text("article")!, cancellationToken);
        if (!found.IsOk)
            return found.Error;
        await store.OpenedAsync(found.Value.Id, cancellationToken);
        return Reply.Of(cards.Of(found.Value, request.Locale));
    }
}
