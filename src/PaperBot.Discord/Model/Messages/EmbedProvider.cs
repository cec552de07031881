namespace PaperBot.Discord;

/// <summary>Where a preview comes from.</summary>
/// <remarks>
/// <see href="https://docs.discord.com/developers/resources/message#embed-object-embed-provider-structure"/>
/// </remarks>
public sealed record EmbedProvider : DiscordObject
{
    /// <summary>The site.</summary>
    public string? Name { get; init; }

    /// <summary>Its address.</summary>
    public string? Url { get; init; }
}
