using System.Globalization;
using PaperBot.Core.Outcomes;
using PaperBot.Core.Papers;
using PaperBot.Testing;
using PaperBot.Testing.Arxiv;
using PaperBot.Upstreams.Arxiv;
using Attempt = PaperBot.Upstreams.Queueing.Attempt<PaperBot.Upstreams.Arxiv.ArxivAnswer>;
using CallAnswer = PaperBot.Upstreams.Queueing.CallAnswer<PaperBot.Upstreams.Arxiv.ArxivAnswer>;

namespace PaperBot.Tests.Upstreams.Arxiv;

/// <summary>The week of 18 November 2026, a Wednesday; Eastern time is UTC-5.</summary>
public sealed class AnnouncementsTests
{
    private static readonly DateOnly Wednesday = new(2026, 11, 18);

    private static readonly ArxivCorpus Corpus = new([
        Paper("2611.00001", "cs.CL"),
        Paper("2611.00002", "cs.CL", "cs.AI"),
        Paper("2611.00003", "cs.LG", "cs.CL"),
        Paper("2611.00004", "cs.CL", "cs.CY"),
        Paper("2610.00005", "math.PR", "cs.CL"),
        Paper("2610.00006", "cs.CL"),
        Paper("2611.00007", "cs.CL"),
    ]);

    [Fact]
    public async Task The_days_papers_come_once_sorted_by_type_and_without_the_excluded()
    {
        await using var bench = await StartAsync();

        var announced = (await AskAsync(bench, "cs.CL+cs.LG-cs.CY")).Value;

        announced.Day.ShouldBe(Wednesday);
        announced
            .Papers.Select(paper => (paper.Paper.Id.ToString(), paper.Type))
            .ShouldBe([
                ("2611.00001", AnnounceType.New),
                ("2611.00002", AnnounceType.New),
                ("2611.00003", AnnounceType.New),
                ("2610.00005", AnnounceType.Cross),
                ("2610.00006", AnnounceType.Replace),
            ]);
        announced.Quiet.ShouldBeNull();
        announced.Outdated.ShouldBeFalse();
        announced.NextDue.ShouldBe(Moment("2026-11-19T01:00Z"));
        announced.Papers[0].Paper.Abstract.ShouldBe("On 2611.00001.");
        announced.Papers[0].Paper.SubmittedAt.ShouldBeNull();
    }

    [Theory]
    [InlineData("cs.LG", 1)]
    [InlineData("cs.AI+cs.LG", 1)]
    [InlineData("cs.LG-cs.CL", 0)]
    public async Task A_paper_that_is_stored_without_its_later_cross_list_is_in_its_list(
        string categories,
        int expected
    )
    {
        await using var bench = await StartAsync();
        // As it was before it was cross-listed, from the source that nothing weaker replaces.
        var stored = new Paper
        {
            Id = ArxivId.Parse("2610.00006"),
            Title = "Paper 2610.00006",
            Authors = [new("A. Person")],
            Version = 1,
            PrimaryCategory = "cs.CL",
            Categories = ["cs.CL"],
        };
        await bench.Papers.SaveAsync(
            [new StoredPaper(stored, PaperOrigin.Api, bench.Clock.GetUtcNow())],
            ArxivBench.Token
        );
        bench.Arxiv.Announcements.Add(Wednesday, "2610.00006", SimulatedAction.Cross, "cs.LG");

        var announced = (await AskAsync(bench, categories)).Value.Papers.Where(p => p.Paper.Id == stored.Id).ToList();

        announced.Count.ShouldBe(expected);
        announced.ShouldAllBe(paper => paper.Type == AnnounceType.Cross && paper.Paper.Categories.Contains("cs.LG"));
        announced.ShouldAllBe(paper => paper.Paper.Categories[0] == "cs.CL");
    }

