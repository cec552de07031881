using System.Globalization;
using System.Text.RegularExpressions;
using PaperBot.Core.Digests;
using PaperBot.Handlers.Routing.Parsing;

namespace PaperBot.Handlers.Digests;

/// <summary>Times of day and days of the week as people write them: <c>8:30</c>, <c>9pm</c>, <c>每天8点半</c>, <c>工作日</c>.</summary>
internal static partial class TimeText
{
    private const int Milliseconds = 100;

    private static readonly Dictionary<string, DigestDays> Names = new(StringComparer.Ordinal)
    {
        ["daily"] = DigestDays.All,
        ["all"] = DigestDays.All,
        ["每天"] = DigestDays.All,
        ["每日"] = DigestDays.All,
        ["weekdays"] = DigestDays.Weekdays,
        ["工作日"] = DigestDays.Weekdays,
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
    };

    /// <summary>Reads a time of day.</summary>
    public static bool TryParse(string text, out TimeOnly at)
    {
        at = default;
        if (Pattern().Match(InputText.Fold(text.Trim())) is not { Success: true } match)
            return false;
        var hour = int.Parse(match.Groups["hour"].Value, CultureInfo.InvariantCulture);
        var minute =
            match.Groups["half"].Success ? 30
            : match.Groups["minute"].Success ? int.Parse(match.Groups["minute"].Value, CultureInfo.InvariantCulture)
            : 0;
        var isAfternoon = match.Groups["pm"].Success || match.Groups["evening"].Success;
        if ((isAfternoon || match.Groups["am"].Success) && hour > 12)
            isAfternoon = false;
        if (isAfternoon && hour < 12)
            hour += 12;
        else if (match.Groups["am"].Success && hour == 12)
            hour = 0;
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
            var word in InputText.Fold(text).Split([' ', ',', '、', '，', '+'], StringSplitOptions.RemoveEmptyEntries)
        )
        {
            var name = char.IsAsciiLetter(word[0]) && !Names.ContainsKey(word) && word.Length > 3 ? word[..3] : word;
            if (!Names.TryGetValue(name, out var day))
                return false;
            days |= day;
        }

        return days != DigestDays.None;
    }

    [GeneratedRegex(
        @"^(?:每天|每日|at )?(?:(?<am>早上|上午|凌晨)|(?<evening>下午|晚上))?(?<hour>\d{1,2})(?:(?::|点|时)(?:(?<minute>\d{1,2})分?|(?<half>半)|整)?|(?= ?[ap]m))(?: ?(?:(?<pm>pm)|(?<am>am)))?$",
        RegexOptions.CultureInvariant,
        Milliseconds
    )]
    private static partial Regex Pattern();
}
