namespace PaperBot.Discord;

/// <summary>The active threads, when the bot gains access to channels.</summary>
/// <remarks>
/// <see href="https://docs.discord.com/developers/events/gateway-events#thread-list-sync"/>
/// </remarks>
public sealed record ThreadList : DiscordObject
{
    /// <summary>The guild.</summary>
    public required Snowflake GuildId { get; init; }

    /// <summary>The channels; null means the whole guild.</summary>
    public IReadOnlyList<Snowflake>? ChannelIds { get; init; }

    /// <summary>Their active threads.</summary>
    public IReadOnlyList<Channel>? Threads { get; init; }
}