    [Fact]
    public async Task A_category_is_read_once_and_then_comes_from_the_store()
    {
        await using var bench = await StartAsync();
        await AskAsync(bench, "cs.CL");
        await AskAsync(bench, "cs.CL");
        bench.Clock.Advance(TimeSpan.FromHours(5));

        var again = (await AskAsync(bench, "cs.CL+cs.LG")).Value;

        again.Papers.Count.ShouldBe(6);
        bench.Direct.Calls.ShouldBe([new ArxivCall.Feed("cs.CL"), new ArxivCall.Feed("cs.LG")]);
        bench.Clock.Advance(TimeSpan.FromDays(200));
        bench.Arxiv.Faults.Always(ArxivFaults.Known["500"]);
        (await AskAsync(bench, "cs.CL", Wednesday)).Value.Papers.Count.ShouldBe(6);
    }

    [Fact]
    public async Task A_whole_archive_is_one_list()
    {
        await using var bench = await StartAsync();

        (await AskAsync(bench, "cs")).Value.Papers.Count.ShouldBe(6);

        bench.Direct.Calls.ShouldBe([new ArxivCall.Feed("cs")]);
    }

    [Fact]
    public async Task Categories_share_one_request_of_the_feed()
    {
        await using var bench = await StartAsync();
        ArxivCall[] calls = [new ArxivCall.Feed("cs.CL"), new ArxivCall.Feed("cs.LG")];
        bench.Upstream.CanJoin(calls[..1], calls[1]).ShouldBeTrue();
        bench.Upstream.CanJoin(calls[..1], new ArxivCall.Feed("cs")).ShouldBeFalse();

        var answers = ((Attempt.Answered)await bench.SendAsync(calls)).Answers;

        bench.Arxiv.Traffic.Arrivals.ShouldHaveSingleItem().Path.ShouldBe("/atom/cs.CL+cs.LG");
        Types(answers[0])
            .ShouldBe(
                "2611.00001 New, 2611.00002 New, 2611.00003 Cross, 2611.00004 New, 2610.00005 Cross, 2610.00006 Replace"
            );
        Types(answers[1]).ShouldBe("2611.00003 New");
    }

    [Fact]
    public async Task From_eight_in_the_evening_the_site_is_read_until_the_feed_follows_at_midnight()
    {
        await using var bench = await StartAsync("2026-11-19T01:05Z");
        var thursday = Wednesday.AddDays(1);

        var early = (await AskAsync(bench, "cs.CL")).Value;
        (early.Day, early.Quiet, early.Papers.Count).ShouldBe((thursday, QuietReason.NotYet, 0));
        bench.Arxiv.Announcements.Add(thursday, "2611.00007");
        (await AskAsync(bench, "cs.CL")).Value.Quiet.ShouldBe(QuietReason.NotYet);
        bench.Direct.Calls.ShouldBe([new ArxivCall.Listing("cs.CL", null)]);

        bench.Clock.Advance(TimeSpan.FromMinutes(10));
        var there = (await AskAsync(bench, "cs.CL")).Value;
        there.Papers.ShouldHaveSingleItem().Paper.Title.ShouldBe("Paper 2611.00007");
        there.Papers[0].Paper.Authors.ShouldBe([new Author("A. Person"), new Author("Ö. Other")]);
        there.Papers[0].Paper.Categories.ShouldBe(["cs.CL"]);

        bench.Arxiv.Announcements.Add(thursday, "2611.00001", SimulatedAction.Replace);
        bench.Clock.Advance(TimeSpan.FromHours(5));
        (await AskAsync(bench, "cs.CL"))
            .Value.Papers.Select(p => p.Type)
            .ShouldBe([AnnounceType.New, AnnounceType.Replace]);
        bench.Direct.Calls[^1].ShouldBe(new ArxivCall.Feed("cs.CL"));
    }

    [Theory]
    [InlineData("2026-11-21T15:00Z", "2026-11-21")]
    [InlineData("2026-11-22T15:00Z", "2026-11-22")]
    public async Task A_weekend_is_quiet_without_a_request(string now, string day)
    {
        await using var bench = await StartAsync(now);
        bench.Arxiv.RepeatLastList(underNewDate: true);

        var quiet = (await AskAsync(bench, "cs.CL")).Value;

        (quiet.Day, quiet.Quiet, quiet.Papers.Count).ShouldBe((Day(day), QuietReason.Weekend, 0));
        quiet.NextDue.ShouldBe(Moment("2026-11-23T01:00Z"));
        bench.Arxiv.Traffic.Arrivals.ShouldBeEmpty();
    }

