namespace PaperBot.Upstreams.Arxiv;

/// <summary>The time zone that arXiv keeps its days by.</summary>
internal static class EasternTime
{
    /// <summary>US Eastern time; by rule where the machine has no table of zones (a bare container).</summary>
    public static TimeZoneInfo Zone { get; } =
        TimeZoneInfo.TryFindSystemTimeZoneById("America/New_York", out var zone) ? zone : ByRule();

    /// <summary>Five hours behind UTC; four from the second Sunday of March to the first of November.</summary>
    internal static TimeZoneInfo ByRule()
    {
        var two = new DateTime(1, 1, 1, 2, 0, 0, DateTimeKind.Unspecified);
        var rule = TimeZoneInfo.AdjustmentRule.CreateAdjustmentRule(
            new DateTime(2007, 1, 1),
            DateTime.MaxValue.Date,
            TimeSpan.FromHours(1),
            TimeZoneInfo.TransitionTime.CreateFloatingDateRule(two, 3, 2, DayOfWeek.Sunday),
            TimeZoneInfo.TransitionTime.CreateFloatingDateRule(two, 11, 1, DayOfWeek.Sunday)
        );
        return TimeZoneInfo.CreateCustomTimeZone("Eastern", TimeSpan.FromHours(-5), "Eastern", "EST", "EDT", [rule]);
    }

    /// <summary>The moment at which Eastern clocks show a time on a day.</summary>
    public static DateTimeOffset At(DateOnly day, TimeOnly time)
    {
        var local = day.ToDateTime(time);
        return new DateTimeOffset(local, Zone.GetUtcOffset(local)).ToUniversalTime();
    }

    /// <summary>What Eastern clocks and calendars show.</summary>
    public static DateTime Of(DateTimeOffset moment) => TimeZoneInfo.ConvertTime(moment, Zone).DateTime;
}
