namespace PaperBot.Discord;

/// <summary>A small picture beside a section.</summary>
/// <remarks>
/// <see href="https://docs.discord.com/developers/components/reference#thumbnail"/>
/// </remarks>
public sealed record Thumbnail : Component
{
    /// <summary>The picture.</summary>
    public required MediaItem Media { get; init; }

    /// <summary>Alternative text, up to 1024 characters.</summary>
    public string? Description { get; init; }

    /// <summary>Blurred.</summary>
    public bool? Spoiler { get; init; }

    /// <inheritdoc/>
    public override ComponentType Type => ComponentType.Thumbnail;
}
