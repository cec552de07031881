using System.Globalization;
using PaperBot.Core.Outcomes;
using PaperBot.Core.Papers;
using PaperBot.Testing.Arxiv;

namespace PaperBot.Tests.Upstreams.Arxiv;

/// <summary>The real queue in front of the simulator, over real connections.</summary>
public sealed class ArxivQueueTests
{
    private static readonly TimeSpan Slot = TimeSpan.FromSeconds(3.1);

    [Fact]
    public async Task A_hundred_people_who_ask_for_a_hundred_papers_cost_two_requests_and_two_slots()
    {
        await using var bench = await ArxivBench.StartAsync(queued: true);
        var start = bench.Clock.GetUtcNow();

        var asking = Task.WhenAll(Enumerable.Range(1, 100).Select(n => AskAsync(bench, n, $"web:{n}")));
        await Task.WhenAny(asking, bench.Arxiv.Traffic.WhenArrived(1));
        bench.Clock.Advance(Slot);
        var found = await asking;

        found.ShouldAllBe(outcome => outcome.IsOk);
        found.Select(outcome => outcome.Value.Paper.Id).Distinct().Count().ShouldBe(100);
        bench.Arxiv.Traffic.Arrivals.Count.ShouldBeLessThanOrEqualTo(2);
        bench.Arxiv.Traffic.MostRequests.ShouldBe(1);
        bench.Arxiv.Traffic.MostConnections.ShouldBe(1);
        (bench.Clock.GetUtcNow() - start).ShouldBe(Slot);
    }

    [Fact]
    public async Task The_same_paper_asked_by_fifty_people_is_one_request()
    {
        await using var bench = await ArxivBench.StartAsync(queued: true);

        var found = await Task.WhenAll(Enumerable.Range(1, 50).Select(n => AskAsync(bench, 7, $"web:{n}")));

        found.ShouldAllBe(outcome => outcome.IsOk);
        bench.Arxiv.Traffic.Arrivals.Count.ShouldBe(1);
    }

    [Fact]
    public async Task A_list_of_ten_thousand_papers_is_taken_as_far_as_there_is_room()
    {
        await using var bench = await ArxivBench.StartAsync(
            queued: true,
            corpus: InventedPapers.Corpus(10_000),
            settings: ("Arxiv:Capacity", "250")
        );
        var ids = Enumerable.Range(1, 10_000).Select(Id).ToList();

        var asking = bench.Source.FindAsync(ids, ArxivBench.Person(), ArxivBench.Token);
        for (var request = 1; !asking.IsCompleted; request++)
        {
            await Task.WhenAny(asking, bench.Arxiv.Traffic.WhenArrived(request));
            bench.Clock.Advance(Slot);
        }

        var found = await asking;
        found.Count.ShouldBe(10_000);
        found.Values.Count(outcome => outcome.IsOk).ShouldBeInRange(100, 350);
        found
            .Values.Where(outcome => !outcome.IsOk)
            .ShouldAllBe(o => o.Error.Kind == ErrorKind.Throttled && o.Error.RetryAt != null);
        bench.Arxiv.Traffic.Arrivals.Count.ShouldBeLessThanOrEqualTo(4);
    }

    [Fact]
    public async Task Somebody_who_waits_too_long_is_told_so()
    {
        await using var bench = await ArxivBench.StartAsync(queued: true);
        bench.Arxiv.Faults.Always(ArxivFaults.Known["stall"]);

        var asking = AskAsync(bench, 1, "web:1");
        await bench.Arxiv.Traffic.WhenArrived(1);
        while (!asking.IsCompleted)
        {
            bench.Clock.Advance(TimeSpan.FromSeconds(1));
            await Task.Yield();
        }

        (await asking).Error.Kind.ShouldBe(ErrorKind.UpstreamDown);
    }

    [Fact]
    public async Task Nobody_waits_long_when_an_older_record_is_at_hand()
    {
        await using var bench = await ArxivBench.StartAsync(queued: true);
        await AskAsync(bench, 1, "web:1");
        bench.Clock.Advance(TimeSpan.FromDays(2));
        bench.Arxiv.Faults.Always(ArxivFaults.Known["stall"]);

        var asking = AskAsync(bench, 1, "web:1");
        await bench.Arxiv.Traffic.WhenArrived(2);
        bench.Clock.Advance(new ArxivOptions().StoredTimeout);

        (await asking).Value.Outdated.ShouldBeTrue();
    }

    private static async Task<Outcome<StoredPaper>> AskAsync(ArxivBench bench, int number, string person)
    {
        await Task.Yield();
        return (await bench.Source.FindAsync([Id(number)], ArxivBench.Person(person), ArxivBench.Token))[Id(number)];
    }

    private static ArxivId Id(int number) =>
        ArxivId.Parse(string.Create(CultureInfo.InvariantCulture, $"2401.{number:00000}"));
}
