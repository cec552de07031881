using System.Globalization;
using System.Numerics;
using System.Text.RegularExpressions;
using PaperBot.Core.Digests;
using PaperBot.Handlers.Routing.Parsing;

namespace PaperBot.Handlers.Digests;

/// <summary>Times of day and days of the week as people write them: <c>8:30</c>, <c>9pm</c>, <c>每天8点半</c>, <c>工作日</c>.</summary>
internal static partial class TimeText
{
    private const int Milliseconds = 5_000;
    private const DigestDays Weekend = DigestDays.Saturday | DigestDays.Sunday;
    private const string Digits = "零一二三四五六七八九十";

    private static readonly Dictionary<string, DigestDays> Names = new(StringComparer.Ordinal)
    {
        ["daily"] = DigestDays.All,
        ["all"] = DigestDays.All,
        ["每天"] = DigestDays.All,
        ["每日"] = DigestDays.All,
        ["weekdays"] = DigestDays.Weekdays,
        ["工作日"] = DigestDays.Weekdays,
        ["weekend"] = Weekend,
        ["weekends"] = Weekend,
        ["周末"] = Weekend,
        ["mon"] = DigestDays.Monday,
        ["tue"] = DigestDays.Tuesday,
        ["wed"] = DigestDays.Wednesday,
        ["thu"] = DigestDays.Thursday,
        ["fri"] = DigestDays.Friday,
        ["sat"] = DigestDays.Saturday,
        ["sun"] = DigestDays.Sunday,
        ["周一"] = DigestDays.Monday,
        ["周二"] = DigestDays.Tuesday,
        ["周三"] = DigestDays.Wednesday,
        ["周四"] = DigestDays.Thursday,
        ["周五"] = DigestDays.Friday,
        ["周六"] = DigestDays.Saturday,
        ["周日"] = DigestDays.Sunday,
        ["周天"] = DigestDays.Sunday,
    };

    /// <summary>Reads a time of day.</summary>
    public static bool TryParse(string text, out TimeOnly at)
    {
        at = default;
        if (Pattern().Match(InputText.Fold(text.Trim())) is not { Success: true } match)
            return false;
        var hour = Number(match.Groups["hour"].Value);
        var minute =
            match.Groups["half"].Success ? 30
            : match.Groups["quarter"].Success ? 15
            : match.Groups["minute"].Success ? Number(match.Groups["minute"].Value)
            : 0;
        // 晚上一点 and 晚上12点 are after midnight.
        var isEvening = match.Groups["evening"].Success;
        if (hour == 12 && (isEvening || match.Groups["am"].Success))
            hour = 0;
        else if (hour < 12 && (match.Groups["pm"].Success || (isEvening && hour > 4)))
            hour += 12;
        if (hour > 23 || minute > 59)
            return false;
        at = new(hour, minute);
        return true;
    }

    /// <summary>Reads days of the week.</summary>
    public static bool TryParseDays(string text, out DigestDays days)
    {
        days = DigestDays.None;
        foreach (
            var word in Weekday()
                .Replace(InputText.Fold(text), "周")
                .Split([' ', ',', '、', '，', '+'], StringSplitOptions.RemoveEmptyEntries)
        )
        {
            if (DayOf(word) is { } day)
                days |= day;
            else if (RangeOf(word) is { } range)
                days |= range;
            else
                return false;
        }

        return days != DigestDays.None;
    }

    private static DigestDays? DayOf(string word)
    {
        var name = EnglishDay().IsMatch(word) ? word[..3] : word;
        return Names.TryGetValue(name, out var day) ? day : null;
    }

    /// <summary><c>mon-fri</c>, <c>周一到周五</c>, <c>周五至周一</c>.</summary>
    private static DigestDays? RangeOf(string word)
    {
        if (word.Split(['-', '–', '~', '到', '至']) is not [var first, var last])
            return null;
        if (last.Length == 1 && first.StartsWith('周'))
            last = "周" + last;
        if (first.Length == 0 || last.Length == 0 || DayOf(first) is not { } from || DayOf(last) is not { } to)
            return null;
        if (!BitOperations.IsPow2((int)from) || !BitOperations.IsPow2((int)to))
            return null;
        var days = from;
        for (var bit = (int)from; bit != (int)to; days |= (DigestDays)bit)
            bit = bit == (int)DigestDays.Saturday ? (int)DigestDays.Sunday : bit << 1;
        return days;
    }

    /// <summary>Digits, or Chinese numerals up to 59: <c>八</c>, <c>十二</c>, <c>二十三</c>; 99 for others.</summary>
    private static int Number(string text)
    {
        if (text == "两")
            return 2;
        if (char.IsAsciiDigit(text[0]))
            return int.Parse(text, CultureInfo.InvariantCulture);
        var values = text.Select(c => Digits.IndexOf(c, StringComparison.Ordinal)).ToList();
        return values switch
        {
            [var one] => one,
            [10, < 10 and var one] => 10 + one,
            [0, < 10 and var one] => one,
            [< 10 and var ten, 10] => 10 * ten,
            [< 10 and var ten, 10, < 10 and var one] => (10 * ten) + one,
            _ => 99,
        };
    }

    [GeneratedRegex(
        @"^(?:每天|每日|at )?(?:(?<am>早上|上午|凌晨|清晨|早)|(?<pm>下午|中午)|(?<evening>晚上|夜里|晚))?(?<hour>\d{1,2}|[零一二三四五六七八九十]{1,3}|两)(?:(?::|点|时)(?:(?:(?<minute>\d{1,2}|[零一二三四五六七八九十]{1,3})分?)|(?<half>半)|(?<quarter>一刻)|整|钟)?|(?= ?[ap]m))(?: ?(?:(?<pm>pm)|(?<am>am)))?$",
        RegexOptions.CultureInvariant,
        Milliseconds
    )]
    private static partial Regex Pattern();

    [GeneratedRegex("星期|礼拜|每周", RegexOptions.CultureInvariant, Milliseconds)]
    private static partial Regex Weekday();

    [GeneratedRegex(
        "^(?:mondays?|tues|tuesdays?|wednesdays?|thur|thurs|thursdays?|fridays?|saturdays?|sundays?)$",
        RegexOptions.CultureInvariant,
        Milliseconds
    )]
    private static partial Regex EnglishDay();
}