    [Theory]
    [InlineData(false, false)]
    [InlineData(true, false)]
    [InlineData(true, true)]
    public async Task A_holiday_is_told_from_its_list_however_the_last_one_is_repeated(bool repeats, bool underNewDate)
    {
        // The evening of Thanksgiving, 26 November, has no announcement, so Friday the 27th has no list.
        await using var bench = await StartAsync("2026-11-26T15:00Z");
        bench.Arxiv.Announcements.Add(new(2026, 11, 26), "2611.00001");
        (await AskAsync(bench, "cs.CL")).Value.Papers.Count.ShouldBe(1);
        if (repeats)
            bench.Arxiv.RepeatLastList(underNewDate);

        bench.Clock.Advance(TimeSpan.FromDays(1));
        var quiet = (await AskAsync(bench, "cs.CL")).Value;

        (quiet.Day, quiet.Quiet, quiet.Papers.Count).ShouldBe((new(2026, 11, 27), QuietReason.Holiday, 0));
        quiet.NextDue.ShouldBe(Moment("2026-11-30T01:00Z"));
    }

    [Fact]
    public async Task A_list_that_comes_on_a_holiday_all_the_same_is_shown()
    {
        await using var bench = await StartAsync("2026-11-27T15:00Z");
        bench.Arxiv.Announcements.Add(new(2026, 11, 27), "2611.00001");

        (await AskAsync(bench, "cs.CL")).Value.Papers.Count.ShouldBe(1);
    }

    [Fact]
    public async Task A_category_without_papers_on_a_busy_day_is_told_from_a_quiet_day()
    {
        await using var bench = await StartAsync();
        await AskAsync(bench, "cs.CL");

        (await AskAsync(bench, "econ.TH")).Value.Quiet.ShouldBe(QuietReason.NothingHere);
        (await AskAsync(bench, "cs.LG-cs.CL")).Value.Quiet.ShouldBe(QuietReason.NothingHere);
    }

    [Fact]
    public async Task Late_papers_are_added_when_the_list_is_read_again_in_the_morning()
    {
        // 01:00 Eastern.
        await using var bench = await StartAsync("2026-11-18T06:00Z");
        (await AskAsync(bench, "cs.CL")).Value.Papers.Count.ShouldBe(6);
        bench.Arxiv.Announcements.Add(Wednesday, "2611.00007");

        bench.Clock.Advance(TimeSpan.FromHours(1));
        (await AskAsync(bench, "cs.CL")).Value.Papers.Count.ShouldBe(6);
        bench.Clock.Advance(TimeSpan.FromHours(5));
        (await AskAsync(bench, "cs.CL")).Value.Papers.Count.ShouldBe(7);
        bench.Clock.Advance(TimeSpan.FromHours(5));
        await AskAsync(bench, "cs.CL");

        bench.Direct.Calls.Count.ShouldBe(2);
    }

    [Fact]
    public async Task A_past_day_comes_from_its_page_for_three_months()
    {
        await using var bench = await StartAsync("2026-11-19T15:00Z");

        var past = (await AskAsync(bench, "cs.CL", Wednesday)).Value;
        var old = (await AskAsync(bench, "cs.CL", new(2026, 8, 21))).Value;
        var older = await AskAsync(bench, "cs.CL", new(2026, 8, 20));

        past.Papers.Count.ShouldBe(6);
        past.Papers.Select(p => p.Type)
            .Distinct()
            .ShouldBe([AnnounceType.New, AnnounceType.Cross, AnnounceType.Replace]);
        old.Quiet.ShouldBe(QuietReason.NothingHere);
        older.Error.Message.Key.ShouldBe("error.arxiv.day.old");
        bench
            .Arxiv.Traffic.Arrivals.Select(a => a.Path)
            .ShouldBe(["/catchup/cs.CL/2026-11-18?abs=True", "/catchup/cs.CL/2026-08-21?abs=True"]);
    }

