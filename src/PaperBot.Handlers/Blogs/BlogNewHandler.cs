using PaperBot.Core.Articles;
using PaperBot.Core.Commands;
using PaperBot.Core.Outcomes;
using PaperBot.Core.Replies;

namespace PaperBot.Handlers.Blogs;

/// <summary><c>/blog new</c>.</summary>
internal sealed class BlogNewHandler(IArticleStore store, ArticleList list) : ICommandHandler
{
    public CommandSpec Spec { get; } =
        new("blog new")
        {
            Aliases = ["博客 最新", "article new", "文章 最新"],
            Parameters = [ArticleList.In, ArticleList.Tag, ArticleList.Page],
        };

    public async Task<Outcome<Reply>> HandleAsync(CommandRequest request, CancellationToken cancellationToken)
    {
        var page = await store.NewestAsync(ArticleList.Listing(request), cancellationToken);
        return await list.OfAsync(request, "blog.new", page, cancellationToken);
    }
}
