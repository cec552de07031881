using PaperBot.Core.Progress;
using PaperBot.Core.Queues;
using PaperBot.Testing.Queues;
using PaperBot.Upstreams.Queueing;

namespace PaperBot.Tests.Upstreams.Queueing;

public sealed class ProgressTests
{
    private static readonly UpstreamPace Pace = UpstreamPace.Every(TimeSpan.FromSeconds(3), "arxiv-api");

    // Changes within a fifth of a second are told together, and the guard moves slots by hundredths.
    private static readonly TimeSpan Soon = TimeSpan.FromSeconds(0.25);

    [Fact]
    public void Position_and_expected_wait_count_down_and_come_true()
    {
        using var bench = new QueueBench(Pace);
        bench.Upstream.Send = async (batch, _, token) =>
        {
            await Task.Delay(TimeSpan.FromSeconds(1), bench.Clock, token);
            return FakeUpstream.Answer(batch);
        };
        var seen = new SeenProgress();
        DateTimeOffset answered = default;

        bench.Run(async _ =>
        {
            await bench.AskAsync("first");
            var others = bench.AskAllAsync(["a", "b", "c"], "A");
            await bench.AskAsync("mine", "A", progress: seen);
            answered = bench.Clock.GetUtcNow();
            await others;
        });

        seen.Queued.Select(update => update.Position).ShouldBe([4, 3, 2, 1]);
        seen.Queued.ShouldAllBe(update => update.Upstream == "arxiv-api");
        // first at 0, then slots at 3, 6, 9 and 12 s; each answer takes a second.
        var first = seen.Queued.First();
        first.ExpectedWait.ShouldNotBeNull().ShouldBe(TimeSpan.FromSeconds(12), TimeSpan.FromSeconds(1));
        answered.ShouldBe(bench.Start.AddSeconds(13), Soon);
    }

    [Fact]
    public void Who_is_overtaken_hears_of_it()
    {
        using var bench = new QueueBench(Pace);
        var seen = new SeenProgress();

        bench.Run(async _ =>
        {
            await bench.AskAsync("first");
            var job = bench.AskAsync("job", "refresh", Urgency.Background, seen);
            await Task.Delay(TimeSpan.FromSeconds(1), bench.Clock);
            var people = bench.AskAllAsync(["a", "b"]);
            await Task.WhenAll(job, people);
        });

        seen.Queued.Select(update => update.Position).ShouldBe([1, 3, 2, 1]);
    }

    [Fact]
    public void In_a_batch_the_position_is_far_and_the_wait_is_near()
    {
        using var bench = new QueueBench(Pace with { LargestBatch = 100 });
        var seen = new SeenProgress();

        bench.Run(async _ =>
        {
            await bench.AskAsync("first");
            var others = bench.AskAllAsync(Enumerable.Range(0, 50).Select(i => $"{i}"), "A");
            await bench.AskAsync("mine", "A", progress: seen);
            await others;
        });

        var update = seen.Queued.ShouldHaveSingleItem();
        update.Position.ShouldBe(51);
        update.ExpectedWait.ShouldNotBeNull().ShouldBe(TimeSpan.FromSeconds(3), Soon);
    }

    [Fact]
    public void A_hold_back_shows_in_the_expected_wait()
    {
        using var bench = new QueueBench(Pace);
        bench.Upstream.Send = (batch, _, _) =>
            Task.FromResult(
                bench.Upstream.Requests.Count == 1
                    ? FakeUpstream.Throttled(bench.Start.AddSeconds(25))
                    : FakeUpstream.Answer(batch)
            );
        var seen = new SeenProgress();

        bench.Run(async _ => await bench.AskAsync("x", progress: seen));

        seen.Queued.Last().ExpectedWait.ShouldNotBeNull().ShouldBe(TimeSpan.FromSeconds(25), Soon);
        bench.Status.ExpectedWait.ShouldNotBeNull().ShouldBeLessThanOrEqualTo(TimeSpan.FromSeconds(3));
    }

    [Fact]
    public void A_sink_that_throws_costs_nobody_an_answer_or_his_progress()
    {
        using var bench = new QueueBench(Pace);
        var seen = new SeenProgress();

        bench.Run(async _ =>
        {
            await bench.AskAsync("first");
            var bad = bench.AskAsync("bad", "A", progress: new ThrowingSink());
            var good = bench.AskAsync("good", "B", progress: seen);
            (await bad).IsOk.ShouldBeTrue();
            (await good).IsOk.ShouldBeTrue();
        });

        seen.Queued.Select(update => update.Position).ShouldBe([2, 1]);
        bench.Status.Rebuilds.ShouldBe(0);
    }

    [Fact]
    public void Many_changes_at_once_are_told_once()
    {
        using var bench = new QueueBench(Pace);
        var seen = new SeenProgress();

        bench.Run(async _ =>
        {
            await bench.AskAsync("first");
            var job = bench.AskAsync("job", "refresh", Urgency.Background, seen);
            await Task.Delay(TimeSpan.FromMilliseconds(300), bench.Clock);
            var people = new List<Task>();
            for (var i = 0; i < 20; i++)
            {
                people.Add(bench.AskAsync($"person{i}", $"{i}"));
                await Task.Delay(TimeSpan.FromMilliseconds(1), bench.Clock);
            }

            await Task.WhenAll(people);
            await job;
        });

        seen.Queued.Take(2).Select(update => update.Position).ShouldBe([1, 21]);
    }

    private sealed class ThrowingSink : IProgressSink
    {
        public void Report(ProgressUpdate update) => throw new InvalidOperationException("A bad sink.");
    }
}
