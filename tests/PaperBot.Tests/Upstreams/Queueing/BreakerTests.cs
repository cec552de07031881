using PaperBot.Core.Outcomes;
using PaperBot.Core.Queues;
using PaperBot.Testing.Queues;
using PaperBot.Upstreams.Queueing;

namespace PaperBot.Tests.Upstreams.Queueing;

public sealed class BreakerTests
{
    private static readonly UpstreamPace Pace = UpstreamPace.Every(TimeSpan.FromSeconds(3), "arxiv-api") with
    {
        FailuresToOpen = 3,
        OpenFor = TimeSpan.FromSeconds(60),
        RetryDelay = TimeSpan.FromSeconds(1),
        LongestRetryDelay = TimeSpan.FromSeconds(1),
    };

    [Fact]
    public void An_open_breaker_sends_nothing_and_pays_nothing()
    {
        var bench = Failing(requests: 3);

        bench.Run(async _ =>
        {
            (await bench.AskAsync("job", "refresh", Urgency.Background)).IsOk.ShouldBeTrue();
        });

        // Three failures at 0, 3 and 6 s open it; the probe at 66 s closes it.
        bench.Upstream.Requests.Select(request => (request.At - bench.Start).TotalSeconds).ShouldBe([0, 3, 6, 66]);
        ((InMemorySlotStore)bench.Store).Grants.ShouldBe(4);
        bench.Status.Breaker.ShouldBe(BreakerState.Closed);
        bench.Status.Utilisation.ShouldBe(1);
    }

    [Fact]
    public void People_are_told_at_once_with_the_time_and_jobs_wait_for_it_to_open()
    {
        var bench = Failing(requests: 3);

        bench.Run(async _ =>
        {
            var job = bench.AskAsync("job", "refresh", Urgency.Background);
            var person = await bench.AskAsync("x", "A");
            (bench.Clock.GetUtcNow() - bench.Start).ShouldBe(TimeSpan.FromSeconds(6));
            var late = await bench.AskAsync("y", "B");

            foreach (var answer in new[] { person, late })
            {
                answer.Error.Kind.ShouldBe(ErrorKind.UpstreamDown);
                answer.Error.Message.Key.ShouldBe("error.upstream.down");
                answer.Error.RetryAt.ShouldBe(bench.Start.AddSeconds(66));
            }

            bench.Status.Breaker.ShouldBe(BreakerState.Open);
            bench.Status.OpensAt.ShouldBe(bench.Start.AddSeconds(66));
            bench.Status.Waiting.ShouldBe(1);
            (await job).IsOk.ShouldBeTrue();
        });
    }

    [Fact]
    public void Who_comes_shortly_before_it_opens_waits()
    {
        var bench = Failing(requests: 3);

        bench.Run(async _ =>
        {
            var job = bench.AskAsync("job", "refresh", Urgency.Background);
            await Task.Delay(TimeSpan.FromSeconds(50), bench.Clock);
            var person = await bench.AskAsync("x", "A");

            person.IsOk.ShouldBeTrue();
            await job;
        });

        bench.Sent.Skip(3).First().ShouldBe("x");
    }

    [Fact]
    public void A_failed_probe_keeps_it_open_for_longer()
    {
        var bench = Failing(requests: 5, attempts: 9);

        bench.Run(async _ =>
        {
            var jobs = await bench.AskAllAsync(["a", "b"], "refresh", Urgency.Background);
            jobs.ShouldAllBe(answer => answer.IsOk);
        });

        bench
            .Upstream.Requests.Select(request => (request.At - bench.Start).TotalSeconds)
            .ShouldBe([0, 3, 6, 66, 186, 426, 429]);
    }

    [Fact]
    public void One_upstream_that_hangs_slows_no_other()
    {
        var hanging = new QueueBench(Pace with { Name = "blogs:slow.example" });
        var healthy = new QueueBench(Pace, hanging.Store, clock: hanging.Clock);
        hanging.Upstream.Send = (_, _, token) => new TaskCompletionSource<Attempt<string>>().Task.WaitAsync(token);

        healthy.Run(async _ =>
        {
            var slow = hanging.AskAllAsync(["x", "y", "z"], "refresh", Urgency.Background);
            await healthy.AskAllAsync(Enumerable.Range(0, 100).Select(i => $"{i}"));

            (healthy.Clock.GetUtcNow() - healthy.Start).ShouldBe(TimeSpan.FromSeconds(297));
            slow.IsCompleted.ShouldBeFalse();
        });
    }

    private static QueueBench Failing(int requests, int attempts = 4)
    {
        var bench = new QueueBench(Pace with { MaxAttempts = attempts });
        bench.Upstream.Send = (batch, _, _) =>
            Task.FromResult(
                bench.Upstream.Requests.Count <= requests ? FakeUpstream.Unavailable() : FakeUpstream.Answer(batch)
            );
        return bench;
    }
}
