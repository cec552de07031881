using System.Globalization;
using System.Net.Http.Headers;

namespace PaperBot.Discord.Rest.Limits;

/// <summary>
/// The <c>X-RateLimit</c> headers of an answer. Only the relative reset is used, so the clock of this machine may be
/// wrong.
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

    /// <summary>The scope of a 429: <c>user</c>, <c>global</c> or <c>shared</c>.</summary>
    public static string? Scope(HttpResponseHeaders headers) =>
        Text(headers, "X-RateLimit-Scope") ?? (Text(headers, "X-RateLimit-Global") is null ? null : "global");

    private static string? Text(HttpResponseHeaders headers, string name) =>
        headers.TryGetValues(name, out var values) ? values.FirstOrDefault() : null;

    private static double? Seconds(HttpResponseHeaders headers, string name) =>
        double.TryParse(Text(headers, name), NumberStyles.Float, CultureInfo.InvariantCulture, out var number)
        && number is >= 0 and < 1e7
            ? number
            : null;
}
