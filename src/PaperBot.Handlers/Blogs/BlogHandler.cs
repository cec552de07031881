using PaperBot.Core.Articles;
using PaperBot.Core.Commands;
using PaperBot.Core.Outcomes;
using PaperBot.Core.Replies;
using PaperBot.Core.Texts;

namespace PaperBot.Handlers.Blogs;

/// <summary><c>/blog</c>: with words a search, without the latest articles and what else there is.</summary>
internal sealed class BlogHandler(BlogSearchHandler search, IArticleStore store, ArticleList list, ITexts texts)
    : ICommandHandler
{
    private static readonly string[] Others = ["tags", "popular", "random", "sources"];

    public CommandSpec Spec { get; } =
        new("blog")
        {
            Aliases = ["博客", "article", "文章"],
            Parameters =
            [
                new Parameter("query")
                {
                    Positional = true,
                    Verbatim = true,
                    Aliases = ["词"],
                    MaxLength = CommandLine.MaxLength,
                },
            ],
        };

    public async Task<Outcome<Reply>> HandleAsync(CommandRequest request, CancellationToken cancellationToken)
    {
        if (!string.IsNullOrWhiteSpace(request.Text("query")))
            return await search.HandleAsync(request, cancellationToken);
        var newest = await store.NewestAsync(new() { Take = ArticleList.PageSize }, cancellationToken);
        var reply = await list.OfAsync(request, "blog.new", newest, cancellationToken);
        if (!reply.IsOk)
            return reply;
        var locale = request.Locale;
        var actions = Others.Select(name => ReplyAction.Run(texts.Get(locale, $"blog.action.{name}"), $"/blog {name}"));
        var find = ReplyAction.Run(texts.Get(locale, "blog.action.search"), "/blog search ?");
        return Reply.Of(reply.Value.Cards[0] with { Actions = [find, .. actions] });
    }
}
