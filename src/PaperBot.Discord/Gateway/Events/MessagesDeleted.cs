namespace PaperBot.Discord;

/// <summary>Messages were deleted.</summary>
/// <remarks>
/// <see href="https://docs.discord.com/developers/events/gateway-events#message-delete-bulk"/>
/// </remarks>
public sealed record MessagesDeleted : DiscordObject
{
    /// <summary>The messages.</summary>
    public required IReadOnlyList<Snowflake> Ids { get; init; }

    /// <summary>Their channel.</summary>
    public required Snowflake ChannelId { get; init; }

    /// <summary>Their guild.</summary>
    public Snowflake? GuildId { get; init; }
}
