using System.Globalization;
using System.Text.RegularExpressions;

namespace PaperBot.Upstreams.Blogs;

/// <summary>Dates as pages and feeds write them.</summary>
internal static partial class PageDates
{
    private static readonly string[] Zones = ["GMT", "UTC", "UT", "Z"];

    /// <summary>Reads a date; one that no article can have (before the web, years ahead) is null.</summary>
    public static DateTimeOffset? Parse(string? text)
    {
        if (text is not { Length: > 3 and < 80 })
            return null;
        var clean = text.Trim();
        foreach (var zone in Zones)
            if (clean.EndsWith(' ' + zone, StringComparison.Ordinal))
                clean = clean[..^zone.Length].TrimEnd() + " +0000";
        const DateTimeStyles Styles = DateTimeStyles.AssumeUniversal | DateTimeStyles.AllowWhiteSpaces;
        if (
            DateTimeOffset.TryParse(clean, CultureInfo.InvariantCulture, Styles, out var date)
            || DateTimeOffset.TryParseExact(
                clean,
                ["ddd, d MMM yyyy H:mm:ss zzz", "d MMM yyyy H:mm:ss zzz", "ddd, d MMM yyyy H:mm zzz", "yyyy年M月d日"],
                CultureInfo.InvariantCulture,
                Styles,
                out date
            )
        )
            return Credible(date);
        return FindIn(clean);
    }

    /// <summary>The first date in a sentence: <c>2024-05-17</c>, <c>2024年5月17日</c>.</summary>
    public static DateTimeOffset? FindIn(string text)
    {
        try
        {
            var match = Day().Match(text);
            if (
                match.Success
                && DateTimeOffset.TryParseExact(
                    $"{match.Groups[1].Value}-{match.Groups[2].Value}-{match.Groups[3].Value}",
                    "yyyy-M-d",
                    CultureInfo.InvariantCulture,
                    DateTimeStyles.AssumeUniversal,
                    out var date
                )
            )
                return Credible(date);
        }
        catch (RegexMatchTimeoutException)
        {
            // No date, then.
        }
        return null;
    }

    private static DateTimeOffset? Credible(DateTimeOffset date) => date.Year is >= 1990 and <= 2100 ? date : null;

    [GeneratedRegex(@"\b((?:19|20)\d\d)\s?[-/.年]\s?(\d{1,2})\s?[-/.月]\s?(\d{1,2})", RegexOptions.None, 200)]
    private static partial Regex Day();
}
