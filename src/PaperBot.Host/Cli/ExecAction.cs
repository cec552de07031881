using PaperBot.Core.Replies;

namespace PaperBot.Host.Cli;

/// <summary>An action of a reply: a command, or a link.</summary>
internal sealed record ExecAction(string Label, string? Command, string? Link, bool InPlace)
{
    public static ExecAction Of(ReplyAction action) =>
        new(action.Label, action.Line, action.Link?.AbsoluteUri, action.Effect == ActionEffect.ReplaceInPlace);
}
