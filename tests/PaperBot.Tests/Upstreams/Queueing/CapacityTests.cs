using PaperBot.Core.Outcomes;
using PaperBot.Core.Queues;
using PaperBot.Testing.Queues;
using PaperBot.Testing.Time;
using PaperBot.Upstreams.Queueing;

namespace PaperBot.Tests.Upstreams.Queueing;

public sealed class CapacityTests
{
    private static readonly UpstreamPace Pace = UpstreamPace.Every(TimeSpan.FromSeconds(3), "arxiv-api") with
    {
        Capacity = 10,
    };

    [Fact]
    public void A_full_queue_refuses_and_says_when_to_come_back_and_nobody_is_dropped()
    {
        using var bench = new QueueBench(Pace);
        using var meters = new SeenMeters(bench.MeterFactory);

        bench.Run(async simulation =>
        {
            var waiting = bench.AskAllAsync(Enumerable.Range(0, 10).Select(i => $"{i}"));
            await simulation.SettleAsync();
            bench.Status.Waiting.ShouldBe(9);
            var tenth = bench.AskAsync("10");
            var refused = await bench.AskAsync("11");

            refused.Error.Kind.ShouldBe(ErrorKind.Throttled);
            refused.Error.Message.Key.ShouldBe("error.upstream.full");
            var comeBack = refused.Error.RetryAt.ShouldNotBeNull();
            comeBack.ShouldBeGreaterThan(bench.Clock.GetUtcNow());
            await Task.Delay(comeBack - bench.Clock.GetUtcNow(), bench.Clock);
            (await bench.AskAsync("11")).IsOk.ShouldBeTrue();
            (await waiting).ShouldAllBe(answer => answer.IsOk);
            (await tenth).IsOk.ShouldBeTrue();
        });

        bench.Upstream.Requests.Count.ShouldBe(12);
        meters.Sum("paperbot.queue.refused").ShouldBe(1);
    }

    [Fact]
    public void The_last_fifth_of_the_places_is_for_people()
    {
        using var bench = new QueueBench(Pace);

        bench.Run(async simulation =>
        {
            var running = bench.AskAsync("running");
            await simulation.SettleAsync();
            var jobs = Enumerable
                .Range(0, 9)
                .Select(i => bench.AskAsync($"job{i}", "refresh", Urgency.Background))
                .ToList();
            var people = bench.AskAllAsync(["a", "b"]);
            var third = await bench.AskAsync("c");

            third.Error.Kind.ShouldBe(ErrorKind.Throttled);
            (await jobs[8]).Error.Kind.ShouldBe(ErrorKind.Throttled);
            (await Task.WhenAll(jobs.Take(8))).ShouldAllBe(answer => answer.IsOk);
            (await people).ShouldAllBe(answer => answer.IsOk);
            await running;
        });
    }

    [Fact]
    public void A_caller_who_gives_up_frees_the_place_and_nothing_is_sent_for_him()
    {
        using var bench = new QueueBench(Pace);
        using var patience = new CancellationTokenSource();

        bench.Run(async simulation =>
        {
            var running = bench.AskAsync("running");
            await simulation.SettleAsync();
            var waiting = bench.AskAllAsync(Enumerable.Range(0, 9).Select(i => $"{i}"));
            var impatient = bench.AskAsync("impatient", token: patience.Token);
            (await bench.AskAsync("refused")).IsOk.ShouldBeFalse();

            patience.Cancel();
            (await Simulation.EndOf(impatient)).ShouldBeOfType<TaskCanceledException>();
            bench.Status.Waiting.ShouldBe(9);
            (await bench.AskAsync("instead")).IsOk.ShouldBeTrue();
            await waiting;
            await running;
        });

        bench.Sent.ShouldNotContain("impatient");
    }

    [Fact]
    public void A_caller_who_gives_up_takes_no_call_that_others_wait_for()
    {
        using var bench = new QueueBench(Pace);
        using var patience = new CancellationTokenSource(TimeSpan.FromSeconds(1), bench.Clock);

        bench.Run(async _ =>
        {
            var running = bench.AskAsync("running");
            var leaving = bench.AskAsync("shared", "A", token: patience.Token);
            var staying = bench.AskAsync("shared", "B");

            (await Simulation.EndOf(leaving)).ShouldBeOfType<TaskCanceledException>();
            (await staying).IsOk.ShouldBeTrue();
            await running;
        });
    }

    [Fact]
    public void What_is_cancelled_already_never_enters()
    {
        using var bench = new QueueBench(Pace);

        bench.Run(async _ =>
            (await Simulation.EndOf(bench.AskAsync("x", token: new CancellationToken(true)))).ShouldNotBeNull()
        );

        bench.Status.Waiting.ShouldBe(0);
        bench.Upstream.Requests.ShouldBeEmpty();
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void A_running_attempt_that_nobody_wants_is_stopped_where_that_saves_something(bool stops)
    {
        using var bench = new QueueBench(Pace with { StopsWhenUnwanted = stops });
        using var patience = new CancellationTokenSource(TimeSpan.FromSeconds(1), bench.Clock);
        TimeSpan? endedAfter = null;
        bench.Upstream.Send = async (batch, _, token) =>
        {
            try
            {
                await Task.Delay(TimeSpan.FromSeconds(10), bench.Clock, token);
            }
            finally
            {
                endedAfter ??= bench.Clock.GetUtcNow() - bench.Start;
            }

            return FakeUpstream.Answer(batch);
        };

        bench.Run(async _ =>
        {
            var leaving = bench.AskAsync("x", token: patience.Token);
            (await Simulation.EndOf(leaving)).ShouldNotBeNull();
            (await bench.AskAsync("y")).IsOk.ShouldBeTrue();
        });

        endedAfter.ShouldBe(TimeSpan.FromSeconds(stops ? 1 : 10));
        bench.Sent.ShouldBe(["x", "y"]);
        bench.Status.Breaker.ShouldBe(BreakerState.Closed);
        bench.Status.LastError.ShouldBeNull();
    }

    [Fact]
    public void Those_who_share_calls_are_bounded_too()
    {
        using var bench = new QueueBench(Pace);

        bench.Run(async _ =>
        {
            var answers = await Task.WhenAll(Enumerable.Range(0, 150).Select(i => bench.AskAsync("x", $"{i}")));

            answers.Count(answer => answer.IsOk).ShouldBe(100);
            answers.Where(answer => !answer.IsOk).ShouldAllBe(answer => answer.Error.Kind == ErrorKind.Throttled);
        });
    }
}
