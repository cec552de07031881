namespace PaperBot.Discord;

/// <summary>What only threads have.</summary>
/// <remarks>
/// <see href="https://docs.discord.com/developers/resources/channel#thread-metadata-object"/>
/// </remarks>
public sealed record ThreadMetadata : DiscordObject
{
    /// <summary>Closed until somebody writes.</summary>
    public bool? Archived { get; init; }

    /// <summary>Minutes of silence until it is archived: 60, 1440, 4320 or 10080.</summary>
    public int? AutoArchiveDuration { get; init; }

    /// <summary>When that last changed.</summary>
    public DateTimeOffset? ArchiveTimestamp { get; init; }

    /// <summary>Only moderators may open it again.</summary>
    public bool? Locked { get; init; }

    /// <summary>Private threads: whether members may add others.</summary>
    public bool? Invitable { get; init; }

    /// <summary>When it was made.</summary>
    public DateTimeOffset? CreateTimestamp { get; init; }
}
