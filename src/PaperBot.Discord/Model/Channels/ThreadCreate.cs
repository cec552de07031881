namespace PaperBot.Discord;

/// <summary>A thread to open.</summary>
/// <remarks>
/// <see href="https://docs.discord.com/developers/resources/channel#start-thread-from-message"/>
/// </remarks>
public sealed record ThreadCreate : DiscordObject
{
    /// <summary>1 to 100 characters.</summary>
    public required string Name { get; init; }

    /// <summary>Minutes of silence until it is archived: 60, 1440, 4320 or 10080.</summary>
    public int? AutoArchiveDuration { get; init; }

    /// <summary>Without a message: public or private (the default is private). Not sent from a message.</summary>
    public ChannelType? Type { get; init; }

    /// <summary>Private threads: whether members may add others.</summary>
    public bool? Invitable { get; init; }

    /// <summary>Slow mode in seconds, up to 21600.</summary>
    public int? RateLimitPerUser { get; init; }
}
