using PaperBot.Core.Articles;
using PaperBot.Core.Commands;
using PaperBot.Core.Outcomes;
using PaperBot.Core.Replies;

namespace PaperBot.Handlers.Blogs;

/// <summary><c>/blog popular</c>.</summary>
internal sealed class BlogPopularHandler(IArticleStore store, ArticleList list) : ICommandHandler
{
    public CommandSpec Spec { get; } =
        new("blog popular")
        {
            Aliases = ["博客 热门", "article popular", "文章 热门"],
            Parameters = [ArticleList.In, ArticleList.Tag, ArticleList.Page],
        };

    public async Task<Outcome<Reply>> HandleAsync(CommandRequest request, CancellationToken cancellationToken)
    {
        var page = await store.PopularAsync(ArticleList.Listing(request), cancellationToken);
        return await list.OfAsync(request, "blog.popular", page, cancellationToken);
    }
}
