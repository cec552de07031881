namespace PaperBot.Discord;

/// <summary>How often the bot may identify.</summary>
/// <remarks>
/// <see href="https://docs.discord.com/developers/events/gateway#session-start-limit-object"/>
/// </remarks>
public sealed record SessionStartLimit : DiscordObject
{
    /// <summary>A day.</summary>
    public required int Total { get; init; }

    /// <summary>Now.</summary>
    public required int Remaining { get; init; }

    /// <summary>Milliseconds until it is all again.</summary>
    public required long ResetAfter { get; init; }

    /// <summary>At once, every five seconds.</summary>
    public required int MaxConcurrency { get; init; }
}
