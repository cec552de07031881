using PaperBot.Discord;

namespace PaperBot.Platforms.Discord.Rendering;

/// <summary>One message's worth of a reply.</summary>
/// <param name="Components">What is shown.</param>
/// <param name="Files">What it refers to.</param>
internal sealed record DiscordPage(IReadOnlyList<Component> Components, IReadOnlyList<DiscordFile> Files)
{
    /// <summary>Whether only the asker may see it.</summary>
    public bool IsPrivate { get; init; }
}
