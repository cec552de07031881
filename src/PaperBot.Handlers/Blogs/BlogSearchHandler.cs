using PaperBot.Core.Articles;
using PaperBot.Core.Commands;
using PaperBot.Core.Outcomes;
using PaperBot.Core.Replies;

namespace PaperBot.Handlers.Blogs;

/// <summary><c>/blog search</c>: articles by words, a sentence, a formula.</summary>
internal sealed class BlogSearchHandler(ITextSearch search, ArticleHitList hits, ArticleList list) : ICommandHandler
{
    public CommandSpec Spec { get; } =
        new("blog search")
        {
            Aliases = ["搜博客", "搜文章", "博客 搜索", "article search", "文章 搜索"],
            Parameters =
            [
                new Parameter("query")
                {
                    Required = true,
                    Positional = true,
                    Verbatim = true,
                    Aliases = ["词"],
                    MaxLength = CommandLine.MaxLength,
                },
                ArticleList.Page with
                {
                    Maximum = 20,
                },
            ],
        };

    public async Task<Outcome<Reply>> HandleAsync(CommandRequest request, CancellationToken cancellationToken)
    {
        var query = request.Text("query")!.Trim();
        if (query.Length > TextQuery.MaxLength)
            query = query[..TextQuery.MaxLength];
        var page = ArticleList.PageOf(request);
        var found = await search.ArticlesAsync(
            new(query) { Skip = (page - 1) * ArticleHitList.PageSize, Take = ArticleHitList.PageSize },
            cancellationToken
        );
        if (!found.IsOk)
            return found.Error;
        var card = hits.Of(request, query, found.Value, page);
        if (!card.IsOk)
            return card.Error;
        var choices = await list.OfferAsync(request, found.Value.Hits.Select(hit => hit.Article.Id), cancellationToken);
        return Reply.Of(card.Value) with { Choices = choices };
    }
}
