namespace PaperBot.Discord;

/// <summary>The line above the title.</summary>
/// <remarks>
/// <see href="https://docs.discord.com/developers/resources/message#embed-object-embed-author-structure"/>
/// </remarks>
public sealed record EmbedAuthor : DiscordObject
{
    /// <summary>Up to 256 characters.</summary>
    public required string Name { get; init; }

    /// <summary>Where it leads.</summary>
    public string? Url { get; init; }

    /// <summary>A small picture.</summary>
    public string? IconUrl { get; init; }
}
