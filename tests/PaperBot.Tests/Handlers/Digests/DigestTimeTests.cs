using System.Globalization;
using PaperBot.Core.Digests;
using PaperBot.Core.Papers;
using PaperBot.Handlers.Digests;
using PaperBot.Testing.Papers;

namespace PaperBot.Tests.Handlers.Digests;

public sealed class DigestTimeTests
{
    [Theory]
    [InlineData("8:30", "08:30")]
    [InlineData("08：30", "08:30")]
    [InlineData("每天8点半", "08:30")]
    [InlineData("8点", "08:00")]
    [InlineData("晚上9点15分", "21:15")]
    [InlineData("9pm", "21:00")]
    [InlineData("12am", "00:00")]
    [InlineData("23:59", "23:59")]
    [InlineData("每天早上八点半", "08:30")]
    [InlineData("八点", "08:00")]
    [InlineData("两点一刻", "02:15")]
    [InlineData("晚上十点零五分", "22:05")]
    [InlineData("二十三点五十九", "23:59")]
    [InlineData("下午3点", "15:00")]
    [InlineData("中午12点", "12:00")]
    [InlineData("晚上12点", "00:00")]
    [InlineData("晚上一点", "01:00")]
    [InlineData("凌晨12点", "00:00")]
    [InlineData("12:30pm", "12:30")]
    [InlineData("8点十十", null)]
    [InlineData("二十四点", null)]
    [InlineData("24:00", null)]
    [InlineData("8:60", null)]
    [InlineData("soon", null)]
    [InlineData("8", null)]
    public void A_time_of_day_is_read_as_people_write_it(string text, string? expected)
    {
        var isRead = TimeText.TryParse(text, out var at);

        (isRead ? at.ToString("HH:mm", CultureInfo.InvariantCulture) : null).ShouldBe(expected);
    }

    [Theory]
    [InlineData("weekdays", DigestDays.Weekdays)]
    [InlineData("Monday, wed", DigestDays.Monday | DigestDays.Wednesday)]
    [InlineData("周一,周三", DigestDays.Monday | DigestDays.Wednesday)]
    [InlineData("每天", DigestDays.All)]
    [InlineData("Thurs,Sundays", DigestDays.Thursday | DigestDays.Sunday)]
    [InlineData("mon-fri", DigestDays.Weekdays)]
    [InlineData("周一到周五", DigestDays.Weekdays)]
    [InlineData("星期一至五", DigestDays.Weekdays)]
    [InlineData("fri-mon", DigestDays.Friday | DigestDays.Saturday | DigestDays.Sunday | DigestDays.Monday)]
    [InlineData("礼拜天", DigestDays.Sunday)]
    [InlineData("周末", DigestDays.Saturday | DigestDays.Sunday)]
    public void Days_of_the_week_are_read(string text, DigestDays expected)
    {
        TimeText.TryParseDays(text, out var days).ShouldBeTrue();

        days.ShouldBe(expected);
    }

    [Theory]
    [InlineData("money")]
    [InlineData("mon-")]
    [InlineData("周八")]
    [InlineData("周末到周一")]
    [InlineData(",")]
    public void What_is_no_day_is_not_read(string text) => TimeText.TryParseDays(text, out _).ShouldBeFalse();

    [Fact]
    public void A_due_time_follows_the_clocks_of_its_zone()
    {
        var zone = TimeZoneInfo.FindSystemTimeZoneById("America/New_York");

        DigestClock.At(new(2026, 3, 7), new(8, 30), zone).ShouldBe(Moment("2026-03-07T13:30Z"));
        DigestClock.At(new(2026, 3, 8), new(8, 30), zone).ShouldBe(Moment("2026-03-08T12:30Z"));
        // 2:30 does not exist on that day and comes as 3:30; 1:30 of the autumn comes twice, the first counts.
        DigestClock.At(new(2026, 3, 8), new(2, 30), zone).ShouldBe(Moment("2026-03-08T07:30Z"));
        DigestClock.At(new(2026, 11, 1), new(1, 30), zone).ShouldBe(Moment("2026-11-01T05:30Z"));
    }

    [Fact]
    public void A_wanted_word_in_the_title_ranks_above_an_author_above_the_abstract()
    {
        var filter = new DigestFilter(
            new DigestSettings
            {
                Categories = "cs.CL",
                Include = ["agent"],
                Exclude = ["survey"],
                Authors = ["Lovelace"],
            }
        );

        Of("2601.00001", "Agents at work", "A").ShouldBe((4, "title"));
        Of("2601.00002", "Engines", "Ada Lovelace").ShouldBe((2, "author"));
        Of("2601.00003", "Engines", "A", "An agent.").ShouldBe((1, "abstract"));
        Of("2601.00004", "Engines", "A").ShouldBe((-1, ""));
        Of("2601.00005", "Agents: a survey", "A").ShouldBe((-1, ""));

        (double, string) Of(string id, string title, string author, string text = "Nothing.")
        {
            var paper = SomePapers.Of(id, title, author) with { Abstract = text };
            var match = filter.Match(new(paper, AnnounceType.New, new(2026, 1, 5)));
            return (match?.Score ?? -1, string.Join(' ', match?.Reasons.Select(reason => reason.Kind) ?? []));
        }
    }

    private static DateTimeOffset Moment(string text) => DateTimeOffset.Parse(text, CultureInfo.InvariantCulture);
}
