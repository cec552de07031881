using PaperBot.Core.Replies;

namespace PaperBot.Handlers.Digests;

/// <summary>A button of a post.</summary>
/// <param name="Label">What it says.</param>
/// <param name="Line">The command line that it runs, or the address that it opens.</param>
internal sealed record PostAction(string Label, string Line)
{
    public static PostAction Of(ReplyAction action) => new(action.Label, action.Line ?? action.Link!.AbsoluteUri);

    public ReplyAction ToAction() =>
        Line is ['/', ..] ? ReplyAction.Run(Label, Line) : ReplyAction.Open(Label, new Uri(Line));
}
