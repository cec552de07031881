using System.Globalization;
using PaperBot.Core.Outcomes;
using PaperBot.Core.Papers;
using PaperBot.Core.Queues;
using PaperBot.Testing.Arxiv;
using PaperBot.Upstreams.Arxiv;

namespace PaperBot.Tests.Upstreams.Arxiv;

/// <summary>The real queue in front of the simulator, over real connections.</summary>
public sealed class ArxivQueueTests
{
    [Fact]
    public async Task A_hundred_people_who_ask_for_a_hundred_papers_cost_two_requests_and_two_slots()
    {
        await using var bench = await ArxivBench.StartAsync(queued: true);
        var start = bench.Clock.GetUtcNow();
        var monitor = bench.Get<IQueueMonitor>();
        List<Task<Outcome<StoredPaper>>> people = [];
        // Everybody asks before three seconds are over.
        bench.Slots.MayMove = () =>
            people.Count == 100 && people.Count(p => p.IsCompleted) + monitor.Read()[0].Waiting >= 100;

        people = [.. Enumerable.Range(1, 100).Select(n => AskAsync(bench, n, $"web:{n}"))];
        var found = await Task.WhenAll(people);

        found.Count(outcome => outcome.IsOk).ShouldBe(100);
        found.Select(outcome => outcome.Value.Paper.Id).Distinct().Count().ShouldBe(100);
        bench.Arxiv.Traffic.Arrivals.Count.ShouldBeLessThanOrEqualTo(2);
        bench.Arxiv.Traffic.MostRequests.ShouldBe(1);
        bench.Arxiv.Traffic.MostConnections.ShouldBe(1);
        (bench.Clock.GetUtcNow() - start).ShouldBeLessThan(TimeSpan.FromSeconds(3.1));
        (bench.Arxiv.Traffic.SmallestSpacing ?? TimeSpan.MaxValue).ShouldBeGreaterThanOrEqualTo(
            TimeSpan.FromSeconds(3)
        );
    }

    [Fact]
    public async Task The_same_paper_asked_by_fifty_people_is_one_request()
    {
        await using var bench = await ArxivBench.StartAsync(queued: true);
        var client = bench.Get<ArxivClient>();

        var found = await Task.WhenAll(
            Enumerable
                .Range(1, 50)
                .Select(n => client.AskAsync([Call(7)], ArxivBench.Person($"web:{n}"), ArxivBench.Token))
        );

        found.Count(answers => answers[0].IsOk).ShouldBe(50);
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
        var isAsked = false;
        bench.Slots.MayMove = () => Volatile.Read(ref isAsked);

        var asking = bench
            .Get<ArxivClient>()
            .AskAsync(Enumerable.Range(1, 10_000).Select(Call), ArxivBench.Person(), ArxivBench.Token);
        Volatile.Write(ref isAsked, true);
        var answers = await asking;

        answers.Count.ShouldBe(10_000);
        answers.Count(answer => answer.IsOk).ShouldBeInRange(200, 350);
        answers
            .Count(answer => !answer.IsOk && answer.Error is not { Kind: ErrorKind.Throttled, RetryAt: not null })
            .ShouldBe(0);
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

    private static ArxivCall Call(int number) => new ArxivCall.LookUp(Id(number));

    private static ArxivId Id(int number) =>
        ArxivId.Parse(string.Create(CultureInfo.InvariantCulture, $"2401.{number:00000}"));
}
