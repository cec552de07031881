namespace PaperBot.Discord;

/// <summary>Proposals while typing.</summary>
/// <remarks>
/// <see href="https://docs.discord.com/developers/interactions/receiving-and-responding#interaction-response-object-autocomplete"/>
/// </remarks>
public sealed record AutocompleteChoices : DiscordObject
{
    /// <summary>Up to 25.</summary>
    public required IReadOnlyList<CommandChoice> Choices { get; init; }
}
