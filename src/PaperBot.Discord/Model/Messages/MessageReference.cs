namespace PaperBot.Discord;

/// <summary>The message that is answered or forwarded.</summary>
/// <remarks>
/// <see href="https://docs.discord.com/developers/resources/message#message-reference-structure"/>
/// </remarks>
public sealed record MessageReference : DiscordObject
{
    /// <summary>0 an answer, 1 a forward.</summary>
    public int? Type { get; init; }

    /// <summary>The other message.</summary>
    public Snowflake? MessageId { get; init; }

    /// <summary>Its channel.</summary>
    public Snowflake? ChannelId { get; init; }

    /// <summary>Its guild.</summary>
    public Snowflake? GuildId { get; init; }

    /// <summary>False posts a plain message when the other is gone; default true.</summary>
    public bool? FailIfNotExists { get; init; }
}
