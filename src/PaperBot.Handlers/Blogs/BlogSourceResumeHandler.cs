using PaperBot.Core.Articles;
using PaperBot.Core.Commands;
using PaperBot.Core.Outcomes;
using PaperBot.Core.Replies;
using PaperBot.Core.Texts;

namespace PaperBot.Handlers.Blogs;

/// <summary><c>/blog source resume</c>.</summary>
internal sealed class BlogSourceResumeHandler(IBlogReader reader, ITexts texts) : ICommandHandler
{
    public CommandSpec Spec { get; } =
        new("blog source resume")
        {
            Aliases = ["博客 来源 恢复"],
            Parameters = [BlogSourceRemoveHandler.Name],
            WhoMay = WhoMay.Administrators,
        };

    public async Task<Outcome<Reply>> HandleAsync(CommandRequest request, CancellationToken cancellationToken)
    {
        var name = request.Text("name")!.Trim();
        var done = await reader.PauseAsync(name, false, cancellationToken);
        return done.IsOk
            ? Reply.Of(texts.Get(request.Locale, "blog.source.resume", ("name", MarkdownText.Code(done.Value.Name))))
            : done.Error;
    }
}
