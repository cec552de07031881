using System.Text.Json.Serialization;
using PaperBot.Discord.Json;

namespace PaperBot.Discord;

/// <summary>What somebody may do. A decimal string on the wire; bits that are not named here are kept.</summary>
/// <remarks>
/// <see href="https://docs.discord.com/developers/topics/permissions#permissions-bitwise-permission-flags"/>
/// </remarks>
[JsonConverter(typeof(PermissionsConverter))]
[Flags]
public enum Permissions : ulong
{
    /// <summary>Nothing.</summary>
    None = 0,

    /// <summary>Create instant invite.</summary>
    CreateInstantInvite = 1UL << 0,

    /// <summary>Kick members.</summary>
    KickMembers = 1UL << 1,

    /// <summary>Ban members.</summary>
    BanMembers = 1UL << 2,

    /// <summary>Administrator.</summary>
    Administrator = 1UL << 3,

    /// <summary>Manage channels.</summary>
    ManageChannels = 1UL << 4,

    /// <summary>Manage guild.</summary>
    ManageGuild = 1UL << 5,

    /// <summary>Add reactions.</summary>
    AddReactions = 1UL << 6,

    /// <summary>View audit log.</summary>
    ViewAuditLog = 1UL << 7,

    /// <summary>Priority speaker.</summary>
    PrioritySpeaker = 1UL << 8,

    /// <summary>Stream.</summary>
    Stream = 1UL << 9,

    /// <summary>View channel.</summary>
    ViewChannel = 1UL << 10,

    /// <summary>Send messages.</summary>
    SendMessages = 1UL << 11,

    /// <summary>Send tts messages.</summary>
    SendTtsMessages = 1UL << 12,

    /// <summary>Manage messages.</summary>
    ManageMessages = 1UL << 13,

    /// <summary>Embed links.</summary>
    EmbedLinks = 1UL << 14,

    /// <summary>Attach files.</summary>
    AttachFiles = 1UL << 15,

    /// <summary>Read message history.</summary>
    ReadMessageHistory = 1UL << 16,

    /// <summary>Mention everyone.</summary>
    MentionEveryone = 1UL << 17,

    /// <summary>Use external emojis.</summary>
    UseExternalEmojis = 1UL << 18,

    /// <summary>View guild insights.</summary>
    ViewGuildInsights = 1UL << 19,

    /// <summary>Connect.</summary>
    Connect = 1UL << 20,

    /// <summary>Speak.</summary>
    Speak = 1UL << 21,

    /// <summary>Mute members.</summary>
    MuteMembers = 1UL << 22,

    /// <summary>Deafen members.</summary>
    DeafenMembers = 1UL << 23,

    /// <summary>Move members.</summary>
    MoveMembers = 1UL << 24,

    /// <summary>Use vad.</summary>
    UseVad = 1UL << 25,

    /// <summary>Change nickname.</summary>
    ChangeNickname = 1UL << 26,

    /// <summary>Manage nicknames.</summary>
    ManageNicknames = 1UL << 27,

    /// <summary>Manage roles.</summary>
    ManageRoles = 1UL << 28,

    /// <summary>Manage webhooks.</summary>
    ManageWebhooks = 1UL << 29,

    /// <summary>Manage guild expressions.</summary>
    ManageGuildExpressions = 1UL << 30,

    /// <summary>Use application commands.</summary>
    UseApplicationCommands = 1UL << 31,

    /// <summary>Request to speak.</summary>
    RequestToSpeak = 1UL << 32,

    /// <summary>Manage events.</summary>
    ManageEvents = 1UL << 33,

    /// <summary>Manage threads.</summary>
    ManageThreads = 1UL << 34,

    /// <summary>Create public threads.</summary>
    CreatePublicThreads = 1UL << 35,

    /// <summary>Create private threads.</summary>
    CreatePrivateThreads = 1UL << 36,

    /// <summary>Use external stickers.</summary>
    UseExternalStickers = 1UL << 37,

    /// <summary>Send messages in threads.</summary>
    SendMessagesInThreads = 1UL << 38,

    /// <summary>Use embedded activities.</summary>
    UseEmbeddedActivities = 1UL << 39,

    /// <summary>Moderate members.</summary>
    ModerateMembers = 1UL << 40,

    /// <summary>View creator monetization analytics.</summary>
    ViewCreatorMonetizationAnalytics = 1UL << 41,

    /// <summary>Use soundboard.</summary>
    UseSoundboard = 1UL << 42,

    /// <summary>Create guild expressions.</summary>
    CreateGuildExpressions = 1UL << 43,

    /// <summary>Create events.</summary>
    CreateEvents = 1UL << 44,

    /// <summary>Use external sounds.</summary>
    UseExternalSounds = 1UL << 45,

    /// <summary>Send voice messages.</summary>
    SendVoiceMessages = 1UL << 46,

    /// <summary>Set voice channel status.</summary>
    SetVoiceChannelStatus = 1UL << 48,

    /// <summary>Send polls.</summary>
    SendPolls = 1UL << 49,

    /// <summary>Use external apps.</summary>
    UseExternalApps = 1UL << 50,

    /// <summary>Pin messages.</summary>
    PinMessages = 1UL << 51,

    /// <summary>Bypass slowmode.</summary>
    BypassSlowmode = 1UL << 52,
}
