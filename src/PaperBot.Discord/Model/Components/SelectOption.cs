namespace PaperBot.Discord;

/// <summary>An entry of a menu or a group.</summary>
/// <remarks>
/// <see href="https://docs.discord.com/developers/components/reference#string-select-select-option-structure"/>
/// </remarks>
public sealed record SelectOption : DiscordObject
{
    /// <summary>Up to 100 characters.</summary>
    public required string Label { get; init; }

    /// <summary>Up to 100 characters; comes back when chosen.</summary>
    public required string Value { get; init; }

    /// <summary>Up to 100 characters.</summary>
    public string? Description { get; init; }

    /// <summary>A pictogram.</summary>
    public Emoji? Emoji { get; init; }

    /// <summary>Chosen at first.</summary>
    public bool? Default { get; init; }
}
