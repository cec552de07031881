namespace PaperBot.Discord;

/// <summary>One to three texts with a thumbnail or a button beside them.</summary>
/// <remarks>
/// <see href="https://docs.discord.com/developers/components/reference#section"/>
/// </remarks>
public sealed record Section : Component
{
    /// <summary>The texts.</summary>
    public required IReadOnlyList<Component> Components { get; init; }

    /// <summary>What stands beside.</summary>
    public Component? Accessory { get; init; }

    /// <inheritdoc/>
    public override ComponentType Type => ComponentType.Section;
}
