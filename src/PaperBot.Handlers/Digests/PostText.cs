using PaperBot.Core.Replies;

namespace PaperBot.Handlers.Digests;

/// <summary>A post as it is written down, so that each attempt posts the same.</summary>
/// <param name="Markdown">The text.</param>
/// <param name="Actions">Labels and command lines.</param>
internal sealed record PostText(string Markdown, IReadOnlyList<PostAction> Actions)
{
    /// <summary>The reply that it stands for.</summary>
    public Reply ToReply() =>
        Reply.Of(
            new Card("digest")
            {
                Markdown = Markdown,
                Actions = [.. Actions.Select(action => ReplyAction.Run(action.Label, action.Line))],
            }
        );
}
