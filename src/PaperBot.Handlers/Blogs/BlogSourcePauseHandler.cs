using PaperBot.Core.Articles;
using PaperBot.Core.Commands;
using PaperBot.Core.Outcomes;
using PaperBot.Core.Replies;
using PaperBot.Core.Texts;

namespace PaperBot.Handlers.Blogs;

/// <summary><c>/blog source pause</c>.</summary>
internal sealed class BlogSourcePauseHandler(IBlogReader reader, ITexts texts) : ICommandHandler
{
    public CommandSpec Spec { get; } =
        new("blog source pause")
        {
            Aliases = ["博客 来源 暂停"],
            Parameters = [BlogSourceRemoveHandler.Name],
            WhoMay = WhoMay.Administrators,
        };

    public async Task<Outcome<Reply>> HandleAsync(CommandRequest request, CancellationToken cancellationToken)
    {
        var name = request.Text("name")!.Trim();
        var done = await reader.PauseAsync(name, true, cancellationToken);
        return done.IsOk
            ? Reply.Of(texts.Get(request.Locale, "blog.source.pause", ("name", MarkdownText.Code(done.Value.Name))))
            : done.Error;
    }
}
