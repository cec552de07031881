using System.Globalization;

namespace PaperBot.Upstreams.Http;

/// <summary>Retry-After in both forms, as a moment on our own clock.</summary>
internal static class RetryAfter
{
    /// <summary>
    /// When to try again; the past means now, and null means that the upstream said nothing that can be understood. A
    /// date is taken against the answer's own Date, so that a clock that is wrong on either side does no harm.
    /// </summary>
    public static DateTimeOffset? Read(HttpResponseMessage response, DateTimeOffset now)
    {
        if (!response.Headers.TryGetValues("Retry-After", out var values))
            return null;
        var text = values.First().Trim();
        if (double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var seconds))
            return double.IsNaN(seconds) ? null : After(now, seconds);
        return response.Headers.RetryAfter?.Date is { } date
            ? After(now, (date - (response.Headers.Date ?? now)).TotalSeconds)
            : null;
    }

    // A year is for ever; the queue cuts it down further.
    private static DateTimeOffset After(DateTimeOffset now, double seconds) =>
        now + TimeSpan.FromSeconds(Math.Clamp(seconds, 0, TimeSpan.FromDays(365).TotalSeconds));
}
