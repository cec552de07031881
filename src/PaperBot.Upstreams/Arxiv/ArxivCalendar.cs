using Microsoft.Extensions.Options;
using PaperBot.Core.Papers;

namespace PaperBot.Upstreams.Arxiv;

/// <summary>
/// When arXiv announces: Sunday to Thursday at 20:00 US Eastern, each list dated the day after (Monday to Friday). The
/// feeds follow at midnight.
/// </summary>
internal sealed class ArxivCalendar(IOptions<ArxivOptions> options) : IAnnouncementCalendar
{
    /// <summary>The day whose list is today's: from 20:00 on tomorrow's, where one is due.</summary>
    public DateOnly CurrentDay(DateTimeOffset now)
    {
        var today = ArxivDays.Of(now);
        var tomorrow = today.AddDays(1);
        return now >= ArxivDays.AnnouncedAt(tomorrow) && IsDue(tomorrow) ? tomorrow : today;
    }

    /// <summary>The next announcement after a moment, holidays passed over.</summary>
    public DateTimeOffset NextDue(DateTimeOffset now)
    {
        var day = ArxivDays.Of(now);
        while (!IsDue(day) || ArxivDays.AnnouncedAt(day) <= now)
            day = day.AddDays(1);
        return ArxivDays.AnnouncedAt(day);
    }

    public DateTimeOffset AnnouncedAt(DateOnly day) => ArxivDays.AnnouncedAt(day);

    public DateTimeOffset SettledAt(DateOnly day) => ArxivDays.SettledAt(day);

    /// <summary>The list before that of a day.</summary>
    public DateOnly Previous(DateOnly day)
    {
        do day = day.AddDays(-1);
        while (!IsDue(day));
        return day;
    }

    /// <summary>Why a day has no list, if it has none; null where one would be expected.</summary>
    public QuietReason? QuietReasonOf(DateOnly day) =>
        !IsWeekday(day) ? QuietReason.Weekend
        : IsHoliday(day.AddDays(-1)) || IsHoliday(day) ? QuietReason.Holiday
        : null;

    private bool IsDue(DateOnly day) => IsWeekday(day) && !IsHoliday(day.AddDays(-1));

    private bool IsHoliday(DateOnly day) => ArxivHolidays.Contains(day) || options.Value.Holidays.Contains(day);

    private static bool IsWeekday(DateOnly day) => day.DayOfWeek is not (DayOfWeek.Saturday or DayOfWeek.Sunday);
}
