namespace PaperBot.Handlers.Digests;

/// <summary>A button of a post.</summary>
/// <param name="Label">What it says.</param>
/// <param name="Line">The command line that it runs.</param>
internal sealed record PostAction(string Label, string Line);
