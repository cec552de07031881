using PaperBot.Core.Digests;
using PaperBot.Core.Papers;
using PaperBot.Core.Texts;

namespace PaperBot.Handlers.Digests;

/// <summary>When digests are due, by the clocks of the subscriber's zone, and which announcement each is about.</summary>
internal sealed class DigestClock(IAnnouncementCalendar calendar)
{
    /// <summary>How long a digest waits for the announcement of its day.</summary>
    public static readonly TimeSpan Wait = TimeSpan.FromHours(4);

    /// <summary>How long after an announcement late papers are looked for; the API has lagged by 14 h.</summary>
    private static readonly TimeSpan Late = TimeSpan.FromHours(16.2);

    private static readonly TimeSpan AfterSettled = TimeSpan.FromMinutes(20);
    private static readonly TimeSpan BeforeGap = TimeSpan.FromHours(3);

    /// <summary>The zone of that name; UTC where this machine does not know it.</summary>
    public static TimeZoneInfo ZoneOf(DigestSettings settings) =>
        TimeZoneInfo.TryFindSystemTimeZoneById(settings.Zone, out var zone) ? zone : TimeZoneInfo.Utc;

    /// <summary>A moment as the subscription's clocks show it.</summary>
    public static string Word(DateTimeOffset moment, DigestSettings settings) => TimeToken.Of(moment, ZoneOf(settings));

    /// <summary>The day that clocks of the zone show.</summary>
    public static DateOnly DayOf(DateTimeOffset moment, TimeZoneInfo zone) =>
        DateOnly.FromDateTime(TimeZoneInfo.ConvertTime(moment, zone).DateTime);

    /// <summary>
    /// The moment at which clocks show a time on a day. A time that a change of the clocks leaves out comes as much
    /// later as they jump; of a time that comes twice it is the first.
    /// </summary>
    public static DateTimeOffset At(DateOnly day, TimeOnly time, TimeZoneInfo zone)
    {
        var local = day.ToDateTime(time);
        var offset =
            zone.IsInvalidTime(local) ? zone.GetUtcOffset(local - BeforeGap)
            : zone.IsAmbiguousTime(local) ? zone.GetAmbiguousTimeOffsets(local).Max()
            : zone.GetUtcOffset(local);
        return new DateTimeOffset(local, offset).ToUniversalTime();
    }

    /// <summary>The next due time after a moment, on a later day than the last digest.</summary>
    public static DateTimeOffset Next(DigestSettings settings, DateTimeOffset after, DateOnly? lastRun)
    {
        var zone = ZoneOf(settings);
        for (var day = DayOf(after, zone); ; day = day.AddDays(1))
            if (IsOn(settings, day) && !(day <= lastRun) && At(day, settings.At, zone) is var due && due > after)
                return due;
    }

    /// <summary>The latest due time that has passed; of several that were missed the last.</summary>
    public static DateTimeOffset Latest(DigestSettings settings, DateTimeOffset due, DateTimeOffset now)
    {
        while (Next(settings, due, null) is var next && next <= now)
            due = next;
        return due;
    }

    /// <summary>
    /// The announcement that a digest is about: the one that is out, or the one of the subscriber's day if that comes
    /// within the time that a digest waits.
    /// </summary>
    public DateOnly Target(DigestSettings settings, DateTimeOffset due)
    {
        var local = DayOf(due, ZoneOf(settings));
        var current = calendar.CurrentDay(due);
        var comesSoon =
            local > current
            && calendar.QuietReasonOf(local) is not QuietReason.Weekend
            && calendar.AnnouncedAt(local) <= due + Wait;
        return comesSoon ? local : current;
    }

    /// <summary>When to look again for late papers of a day, before the next digest.</summary>
    public DateTimeOffset WakeAfter(DateOnly target, DateTimeOffset now, DateTimeOffset due)
    {
        DateTimeOffset[] looks = [calendar.SettledAt(target) + AfterSettled, calendar.AnnouncedAt(target) + Late, due];
        return looks.Where(look => look > now && look <= due).DefaultIfEmpty(due).Min();
    }

    private static bool IsOn(DigestSettings settings, DateOnly day) =>
        settings.Days.HasFlag((DigestDays)(1 << (int)day.DayOfWeek));
}
