namespace PaperBot.Discord;

/// <summary>A button. Link buttons have an address, all others a custom id.</summary>
/// <remarks>
/// <see href="https://docs.discord.com/developers/components/reference#button"/>
/// </remarks>
public sealed record Button : Component
{
    /// <summary>How it looks.</summary>
    public ButtonStyle Style { get; init; }

    /// <summary>Up to 80 characters; 34 with an icon or 38 without are seen whole.</summary>
    public string? Label { get; init; }

    /// <summary>A pictogram before the label.</summary>
    public Emoji? Emoji { get; init; }

    /// <summary>1 to 100 characters; comes back with the press.</summary>
    public string? CustomId { get; init; }

    /// <summary>Where a link leads, up to 512 characters.</summary>
    public string? Url { get; init; }

    /// <summary>Grey and dead.</summary>
    public bool? Disabled { get; init; }

    /// <inheritdoc/>
    public override ComponentType Type => ComponentType.Button;
}
