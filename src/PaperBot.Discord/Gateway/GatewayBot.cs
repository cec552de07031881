namespace PaperBot.Discord;

/// <summary>Where the gateway is, and how to use it.</summary>
/// <remarks>
/// <see href="https://docs.discord.com/developers/events/gateway#get-gateway-bot"/>
/// </remarks>
public sealed record GatewayBot : DiscordObject
{
    /// <summary>The address, without version and encoding.</summary>
    public required Uri Url { get; init; }

    /// <summary>How many shards Discord recommends.</summary>
    public required int Shards { get; init; }

    /// <summary>How often the bot may identify.</summary>
    public required SessionStartLimit SessionStartLimit { get; init; }
}
