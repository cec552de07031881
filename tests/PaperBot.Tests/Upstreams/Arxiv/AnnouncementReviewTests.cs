using System.Globalization;
using PaperBot.Core.Papers;
using PaperBot.Testing.Arxiv;

namespace PaperBot.Tests.Upstreams.Arxiv;

/// <summary>The list of Wednesday, 18 November 2026; it can be reviewed from 17:00 UTC on.</summary>
public sealed class AnnouncementReviewTests
{
    private static readonly DateOnly Wednesday = new(2026, 11, 18);

    private static readonly ArxivCorpus Corpus = new([
        Paper("2611.00001", "2026-11-17T10:00Z", "cs.CL"),
        Paper("2611.00002", "2026-11-17T11:00Z", "cs.CL"),
        // Between the deadlines of Tuesday's and of Wednesday's list, and in neither.
        Paper("2611.00003", "2026-11-17T12:00Z", "cs.CL"),
        Paper("2611.00004", "2026-11-16T19:30Z", "cs.LG", "cs.CL"),
        // Before and after.
        Paper("2611.00005", "2026-11-16T18:30Z", "cs.CL"),
        Paper("2611.00006", "2026-11-17T19:30Z", "cs.CL"),
        // Held back, and in Thursday's list.
        Paper("2611.00007", "2026-11-17T13:00Z", "cs.CL"),
    ]);

    [Fact]
    public async Task What_the_page_of_the_day_or_only_the_query_api_has_is_added_once()
    {
        await using var bench = await StartAsync("2026-11-18T12:00Z");
        await ReadAsync(bench, Wednesday);
        bench.Arxiv.Announcements.Add(Wednesday, "2611.00002");
        bench.Clock.Advance(TimeSpan.FromHours(4));
        (await ReviewAsync(bench)).ShouldBe(0);
        var asked = bench.Direct.Calls.Count;
        bench.Clock.Advance(TimeSpan.FromHours(16));
        await ReadAsync(bench, Wednesday.AddDays(1));

        (await ReviewAsync(bench)).ShouldBe(3);

        (await ReadAsync(bench, Wednesday)).ShouldBe([
            ("2611.00001", AnnounceType.New),
            ("2611.00002", AnnounceType.New),
            ("2611.00003", AnnounceType.New),
            ("2611.00004", AnnounceType.Cross),
        ]);
        bench.Direct.Calls.Count.ShouldBe(asked + 3);
        (await ReviewAsync(bench)).ShouldBe(0);
        bench.Direct.Calls.Count.ShouldBe(asked + 3);
    }

    [Fact]
    public async Task While_arxiv_does_not_answer_nothing_is_taken_for_reviewed()
    {
        await using var bench = await StartAsync("2026-11-18T18:00Z");
        await ReadAsync(bench, Wednesday);
        bench.Arxiv.Faults.Always(ArxivFaults.Known["429"]);

        (await ReviewAsync(bench)).ShouldBe(0);
        bench.Arxiv.Faults.Always(null);

        (await ReviewAsync(bench)).ShouldBeGreaterThan(0);
    }

    private static async Task<ArxivBench> StartAsync(string now)
    {
        var bench = await ArxivBench.StartAsync(Moment(now), Corpus);
        bench.Arxiv.Announcements.Add(Wednesday, "2611.00001");
        bench.Arxiv.Announcements.Add(Wednesday.AddDays(1), "2611.00007");
        return bench;
    }

    private static Task<int> ReviewAsync(ArxivBench bench) =>
        bench.Get<IAnnouncementReview>().ReviewAsync(Wednesday, ["cs.CL"], ArxivBench.Person(), ArxivBench.Token);

    private static async Task<IReadOnlyList<(string, AnnounceType)>> ReadAsync(ArxivBench bench, DateOnly day)
    {
        var read = await bench.Source.AnnouncementAsync(
            CategorySelection.Parse("cs.CL"),
            day,
            ArxivBench.Person(),
            ArxivBench.Token
        );
        return
        [
            .. read
                .Value.Papers.Select(paper => (paper.Paper.Id.ToString(), paper.Type))
                .OrderBy(pair => pair.Item1, StringComparer.Ordinal),
        ];
    }

    private static SimulatedPaper Paper(string id, string submitted, params string[] categories) =>
        new(ArxivId.Parse(id), $"Paper {id}")
        {
            Abstract = $"On {id}.",
            Authors = [new("A. Person")],
            Categories = categories,
            Submitted = Moment(submitted),
        };

    private static DateTimeOffset Moment(string text) => DateTimeOffset.Parse(text, CultureInfo.InvariantCulture);
}
