namespace PaperBot.Core.Replies;

/// <summary>
/// Something a reader can do with one touch: a command line or a link. Platforms show buttons or numbered choices.
/// A <c>?</c> as the value of a required parameter means that the platform asks for it first. Because an action is a
/// command line, it survives restarts and needs no callback.
/// </summary>
public sealed record ReplyAction
{
    private ReplyAction(string label, string? line, Uri? link, ActionEffect effect) =>
        (Label, Line, Link, Effect) = (label, line, link, effect);

    /// <summary>What the button says, in the reader's language.</summary>
    public string Label { get; }

    /// <summary>The command line, beginning with a slash; null for a link.</summary>
    public string? Line { get; }

    /// <summary>The address, http or https; null for a command.</summary>
    public Uri? Link { get; }

    /// <summary>What happens to the reply that the action stands on.</summary>
    public ActionEffect Effect { get; }

    /// <summary>An action that runs a command.</summary>
    public static ReplyAction Run(string label, string line, ActionEffect effect = ActionEffect.NewMessage)
    {
        ArgumentException.ThrowIfNullOrEmpty(label);
        if (line is not ['/', ..])
            throw new ArgumentException($"An action's line begins with a slash, '{line}' does not.", nameof(line));
        return new(label, line, null, effect);
    }

    /// <summary>An action that opens an address.</summary>
    public static ReplyAction Open(string label, Uri link)
    {
        ArgumentException.ThrowIfNullOrEmpty(label);
        ArgumentNullException.ThrowIfNull(link);
        if (link.Scheme is not ("http" or "https"))
            throw new ArgumentException($"An action leads to http or https, not to '{link.Scheme}'.", nameof(link));
        return new(label, null, link, ActionEffect.NewMessage);
    }
}
