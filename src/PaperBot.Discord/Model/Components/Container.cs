namespace PaperBot.Discord;

/// <summary>A frame with a coloured bar.</summary>
/// <remarks>
/// <see href="https://docs.discord.com/developers/components/reference#container"/>
/// </remarks>
public sealed record Container : Component
{
    /// <summary>What stands in it.</summary>
    public required IReadOnlyList<Component> Components { get; init; }

    /// <summary>The bar, 0xRRGGBB.</summary>
    public int? AccentColor { get; init; }

    /// <summary>Blurred.</summary>
    public bool? Spoiler { get; init; }

    /// <inheritdoc/>
    public override ComponentType Type => ComponentType.Container;
}
