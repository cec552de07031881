namespace PaperBot.Discord;

/// <summary>An address of a picture or file: http(s) or <c>attachment://name</c>.</summary>
/// <remarks>
/// <see href="https://docs.discord.com/developers/components/reference#unfurled-media-item"/>
/// </remarks>
public sealed record MediaItem : DiscordObject
{
    /// <summary>The address.</summary>
    public required string Url { get; init; }

    /// <summary>Discord's copy.</summary>
    public string? ProxyUrl { get; init; }

    /// <summary>Pixels.</summary>
    public int? Height { get; init; }

    /// <summary>Pixels.</summary>
    public int? Width { get; init; }

    /// <summary>Media type.</summary>
    public string? ContentType { get; init; }

    /// <summary>The file of the message.</summary>
    public Snowflake? AttachmentId { get; init; }
}
