namespace PaperBot.Discord;

/// <summary>
/// This library sends nothing, to save the bot from a ban: the token was refused (no <see cref="RetryAfter"/>), or too
/// many requests of the last ten minutes were invalid.
/// </summary>
/// <param name="message">Words for a programmer.</param>
/// <param name="retryAfter">When requests are let through again; null means not with this token.</param>
/// <remarks>
/// <see href="https://docs.discord.com/developers/topics/rate-limits#invalid-request-limit-aka-cloudflare-bans"/>
/// </remarks>
public sealed class DiscordStoppedException(string message, TimeSpan? retryAfter) : DiscordException(message)
{
    /// <summary>When requests are let through again; null means not with this token.</summary>
    public TimeSpan? RetryAfter { get; } = retryAfter;
}
