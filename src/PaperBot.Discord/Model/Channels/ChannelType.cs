namespace PaperBot.Discord;

/// <summary>The kind of a channel.</summary>
/// <remarks>
/// <see href="https://docs.discord.com/developers/resources/channel#channel-object-channel-types"/>
/// </remarks>
public enum ChannelType
{
    /// <summary>Text in a guild.</summary>
    GuildText = 0,

    /// <summary>Two people.</summary>
    DirectMessage = 1,

    /// <summary>Voice.</summary>
    GuildVoice = 2,

    /// <summary>Several people.</summary>
    GroupDirectMessage = 3,

    /// <summary>A heading over channels.</summary>
    GuildCategory = 4,

    /// <summary>Announcements.</summary>
    GuildAnnouncement = 5,

    /// <summary>A thread of announcements.</summary>
    AnnouncementThread = 10,

    /// <summary>A thread that everybody of the channel sees.</summary>
    PublicThread = 11,

    /// <summary>A thread of invited people.</summary>
    PrivateThread = 12,

    /// <summary>A stage.</summary>
    GuildStageVoice = 13,

    /// <summary>A hub's list of guilds.</summary>
    GuildDirectory = 14,

    /// <summary>A forum: threads only.</summary>
    GuildForum = 15,

    /// <summary>A forum of pictures.</summary>
    GuildMedia = 16,
}
