namespace PaperBot.Platforms.Discord.Rendering;

/// <summary>A button as it is kept.</summary>
/// <param name="Label">What it says.</param>
/// <param name="Line">The command line; null for a link.</param>
/// <param name="Link">The address; null for a command.</param>
/// <param name="Replaces">Whether the answer takes the message's place.</param>
internal sealed record ActionText(string Label, string? Line, string? Link, bool Replaces);
