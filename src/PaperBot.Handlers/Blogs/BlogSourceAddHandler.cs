using PaperBot.Core.Articles;
using PaperBot.Core.Commands;
using PaperBot.Core.Outcomes;
using PaperBot.Core.Replies;
using PaperBot.Core.Texts;
using PaperBot.Handlers.Papers;

namespace PaperBot.Handlers.Blogs;

/// <summary><c>/blog source add</c>: a blog is read from now on.</summary>
internal sealed class BlogSourceAddHandler(IBlogReader reader, ITexts texts) : ICommandHandler
{
    public CommandSpec Spec { get; } =
        new("blog source add")
        {
            Aliases = ["博客 来源 添加", "博客 添加"],
            Parameters =
            [
                new Parameter("address")
                {
                    Required = true,
                    Positional = true,
                    Aliases = ["地址"],
                },
                new Parameter("comments", ParameterKind.Boolean) { Aliases = ["评论"] },
            ],
            WhoMay = WhoMay.Administrators,
            Budget = TimeSpan.FromMinutes(2),
        };

    public async Task<Outcome<Reply>> HandleAsync(CommandRequest request, CancellationToken cancellationToken)
    {
        var typed = request.Text("address")!.Trim().Trim('<', '>');
        if (!typed.Contains("://", StringComparison.Ordinal))
        {
            if (!typed.Contains('.', StringComparison.Ordinal))
                return Errors.UserInput("blog.address");
            typed = "https://" + typed;
        }
        if (!Uri.TryCreate(typed, UriKind.Absolute, out var address))
            return Errors.UserInput("blog.address");
        bool? comments = request.Arguments.Has("comments") ? request.Arguments.Flag("comments") : null;
        var added = await reader.AddAsync(address, comments, request.Caller, cancellationToken);
        if (!added.IsOk)
            return added.Error;
        var (source, pages, interval) = added.Value;
        return Reply.Of(
            new Card("source")
            {
                Title = source.Title.Length > 0 ? source.Title : source.Name,
                Link = source.Address,
                Markdown = texts.Get(
                    request.Locale,
                    "blog.source.added",
                    ("pages", pages),
                    ("name", MarkdownText.Code(ShortText.Of(source.Name))),
                    ("time", TimeSpan.FromSeconds(1) + (interval * pages))
                ),
                Actions = [ReplyAction.Run(texts.Get(request.Locale, "blog.action.sources"), "/blog sources")],
            }
        );
    }
}
