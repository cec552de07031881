namespace PaperBot.Discord;

/// <summary>The names of the events that this library has types for; all others arrive as well.</summary>
/// <remarks>
/// <see href="https://docs.discord.com/developers/events/gateway-events#receive-events"/>
/// </remarks>
public static class GatewayEventNames
{
    /// <summary>A session has begun: <see cref="Ready"/>.</summary>
    public const string Ready = "READY";

    /// <summary>All missed events have been sent.</summary>
    public const string Resumed = "RESUMED";

    /// <summary>Carries a <see cref="Guild"/>.</summary>
    public const string GuildCreate = "GUILD_CREATE";

    /// <summary>Carries a <see cref="Guild"/>.</summary>
    public const string GuildUpdate = "GUILD_UPDATE";

    /// <summary>Carries a <see cref="Guild"/>.</summary>
    public const string GuildDelete = "GUILD_DELETE";

    /// <summary>Carries a <see cref="RoleChanged"/>.</summary>
    public const string GuildRoleCreate = "GUILD_ROLE_CREATE";

    /// <summary>Carries a <see cref="RoleChanged"/>.</summary>
    public const string GuildRoleUpdate = "GUILD_ROLE_UPDATE";

    /// <summary>Carries a <see cref="RoleDeleted"/>.</summary>
    public const string GuildRoleDelete = "GUILD_ROLE_DELETE";

    /// <summary>Carries a <see cref="MemberUpdated"/>.</summary>
    public const string GuildMemberUpdate = "GUILD_MEMBER_UPDATE";

    /// <summary>Carries a <see cref="Channel"/>.</summary>
    public const string ChannelCreate = "CHANNEL_CREATE";

    /// <summary>Carries a <see cref="Channel"/>.</summary>
    public const string ChannelUpdate = "CHANNEL_UPDATE";

    /// <summary>Carries a <see cref="Channel"/>.</summary>
    public const string ChannelDelete = "CHANNEL_DELETE";

    /// <summary>Carries a <see cref="Channel"/>.</summary>
    public const string ThreadCreate = "THREAD_CREATE";

    /// <summary>Carries a <see cref="Channel"/>.</summary>
    public const string ThreadUpdate = "THREAD_UPDATE";

    /// <summary>Carries a <see cref="Channel"/>.</summary>
    public const string ThreadDelete = "THREAD_DELETE";

    /// <summary>Carries a <see cref="ThreadList"/>.</summary>
    public const string ThreadListSync = "THREAD_LIST_SYNC";

    /// <summary>Carries a <see cref="Message"/>.</summary>
    public const string MessageCreate = "MESSAGE_CREATE";

    /// <summary>Carries a <see cref="Message"/>.</summary>
    public const string MessageUpdate = "MESSAGE_UPDATE";

    /// <summary>Carries a <see cref="MessageDeleted"/>.</summary>
    public const string MessageDelete = "MESSAGE_DELETE";

    /// <summary>Carries a <see cref="MessagesDeleted"/>.</summary>
    public const string MessageDeleteBulk = "MESSAGE_DELETE_BULK";

    /// <summary>Carries a <see cref="Interaction"/>.</summary>
    public const string InteractionCreate = "INTERACTION_CREATE";
}
