using PaperBot.Core.Articles;
using PaperBot.Core.Commands;
using PaperBot.Core.Outcomes;
using PaperBot.Core.Replies;

namespace PaperBot.Handlers.Blogs;

/// <summary><c>/blog random</c>: some article.</summary>
internal sealed class BlogRandomHandler(IArticleStore store, ArticleCard cards, Func<Random> random) : ICommandHandler
{
    public CommandSpec Spec { get; } =
        new("blog random")
        {
            Aliases = ["博客 随机", "article random", "文章 随机"],
            Parameters = [ArticleList.In, ArticleList.Tag],
        };

    public async Task<Outcome<Reply>> HandleAsync(CommandRequest request, CancellationToken cancellationToken)
    {
        var head = await store.SomeAsync(ArticleList.Listing(request), random().NextDouble(), cancellationToken);
        if (head is null || await store.FindAsync([head.Id], cancellationToken) is not [var article])
            return Errors.NotFound("blog.new.none");
        return Reply.Of(cards.Of(article, request.Locale, request.Line));
    }
}
