namespace PaperBot.Discord;

/// <summary>A gap.</summary>
/// <remarks>
/// <see href="https://docs.discord.com/developers/components/reference#separator"/>
/// </remarks>
public sealed record Separator : Component
{
    /// <summary>With a line; default true.</summary>
    public bool? Divider { get; init; }

    /// <summary>1 small, 2 large.</summary>
    public int? Spacing { get; init; }

    /// <inheritdoc/>
    public override ComponentType Type => ComponentType.Separator;
}
