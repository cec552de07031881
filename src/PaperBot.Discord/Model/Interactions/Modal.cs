namespace PaperBot.Discord;

/// <summary>A form.</summary>
/// <remarks>
/// <see href="https://docs.discord.com/developers/interactions/receiving-and-responding#interaction-response-object-modal"/>
/// </remarks>
public sealed record Modal : DiscordObject
{
    /// <summary>1 to 100 characters; comes back with the answer.</summary>
    public required string CustomId { get; init; }

    /// <summary>Up to 45 characters.</summary>
    public required string Title { get; init; }

    /// <summary>1 to 5: labels with an input, or text.</summary>
    public required IReadOnlyList<Component> Components { get; init; }
}
