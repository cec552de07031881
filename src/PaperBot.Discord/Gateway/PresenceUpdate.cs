using System.Text.Json.Serialization;

namespace PaperBot.Discord;

/// <summary>How the bot appears. Nulls are written, because Discord wants <c>since</c>.</summary>
/// <remarks>
/// <see href="https://docs.discord.com/developers/events/gateway-events#update-presence"/>
/// </remarks>
public sealed record PresenceUpdate : DiscordObject
{
    /// <summary>Idle since, in Unix milliseconds.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.Never)]
    public long? Since { get; init; }

    /// <summary>What it does.</summary>
    public required IReadOnlyList<Activity> Activities { get; init; }

    /// <summary><c>online</c>, <c>dnd</c>, <c>idle</c> or <c>invisible</c>.</summary>
    public required string Status { get; init; }

    /// <summary>Away.</summary>
    public bool Afk { get; init; }
}
