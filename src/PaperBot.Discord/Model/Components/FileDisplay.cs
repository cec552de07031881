namespace PaperBot.Discord;

/// <summary>A file of the message.</summary>
/// <remarks>
/// <see href="https://docs.discord.com/developers/components/reference#file"/>
/// </remarks>
public sealed record FileDisplay : Component
{
    /// <summary><c>attachment://name</c>.</summary>
    public required MediaItem File { get; init; }

    /// <summary>Blurred.</summary>
    public bool? Spoiler { get; init; }

    /// <summary>Given by Discord.</summary>
    public string? Name { get; init; }

    /// <summary>Bytes, given by Discord.</summary>
    public long? Size { get; init; }

    /// <inheritdoc/>
    public override ComponentType Type => ComponentType.File;
}
