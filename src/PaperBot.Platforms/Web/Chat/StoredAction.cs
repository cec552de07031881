using PaperBot.Core.Replies;

namespace PaperBot.Platforms.Web.Chat;

/// <summary>An action as the transcript keeps it and the page gets it: a command line or a link.</summary>
internal sealed record StoredAction(string Label, string? Line, string? Link, bool Replace)
{
    public static StoredAction Of(ReplyAction action) =>
        new(action.Label, action.Line, action.Link?.AbsoluteUri, action.Effect == ActionEffect.ReplaceInPlace);
}
