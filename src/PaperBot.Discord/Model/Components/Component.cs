using System.Text.Json.Serialization;
using PaperBot.Discord.Json;

namespace PaperBot.Discord;

/// <summary>A part of a message or of a form.</summary>
/// <remarks>
/// <see href="https://docs.discord.com/developers/components/reference#anatomy-of-a-component"/>
/// </remarks>
[JsonConverter(typeof(ComponentConverter))]
public abstract record Component : DiscordObject
{
    /// <summary>A number that is unique in the message; counted by Discord when null.</summary>
    public int? Id { get; init; }

    /// <summary>Its kind.</summary>
    public abstract ComponentType Type { get; }
}
