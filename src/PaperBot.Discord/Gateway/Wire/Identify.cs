namespace PaperBot.Discord.Gateway;

/// <summary>Begins a session.</summary>
/// <remarks>
/// <see href="https://docs.discord.com/developers/events/gateway-events#identify-identify-structure"/>
/// </remarks>
internal sealed record Identify : DiscordObject
{
    /// <summary>The bot's token.</summary>
    public required string Token { get; init; }

    /// <summary>What identifies.</summary>
    public required IdentifyProperties Properties { get; init; }

    /// <summary>Which events.</summary>
    public required GatewayIntents Intents { get; init; }

    /// <summary>Number and count.</summary>
    public IReadOnlyList<int>? Shard { get; init; }

    /// <summary>Guilds above it come without offline members.</summary>
    public int? LargeThreshold { get; init; }

    /// <summary>What the bot seems to be doing.</summary>
    public PresenceUpdate? Presence { get; init; }
}
