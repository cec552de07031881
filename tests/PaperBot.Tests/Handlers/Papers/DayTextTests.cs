using PaperBot.Handlers.Papers;

namespace PaperBot.Tests.Handlers.Papers;

public sealed class DayTextTests
{
    private static readonly DateOnly Today = new(2026, 6, 16);

    [Theory]
    [InlineData("2026-06-15", "2026-06-15")]
    [InlineData("2026/6/5", "2026-06-05")]
    [InlineData("２０２６－０６－１５", "2026-06-15")]
    [InlineData("20260615", "2026-06-15")]
    [InlineData("today", "2026-06-16")]
    [InlineData("Yesterday", "2026-06-15")]
    [InlineData("昨天", "2026-06-15")]
    [InlineData("前天", "2026-06-14")]
    [InlineData("6月15日", "2026-06-15")]
    [InlineData("6月15号", "2026-06-15")]
    [InlineData("12月31日", "2025-12-31")]
    [InlineData("2024年2月29日", "2024-02-29")]
    [InlineData("2月29日", null)]
    [InlineData("15 June 2026", "2026-06-15")]
    [InlineData("Jun 15", "2026-06-15")]
    [InlineData("June 15, 2026", "2026-06-15")]
    [InlineData("2026-06-17", "2026-06-17")]
    [InlineData("2026-13-01", null)]
    [InlineData("cs.AI", null)]
    [InlineData("15", null)]
    [InlineData("", null)]
    [InlineData("\ud800", null)]
    public void Days_are_read_as_people_write_them(string text, string? expected)
    {
        var ok = DayText.TryParse(text, Today, out var day);

        (ok ? DayName.Of(day) : null).ShouldBe(expected);
    }

    [Theory]
    [InlineData("2017", false, "2017-01-01")]
    [InlineData("2017", true, "2017-12-31")]
    [InlineData("2016-02", true, "2016-02-29")]
    [InlineData("2017年6月", false, "2017-06-01")]
    [InlineData("2017年", true, "2017-12-31")]
    [InlineData("9999", true, "9999-12-31")]
    [InlineData("2017-13", true, null)]
    [InlineData("0000", true, null)]
    [InlineData("soon", true, null)]
    public void Bounds_may_be_months_and_years(string text, bool isEnd, string? expected)
    {
        var ok = DayText.TryParseBound(text, Today, isEnd, out var day);

        (ok ? DayName.Of(day) : null).ShouldBe(expected);
    }

    [Theory]
    [InlineData("cs.AI yesterday", "cs.AI", "2026-06-15")]
    [InlineData("昨天 cs.AI + cs.LG", "cs.AI + cs.LG", "2026-06-15")]
    [InlineData("15 June 2026", "", "2026-06-15")]
    [InlineData("cs.AI", "cs.AI", null)]
    [InlineData("today", "", null)]
    [InlineData("", "", null)]
    public void A_date_may_stand_beside_the_categories(string words, string categories, string? expected)
    {
        var question = ArxivNewQuestion.Read(words, null, Today).Value;

        question.Categories.ShouldBe(categories);
        (question.Day is { } day ? DayName.Of(day) : null).ShouldBe(expected);
    }

    [Theory]
    [InlineData("cs.AI 2026-02-30")]
    [InlineData("2026/13/1 cs.AI")]
    [InlineData("2026年2月30日")]
    public void A_day_that_the_calendar_lacks_is_told_as_a_day_and_not_as_a_category(string words) =>
        ArxivNewQuestion.Read(words, null, Today).Error.Message.Key.ShouldBe("error.announce.day");

    [Fact]
    public void Categories_are_no_slips_of_a_day() =>
        ArxivNewQuestion.Read("cs.AI+hep-th q-bio.QM", null, Today).Value.Categories.ShouldBe("cs.AI+hep-th q-bio.QM");
}