    [Fact]
    public async Task A_day_to_come_is_user_input_and_tomorrow_is_not_yet()
    {
        await using var bench = await StartAsync();

        (await AskAsync(bench, "cs.CL", Wednesday.AddDays(1))).Value.Quiet.ShouldBe(QuietReason.NotYet);
        var error = (await AskAsync(bench, "cs.CL", Wednesday.AddDays(2))).Error;

        (error.Kind, error.Message.Key).ShouldBe((ErrorKind.UserInput, "error.arxiv.day.future"));
    }

    [Theory]
    [InlineData("2026-06-15")]
    [InlineData("2026-06-16")]
    public async Task A_real_days_list_comes_each_paper_once(string day)
    {
        var corpus = ArxivCorpus.Load(TestData.Require("03-corpora", "daily", day + ".jsonl.gz"));
        await using var bench = await ArxivBench.StartAsync(Moment(day + "T15:00Z"), corpus);
        foreach (var paper in corpus.Papers)
            bench.Arxiv.Announcements.Add(Day(day), paper.Id.Paper);
        var selection = CategorySelection.Parse("cs.CV+cs.LG+cs.CL-cs.RO");

        var announced = (await AskAsync(bench, selection.ToString())).Value;

        announced
            .Papers.Select(paper => paper.Paper.Id)
            .ShouldBe(
                corpus.Papers.Where(paper => selection.Matches(paper.Categories)).Select(paper => paper.Id),
                ignoreOrder: true
            );
        announced.Papers.ShouldAllBe(paper => paper.Paper.Authors.Count > 0 && paper.Paper.Abstract.Length > 100);
        bench.Direct.Calls.Count.ShouldBe(3);
    }

    [Theory]
    [InlineData("429", ErrorKind.Throttled)]
    [InlineData("500", ErrorKind.UpstreamDown)]
    [InlineData("html", ErrorKind.UpstreamDown)]
    public async Task While_arxiv_is_down_a_day_is_shown_as_far_as_it_was_read_and_never_as_empty(
        string fault,
        ErrorKind kind
    )
    {
        await using var bench = await StartAsync("2026-11-18T06:00Z");
        await AskAsync(bench, "cs.CL");
        bench.Arxiv.Faults.Always(ArxivFaults.Known[fault]);
        bench.Clock.Advance(TimeSpan.FromHours(8));

        var known = (await AskAsync(bench, "cs.CL")).Value;
        var unknown = await AskAsync(bench, "cs.CL+cs.RO");

        (known.Outdated, known.Papers.Count).ShouldBe((true, 6));
        unknown.Error.Kind.ShouldBe(kind);
    }

    private static string Types(CallAnswer answer) =>
        string.Join(
            ", ",
            ((ArxivAnswer.Announced)answer.Outcome!.Value.Value).Listing.Papers.Select(p => $"{p.Paper.Id} {p.Type}")
        );

    private static async Task<ArxivBench> StartAsync(string now = "2026-11-18T15:00Z")
    {
        var bench = await ArxivBench.StartAsync(Moment(now), Corpus);
        var plan = bench.Arxiv.Announcements;
        foreach (var id in (string[])["2611.00001", "2611.00002", "2611.00003", "2611.00004"])
            plan.Add(Wednesday, id);
        plan.Add(Wednesday, "2610.00005", SimulatedAction.Cross, "cs.CL");
        plan.Add(Wednesday, "2610.00006", SimulatedAction.Replace);
        return bench;
    }

    private static Task<Outcome<Announcement>> AskAsync(ArxivBench bench, string categories, DateOnly? day = null) =>
        bench.Source.AnnouncementAsync(CategorySelection.Parse(categories), day, ArxivBench.Person(), ArxivBench.Token);

    private static SimulatedPaper Paper(string id, params string[] categories) =>
        new(ArxivId.Parse(id), $"Paper {id}")
        {
            Abstract = $"On {id}.",
            Authors = [new("A. Person"), new("Ö. Other")],
            Categories = categories,
        };

    private static DateTimeOffset Moment(string text) => DateTimeOffset.Parse(text, CultureInfo.InvariantCulture);

    private static DateOnly Day(string text) => DateOnly.Parse(text, CultureInfo.InvariantCulture);
}
