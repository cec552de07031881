using PaperBot.Core.Commands;
using PaperBot.Core.Outcomes;
using PaperBot.Core.Replies;

namespace PaperBot.Handlers.Digests;

/// <summary><c>/digest preview</c>: what today's digest would be, for the asker only; nothing counts as delivered.</summary>
internal sealed class DigestPreviewHandler(DigestFinder finder, DigestPlanner planner) : ICommandHandler
{
    public CommandSpec Spec { get; } =
        new("digest preview")
        {
            Aliases = ["日报 预览", "日报预览"],
            Parameters = [DigestFinder.Parameter],
            Visibility = Visibility.Private,
            Budget = TimeSpan.FromSeconds(30),
        };

    public async Task<Outcome<Reply>> HandleAsync(CommandRequest request, CancellationToken cancellationToken)
    {
        var found = await finder.FindAsync(request, cancellationToken);
        if (!found.IsOk)
            return found.Error;
        var post = await planner.PreviewAsync(found.Value, cancellationToken);
        return post.ToReply() with { Visibility = Visibility.Private };
    }
}
