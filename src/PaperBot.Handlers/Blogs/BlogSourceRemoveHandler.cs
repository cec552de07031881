using PaperBot.Core.Articles;
using PaperBot.Core.Commands;
using PaperBot.Core.Outcomes;
using PaperBot.Core.Replies;
using PaperBot.Core.Texts;

namespace PaperBot.Handlers.Blogs;

/// <summary><c>/blog source remove</c>.</summary>
internal sealed class BlogSourceRemoveHandler(IBlogReader reader, ITexts texts) : ICommandHandler
{
    public static Parameter Name { get; } =
        new("name")
        {
            Required = true,
            Positional = true,
            Aliases = ["名称"],
            MaxLength = 300,
        };

    public CommandSpec Spec { get; } =
        new("blog source remove")
        {
            Aliases = ["博客 来源 移除"],
            Parameters = [Name],
            WhoMay = WhoMay.Administrators,
        };

    public async Task<Outcome<Reply>> HandleAsync(CommandRequest request, CancellationToken cancellationToken)
    {
        var name = request.Text("name")!.Trim();
        var done = await reader.RemoveAsync(name, cancellationToken);
        return done.IsOk
            ? Reply.Of(
                texts.Get(
                    request.Locale,
                    "blog.source.remove",
                    ("name", MarkdownText.Code(name)),
                    ("count", done.Value)
                )
            )
            : done.Error;
    }
}
