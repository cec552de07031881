namespace PaperBot.Discord;

/// <summary>One to ten pictures.</summary>
/// <remarks>
/// <see href="https://docs.discord.com/developers/components/reference#media-gallery"/>
/// </remarks>
public sealed record MediaGallery : Component
{
    /// <summary>The pictures.</summary>
    public required IReadOnlyList<GalleryItem> Items { get; init; }

    /// <inheritdoc/>
    public override ComponentType Type => ComponentType.MediaGallery;
}
