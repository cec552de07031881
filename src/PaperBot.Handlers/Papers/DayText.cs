using System.Globalization;
using System.Text.RegularExpressions;

namespace PaperBot.Handlers.Papers;

/// <summary>
/// Days as people write them: <c>2026-06-15</c>, <c>2026/6/15</c>, <c>20260615</c>, <c>15 June 2026</c>, <c>yesterday</c>,
/// <c>昨天</c>, <c>6月15日</c>. A day without a year is the last one that was.
/// </summary>
internal static partial class DayText
{
    private const int Milliseconds = 5_000;
    private const int DaysAYear = 366;

    private static readonly string[] Formats =
    [
        "yyyy-M-d",
        "yyyy/M/d",
        "yyyy.M.d",
        "yyyyMMdd",
        "yyyy'年'M'月'd'日'",
        "yyyy'年'M'月'd'号'",
        "d MMM yyyy",
        "d MMMM yyyy",
        "MMM d yyyy",
        "MMMM d yyyy",
    ];

    private static readonly string[] WithoutYear =
    [
        "yyyy M'月'd'日'",
        "yyyy M'月'd'号'",
        "yyyy d MMM",
        "yyyy d MMMM",
        "yyyy MMM d",
        "yyyy MMMM d",
        "yyyy M/d",
    ];

    /// <summary>Reads one day.</summary>
    public static bool TryParse(string text, DateOnly today, out DateOnly day)
    {
        var folded = Fold(text);
        if (Relative(folded) is { } back)
        {
            day = today.AddDays(-back);
            return true;
        }

        if (Exact(folded, Formats, out day))
            return true;
        if (!Exact($"{today.Year.ToString(CultureInfo.InvariantCulture)} {folded}", WithoutYear, out day))
            return Exact($"{(today.Year - 1).ToString(CultureInfo.InvariantCulture)} {folded}", WithoutYear, out day);
        // 29 February apart, the same day a year ago exists.
        if (day > today && day.DayNumber - today.DayNumber < DaysAYear)
            day = day.AddYears(-1);
        return true;
    }

    /// <summary>Whether a word has the shape of a day, whether or not the calendar has it.</summary>
    public static bool LooksLikeOne(string word) => Shape().IsMatch(Fold(word));

    /// <summary>Reads a bound: a day, a month (<c>2017-06</c>) or a year, its first or last day.</summary>
    public static bool TryParseBound(string text, DateOnly today, bool isEnd, out DateOnly day)
    {
        if (TryParse(text, today, out day))
            return true;
        var folded = Fold(text).TrimEnd('年', '月');
        if (MonthOrYear().Match(folded) is not { Success: true } match)
            return false;
        var year = int.Parse(match.Groups["year"].Value, CultureInfo.InvariantCulture);
        var month = match.Groups["month"] is { Success: true } group
            ? int.Parse(group.Value, CultureInfo.InvariantCulture)
            : (int?)null;
        if (year < 1 || month is < 1 or > 12)
            return false;
        var last = month ?? 12;
        day = isEnd ? new(year, last, DateTime.DaysInMonth(year, last)) : new(year, month ?? 1, 1);
        return true;
    }

    private static int? Relative(string text) =>
        text switch
        {
            "today" or "今天" or "今日" => 0,
            "yesterday" or "昨天" or "昨日" => 1,
            "前天" or "前日" or "day before yesterday" => 2,
            _ => null,
        };

    private static bool Exact(string text, string[] formats, out DateOnly day) =>
        DateOnly.TryParseExact(text, formats, CultureInfo.InvariantCulture, DateTimeStyles.AllowWhiteSpaces, out day);

    private static string Fold(string text) =>
        Words
            .Whole(text)
            .Normalize(System.Text.NormalizationForm.FormKC)
            .Trim()
            .Replace(",", " ", StringComparison.Ordinal)
            .Replace("  ", " ", StringComparison.Ordinal)
            .ToLowerInvariant();

    [GeneratedRegex(@"^\d{4}[-/.年]\d{1,2}[-/.月]\d{1,2}[日号]?$", RegexOptions.CultureInvariant, Milliseconds)]
    private static partial Regex Shape();

    [GeneratedRegex(@"^(?<year>\d{4})(?:[-/.年](?<month>\d{1,2}))?$", RegexOptions.CultureInvariant, Milliseconds)]
    private static partial Regex MonthOrYear();
}
