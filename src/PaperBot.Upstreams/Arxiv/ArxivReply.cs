namespace PaperBot.Upstreams.Arxiv;

/// <summary>An answer as it came.</summary>
/// <param name="Status">The HTTP status.</param>
/// <param name="Body">The body, unpacked.</param>
/// <param name="RetryAt">Retry-After as a moment; null when there is none.</param>
internal sealed record ArxivReply(int Status, byte[] Body, DateTimeOffset? RetryAt)
{
    private static ReadOnlySpan<byte> RateExceeded => "Rate exceeded"u8;

    /// <summary>429, 406 and a plain-text "Rate exceeded." with any status are the same thing to arXiv.</summary>
    public bool IsThrottled =>
        Status is 429 or 406 || (Body.Length < 1000 && Body.AsSpan().IndexOf(RateExceeded) is >= 0 and < 20);
}
