namespace PaperBot.Discord;

/// <summary>
/// A limit stands in the way for longer than <see cref="DiscordOptions.LongestWait"/>; nothing was sent, or Discord
/// refused it.
/// </summary>
/// <param name="route">Method and path without ids.</param>
/// <param name="retryAfter">When it may be tried again.</param>
/// <remarks>
/// <see href="https://docs.discord.com/developers/topics/rate-limits"/>
/// </remarks>
public sealed class DiscordRateLimitException(string route, TimeSpan retryAfter)
    : DiscordException($"{route} may be tried again in {retryAfter.TotalSeconds:0.0} s.")
{
    /// <summary>Method and path without ids.</summary>
    public string Route { get; } = route;

    /// <summary>When it may be tried again, from now.</summary>
    public TimeSpan RetryAfter { get; } = retryAfter;
}
