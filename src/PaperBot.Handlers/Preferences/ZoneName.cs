using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using PaperBot.Handlers.Routing.Parsing;

namespace PaperBot.Handlers.Preferences;

/// <summary>Reads a time zone as people write it: <c>Asia/Shanghai</c>, <c>shanghai</c>, <c>北京</c>, <c>UTC+8</c>.</summary>
internal static class ZoneName
{
    private static readonly Dictionary<string, string> Chinese = new(StringComparer.Ordinal)
    {
        ["北京"] = "Asia/Shanghai",
        ["上海"] = "Asia/Shanghai",
        ["中国"] = "Asia/Shanghai",
        ["香港"] = "Asia/Hong_Kong",
        ["台北"] = "Asia/Taipei",
        ["新加坡"] = "Asia/Singapore",
        ["东京"] = "Asia/Tokyo",
        ["伦敦"] = "Europe/London",
        ["柏林"] = "Europe/Berlin",
        ["巴黎"] = "Europe/Paris",
        ["纽约"] = "America/New_York",
        ["洛杉矶"] = "America/Los_Angeles",
        ["beijing"] = "Asia/Shanghai",
    };

    private static readonly Lazy<string[]> Known = new(() =>
        [.. TimeZoneInfo.GetSystemTimeZones().Select(z => z.Id).Where(id => id.Contains('/', StringComparison.Ordinal))]
    );

    /// <summary>All names of the form <c>Region/City</c> that this machine knows.</summary>
    public static IReadOnlyList<string> All => Known.Value;

    public static bool TryParse(string text, [NotNullWhen(true)] out string? name)
    {
        var folded = InputText.Fold(text.Trim()).Replace(' ', '_');
        if (folded.EndsWith("_time", StringComparison.Ordinal))
            folded = folded[..^"_time".Length];
        name =
            Chinese.GetValueOrDefault(folded.Replace("时间", "", StringComparison.Ordinal))
            ?? Offset(folded)
            ?? All.FirstOrDefault(id => id.Equals(folded, StringComparison.OrdinalIgnoreCase))
            ?? All.FirstOrDefault(id => id.EndsWith("/" + folded, StringComparison.OrdinalIgnoreCase));
        return name is not null && TimeZoneInfo.TryFindSystemTimeZoneById(name, out _);
    }

    /// <summary><c>UTC+8</c> is <c>Etc/GMT-8</c>: POSIX counts westwards.</summary>
    private static string? Offset(string folded)
    {
        var rest =
            folded.StartsWith("utc", StringComparison.Ordinal) || folded.StartsWith("gmt", StringComparison.Ordinal)
                ? folded[3..]
                : folded;
        if (rest.Length == 0)
            return "Etc/UTC";
        return
            rest[0] is '+' or '-'
            && int.TryParse(rest, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var hours)
            && hours is >= -12 and <= 14
            ? hours == 0
                ? "Etc/UTC"
                : string.Create(CultureInfo.InvariantCulture, $"Etc/GMT{(hours > 0 ? '-' : '+')}{Math.Abs(hours)}")
            : null;
    }
}
