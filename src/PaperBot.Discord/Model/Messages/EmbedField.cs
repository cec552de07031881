namespace PaperBot.Discord;

/// <summary>A named value.</summary>
/// <remarks>
/// <see href="https://docs.discord.com/developers/resources/message#embed-object-embed-field-structure"/>
/// </remarks>
public sealed record EmbedField : DiscordObject
{
    /// <summary>Up to 256 characters.</summary>
    public required string Name { get; init; }

    /// <summary>Up to 1024 characters.</summary>
    public required string Value { get; init; }

    /// <summary>Beside others.</summary>
    public bool? Inline { get; init; }
}
