namespace PaperBot.Discord;

/// <summary>A message was deleted.</summary>
/// <remarks>
/// <see href="https://docs.discord.com/developers/events/gateway-events#message-delete"/>
/// </remarks>
public sealed record MessageDeleted : DiscordObject
{
    /// <summary>The message.</summary>
    public required Snowflake Id { get; init; }

    /// <summary>Its channel.</summary>
    public required Snowflake ChannelId { get; init; }

    /// <summary>Its guild.</summary>
    public Snowflake? GuildId { get; init; }
}
