using System.Diagnostics.CodeAnalysis;

namespace PaperBot.Discord;

/// <summary>Bits of a message.</summary>
/// <remarks>
/// <see href="https://docs.discord.com/developers/resources/message#message-object-message-flags"/>
/// </remarks>
[Flags]
[SuppressMessage("Naming", "CA1711", Justification = "Discord's own name.")]
public enum MessageFlags
{
    /// <summary>None.</summary>
    None = 0,

    /// <summary>Published to followers.</summary>
    Crossposted = 1 << 0,

    /// <summary>Comes from a followed channel.</summary>
    IsCrosspost = 1 << 1,

    /// <summary>No previews of links.</summary>
    SuppressEmbeds = 1 << 2,

    /// <summary>The original is gone.</summary>
    SourceMessageDeleted = 1 << 3,

    /// <summary>From Discord's urgent system.</summary>
    Urgent = 1 << 4,

    /// <summary>A thread hangs on it.</summary>
    HasThread = 1 << 5,

    /// <summary>Only the invoking person sees it.</summary>
    Ephemeral = 1 << 6,

    /// <summary>A deferred answer: thinking.</summary>
    Loading = 1 << 7,

    /// <summary>Some roles were not added to the thread.</summary>
    FailedToMentionSomeRolesInThread = 1 << 8,

    /// <summary>No push notification.</summary>
    SuppressNotifications = 1 << 12,

    /// <summary>A voice message.</summary>
    IsVoiceMessage = 1 << 13,

    /// <summary>A forward.</summary>
    HasSnapshot = 1 << 14,

    /// <summary>Made of components only; excludes content and embeds and cannot be undone.</summary>
    IsComponentsV2 = 1 << 15,
}
