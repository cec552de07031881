namespace PaperBot.Discord;

/// <summary>What to change in a channel or a thread.</summary>
/// <remarks>
/// <see href="https://docs.discord.com/developers/resources/channel#modify-channel"/>
/// </remarks>
public sealed record ChannelEdit : DiscordObject
{
    /// <summary>1 to 100 characters.</summary>
    public string? Name { get; init; }

    /// <summary>Threads: close or open.</summary>
    public bool? Archived { get; init; }

    /// <summary>Threads: moderators only.</summary>
    public bool? Locked { get; init; }

    /// <summary>Threads: minutes of silence until archived.</summary>
    public int? AutoArchiveDuration { get; init; }

    /// <summary>The subject, up to 1024 characters.</summary>
    public string? Topic { get; init; }

    /// <summary>Slow mode in seconds.</summary>
    public int? RateLimitPerUser { get; init; }
}
