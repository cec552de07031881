using System.Text.Json;

namespace PaperBot.Discord;

/// <summary>A value that is offered.</summary>
/// <remarks>
/// <see href="https://docs.discord.com/developers/interactions/application-commands#application-command-object-application-command-option-choice-structure"/>
/// </remarks>
public sealed record CommandChoice : DiscordObject
{
    /// <summary>What is shown, 1 to 100 characters.</summary>
    public required string Name { get; init; }

    /// <summary>By locale.</summary>
    public IReadOnlyDictionary<string, string>? NameLocalizations { get; init; }

    /// <summary>A text of up to 100 characters, or a number.</summary>
    public required JsonElement Value { get; init; }

    /// <summary>A choice whose value is a text.</summary>
    public static CommandChoice Of(string name, string value) =>
        new() { Name = name, Value = JsonSerializer.SerializeToElement(value, Json.DiscordJson.Wire.String) };

    /// <summary>A choice whose value is a whole number.</summary>
    public static CommandChoice Of(string name, long value) =>
        new() { Name = name, Value = JsonSerializer.SerializeToElement(value, Json.DiscordJson.Wire.Int64) };

    /// <summary>A choice whose value is a number.</summary>
    public static CommandChoice Of(string name, double value) =>
        new() { Name = name, Value = JsonSerializer.SerializeToElement(value, Json.DiscordJson.Wire.Double) };
}
