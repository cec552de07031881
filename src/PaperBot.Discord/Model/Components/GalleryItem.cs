namespace PaperBot.Discord;

/// <summary>A picture of a gallery.</summary>
/// <remarks>
/// <see href="https://docs.discord.com/developers/components/reference#media-gallery-media-gallery-item-structure"/>
/// </remarks>
public sealed record GalleryItem : DiscordObject
{
    /// <summary>The picture.</summary>
    public required MediaItem Media { get; init; }

    /// <summary>Alternative text, up to 1024 characters.</summary>
    public string? Description { get; init; }

    /// <summary>Blurred.</summary>
    public bool? Spoiler { get; init; }
}
