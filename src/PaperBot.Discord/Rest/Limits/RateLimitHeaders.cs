using System.Globalization;
using System.Net.Http.Headers;

namespace PaperBot.Discord.Rest.Limits;

/// <summary>
/// The <c>X-RateLimit</c> headers of an answer. The clock of this machine may be wrong: waits come from the relative
/// reset, and of the absolute one only differences between answers are used.
/// </summary>
internal readonly record struct RateLimitHeaders(int Remaining, TimeSpan ResetAfter, string? Bucket)
{
    public static RateLimitHeaders? Read(HttpResponseHeaders headers)
    {
        if (
            Seconds(headers, "X-RateLimit-Remaining") is not { } remaining
            || Seconds(headers, "X-RateLimit-Reset-After") is not { } resetAfter
        )
            return null;
        return new RateLimitHeaders(
            (int)remaining,
            TimeSpan.FromSeconds(resetAfter),
            Text(headers, "X-RateLimit-Bucket")
        );
    }

    /// <summary>
    /// When Discord counted the request, since 1970 on its own clock: the reset less the time that was left to it.
    /// </summary>
    public static TimeSpan? CountedAt(HttpResponseHeaders headers)
    {
        if (
            Decimal(headers, "X-RateLimit-Reset") is not { } reset
            || Decimal(headers, "X-RateLimit-Reset-After") is not { } left
        )
            return null;
        return TimeSpan.FromTicks((long)((reset - left) * TimeSpan.TicksPerSecond));
    }

    /// <summary>The scope of a 429: <c>user</c>, <c>global</c> or <c>shared</c>.</summary>
    public static string? Scope(HttpResponseHeaders headers) =>
        Text(headers, "X-RateLimit-Scope") ?? (Text(headers, "X-RateLimit-Global") is null ? null : "global");

    private static string? Text(HttpResponseHeaders headers, string name) =>
        headers.TryGetValues(name, out var values) ? values.FirstOrDefault() : null;

    private static decimal? Decimal(HttpResponseHeaders headers, string name) =>
        decimal.TryParse(Text(headers, name), NumberStyles.Float, CultureInfo.InvariantCulture, out var number)
        && number is >= 0 and < 1e11m
            ? number
            : null;

    private static double? Seconds(HttpResponseHeaders headers, string name) =>
        double.TryParse(Text(headers, name), NumberStyles.Float, CultureInfo.InvariantCulture, out var number)
        && number is >= 0 and < 1e7
            ? number
            : null;
}
