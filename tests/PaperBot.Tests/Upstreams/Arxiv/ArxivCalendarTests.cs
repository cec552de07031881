using System.Globalization;
using Microsoft.Extensions.Options;
using PaperBot.Core.Papers;
using PaperBot.Upstreams.Arxiv;

namespace PaperBot.Tests.Upstreams.Arxiv;

public sealed class ArxivCalendarTests
{
    private readonly ArxivCalendar _calendar = new(
        Options.Create(new ArxivOptions { Holidays = { new(2026, 6, 10) } })
    );

    [Theory]
    // Eastern daylight time is UTC-4, standard time UTC-5.
    [InlineData("2026-11-18T12:00Z", "2026-11-18", "2026-11-19T01:00Z")]
    [InlineData("2026-11-19T00:59Z", "2026-11-18", "2026-11-19T01:00Z")]
    [InlineData("2026-11-19T01:00Z", "2026-11-19", "2026-11-20T01:00Z")]
    [InlineData("2026-07-15T23:59Z", "2026-07-15", "2026-07-16T00:00Z")]
    [InlineData("2026-07-16T00:00Z", "2026-07-16", "2026-07-17T00:00Z")]
    // Friday evening: nothing new until Sunday evening.
    [InlineData("2026-11-21T01:30Z", "2026-11-20", "2026-11-23T01:00Z")]
    [InlineData("2026-11-22T12:00Z", "2026-11-22", "2026-11-23T01:00Z")]
    [InlineData("2026-11-23T01:00Z", "2026-11-23", "2026-11-24T01:00Z")]
    // Thanksgiving is 26 November: nothing on its evening, the next list is Monday's.
    [InlineData("2026-11-27T01:30Z", "2026-11-26", "2026-11-30T01:00Z")]
    // A holiday out of the configuration.
    [InlineData("2026-06-11T00:30Z", "2026-06-10", "2026-06-12T00:00Z")]
    public void The_current_list_and_the_next_follow_arxivs_evenings(string now, string day, string next)
    {
        var moment = Moment(now);

        _calendar.CurrentDay(moment).ShouldBe(Day(day));
        _calendar.NextDue(moment).ShouldBe(Moment(next));
    }

    [Theory]
    [InlineData("2026-11-21", QuietReason.Weekend)]
    [InlineData("2026-11-22", QuietReason.Weekend)]
    [InlineData("2026-11-23", null)]
    [InlineData("2026-11-27", QuietReason.Holiday)]
    [InlineData("2026-12-25", QuietReason.Holiday)]
    [InlineData("2024-01-15", QuietReason.Holiday)]
    [InlineData("2026-06-11", QuietReason.Holiday)]
    public void A_day_without_a_list_has_a_reason(string day, QuietReason? reason) =>
        _calendar.QuietReasonOf(Day(day)).ShouldBe(reason);

    [Theory]
    [InlineData(
        "2023-01-16",
        "2023-06-14",
        "2023-06-19",
        "2023-07-04",
        "2023-09-04",
        "2023-11-23",
        "2023-12-25",
        "2023-12-27"
    )]
    public void The_holidays_that_arxiv_named_are_known(params string[] days)
    {
        foreach (var day in days)
            ArxivHolidays.Contains(Day(day)).ShouldBeTrue(day);
        ArxivHolidays.Contains(new(2023, 11, 16)).ShouldBeFalse();
        ArxivHolidays.Contains(new(2023, 1, 9)).ShouldBeFalse();
    }

    [Fact]
    public void A_machine_without_a_table_of_zones_keeps_the_same_time()
    {
        var rule = EasternTime.ByRule();
        for (var moment = Moment("2026-01-01T00:30Z"); moment.Year < 2028; moment = moment.AddHours(7))
            rule.GetUtcOffset(moment).ShouldBe(EasternTime.Zone.GetUtcOffset(moment), moment.ToString("O"));
    }

    private static DateTimeOffset Moment(string text) => DateTimeOffset.Parse(text, CultureInfo.InvariantCulture);

    private static DateOnly Day(string text) => DateOnly.Parse(text, CultureInfo.InvariantCulture);
}
