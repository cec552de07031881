namespace PaperBot.Discord;

/// <summary>A file of a message, or in a request one to keep or to describe.</summary>
/// <remarks>
/// <see href="https://docs.discord.com/developers/resources/message#attachment-object"/>
/// </remarks>
public sealed record Attachment : DiscordObject
{
    /// <summary>The file; in a request the number of a new one.</summary>
    public required Snowflake Id { get; init; }

    /// <summary>Its name.</summary>
    public string? Filename { get; init; }

    /// <summary>Its title.</summary>
    public string? Title { get; init; }

    /// <summary>Alternative text, up to 1024 characters.</summary>
    public string? Description { get; init; }

    /// <summary>Its media type.</summary>
    public string? ContentType { get; init; }

    /// <summary>Bytes.</summary>
    public long? Size { get; init; }

    /// <summary>Where it lies, for a day or so.</summary>
    public string? Url { get; init; }

    /// <summary>Discord's copy.</summary>
    public string? ProxyUrl { get; init; }

    /// <summary>Pixels of a picture.</summary>
    public int? Height { get; init; }

    /// <summary>Pixels of a picture.</summary>
    public int? Width { get; init; }

    /// <summary>Will be removed some time after.</summary>
    public bool? Ephemeral { get; init; }
}
