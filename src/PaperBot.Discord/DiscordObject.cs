using System.Text.Json;
using System.Text.Json.Serialization;

namespace PaperBot.Discord;

/// <summary>
/// What comes from Discord or goes to it. Fields that this library does not know are kept and written again, numbers of
/// enumerations that it does not know stay what they were. Null in a request means "not sent".
/// </summary>
public abstract record DiscordObject
{
    /// <summary>The fields without a property here, by their name on the wire.</summary>
    [JsonExtensionData]
    public IDictionary<string, JsonElement>? Unknown { get; set; }

    /// <summary>Only the type's name, so that neither a user's text nor a token is logged by accident.</summary>
    public sealed override string ToString() => GetType().Name;
}
