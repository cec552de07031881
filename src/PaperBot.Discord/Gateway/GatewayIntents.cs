namespace PaperBot.Discord;

/// <summary>
/// Which events the gateway sends. Three are privileged: without them enabled in the developer portal the gateway
/// closes with 4014.
/// </summary>
/// <remarks>
/// <see href="https://docs.discord.com/developers/events/gateway#gateway-intents"/>
/// </remarks>
[Flags]
public enum GatewayIntents
{
    /// <summary>None.</summary>
    None = 0,

    /// <summary>Guilds, channels, roles and threads.</summary>
    Guilds = 1 << 0,

    /// <summary>Privileged: people coming and going.</summary>
    GuildMembers = 1 << 1,

    /// <summary>Bans and the audit log.</summary>
    GuildModeration = 1 << 2,

    /// <summary>Emoji, stickers and sounds.</summary>
    GuildExpressions = 1 << 3,

    /// <summary>Integrations.</summary>
    GuildIntegrations = 1 << 4,

    /// <summary>Webhooks.</summary>
    GuildWebhooks = 1 << 5,

    /// <summary>Invitations.</summary>
    GuildInvites = 1 << 6,

    /// <summary>Voice.</summary>
    GuildVoiceStates = 1 << 7,

    /// <summary>Privileged: who is online.</summary>
    GuildPresences = 1 << 8,

    /// <summary>Messages in guilds.</summary>
    GuildMessages = 1 << 9,

    /// <summary>Reactions in guilds.</summary>
    GuildMessageReactions = 1 << 10,

    /// <summary>Typing in guilds.</summary>
    GuildMessageTyping = 1 << 11,

    /// <summary>Direct messages.</summary>
    DirectMessages = 1 << 12,

    /// <summary>Reactions in direct messages.</summary>
    DirectMessageReactions = 1 << 13,

    /// <summary>Typing in direct messages.</summary>
    DirectMessageTyping = 1 << 14,

    /// <summary>Privileged: the text of messages that neither mention the bot nor are direct.</summary>
    MessageContent = 1 << 15,

    /// <summary>Events in the calendar.</summary>
    GuildScheduledEvents = 1 << 16,

    /// <summary>Rules of automatic moderation.</summary>
    AutoModerationConfiguration = 1 << 20,

    /// <summary>Automatic moderation at work.</summary>
    AutoModerationExecution = 1 << 21,

    /// <summary>Votes in guilds.</summary>
    GuildMessagePolls = 1 << 24,

    /// <summary>Votes in direct messages.</summary>
    DirectMessagePolls = 1 << 25,
}
