using PaperBot.Discord;

namespace PaperBot.Platforms.Discord.Rendering;

/// <summary>One message's worth of a reply.</summary>
/// <param name="Key">Names the reply; its button that deletes carries it, so that the message is recognised.</param>
/// <param name="Components">What is shown.</param>
/// <param name="Files">What it refers to.</param>
internal sealed record DiscordPage(string Key, IReadOnlyList<Component> Components, IReadOnlyList<DiscordFile> Files)
{
    /// <summary>Whether only the asker may see it.</summary>
    public bool IsPrivate { get; init; }

    /// <summary>Messages that follow, with the files for which one message has no room.</summary>
    public IReadOnlyList<DiscordPage> More { get; init; } = [];
}
