namespace PaperBot.Discord;

/// <summary>The small last line.</summary>
/// <remarks>
/// <see href="https://docs.discord.com/developers/resources/message#embed-object-embed-footer-structure"/>
/// </remarks>
public sealed record EmbedFooter : DiscordObject
{
    /// <summary>Up to 2048 characters.</summary>
    public required string Text { get; init; }

    /// <summary>A small picture: http(s) or <c>attachment://</c>.</summary>
    public string? IconUrl { get; init; }
}
