namespace PaperBot.Discord;

/// <summary>The objects whose ids stand in the options.</summary>
/// <remarks>
/// <see href="https://docs.discord.com/developers/interactions/receiving-and-responding#interaction-object-resolved-data-structure"/>
/// </remarks>
public sealed record ResolvedData : DiscordObject
{
    /// <summary>People.</summary>
    public IReadOnlyDictionary<Snowflake, User>? Users { get; init; }

    /// <summary>The same people in the guild.</summary>
    public IReadOnlyDictionary<Snowflake, GuildMember>? Members { get; init; }

    /// <summary>Roles.</summary>
    public IReadOnlyDictionary<Snowflake, Role>? Roles { get; init; }

    /// <summary>Channels.</summary>
    public IReadOnlyDictionary<Snowflake, Channel>? Channels { get; init; }

    /// <summary>Messages.</summary>
    public IReadOnlyDictionary<Snowflake, Message>? Messages { get; init; }

    /// <summary>Files.</summary>
    public IReadOnlyDictionary<Snowflake, Attachment>? Attachments { get; init; }
}
