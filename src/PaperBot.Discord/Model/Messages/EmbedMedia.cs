namespace PaperBot.Discord;

/// <summary>A picture or a video.</summary>
/// <remarks>
/// <see href="https://docs.discord.com/developers/resources/message#embed-object-embed-image-structure"/>
/// </remarks>
public sealed record EmbedMedia : DiscordObject
{
    /// <summary>http(s) or <c>attachment://name</c>.</summary>
    public string? Url { get; init; }

    /// <summary>Discord's copy.</summary>
    public string? ProxyUrl { get; init; }

    /// <summary>Pixels.</summary>
    public int? Height { get; init; }

    /// <summary>Pixels.</summary>
    public int? Width { get; init; }

    /// <summary>Alternative text.</summary>
    public string? Description { get; init; }
}
