using System.Text.Json;
using System.Text.Json.Serialization;

namespace PaperBot.Discord;

/// <summary>A parameter as given, or the command below that was chosen.</summary>
/// <remarks>
/// <see href="https://docs.discord.com/developers/interactions/receiving-and-responding#interaction-object-application-command-interaction-data-option-structure"/>
/// </remarks>
public sealed record InteractionOption : DiscordObject
{
    /// <summary>The parameter's name, not localised.</summary>
    public required string Name { get; init; }

    /// <summary>Its type.</summary>
    public ApplicationCommandOptionType Type { get; init; }

    /// <summary>Text, number or truth value; ids are texts; while typing it may be anything.</summary>
    public JsonElement? Value { get; init; }

    /// <summary>Parameters of the command below.</summary>
    public IReadOnlyList<InteractionOption>? Options { get; init; }

    /// <summary>Autocomplete: being typed.</summary>
    public bool? Focused { get; init; }

    /// <summary>The value as text: what was typed, or an id.</summary>
    [JsonIgnore]
    public string? Text => Value is { ValueKind: JsonValueKind.String } value ? value.GetString() : Value?.GetRawText();
}
