namespace PaperBot.Discord.Rest;

/// <summary>What came back from one attempt.</summary>
/// <param name="Body">The body.</param>
/// <param name="Error">Why it is no success.</param>
internal sealed record Answer(ReadOnlyMemory<byte> Body, DiscordApiException? Error = null)
{
    /// <summary>A 429: the wait is on the books already, try again.</summary>
    public bool IsRateLimit { get; init; }

    /// <summary>The wait of a 429.</summary>
    public TimeSpan RetryAfter { get; init; }

    /// <summary>Discord's own trouble, which may be gone at the next attempt.</summary>
    public bool IsPassing { get; init; }
}
