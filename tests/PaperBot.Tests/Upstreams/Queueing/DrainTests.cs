using PaperBot.Testing.Queues;
using PaperBot.Upstreams.Queueing;

namespace PaperBot.Tests.Upstreams.Queueing;

public sealed class DrainTests
{
    private static readonly UpstreamPace Pace = UpstreamPace.Every(TimeSpan.FromSeconds(3), "arxiv-api") with
    {
        DrainFor = TimeSpan.FromSeconds(7),
    };

    [Fact]
    public void Shutdown_serves_whom_it_can_tells_the_rest_and_gives_the_lease_back()
    {
        using var bench = new QueueBench(Pace);
        bench.Upstream.Send = async (batch, _, token) =>
        {
            await Task.Delay(TimeSpan.FromSeconds(2), bench.Clock, token);
            return FakeUpstream.Answer(batch);
        };

        bench.Run(async simulation =>
        {
            var calls = bench.AskAllAsync(["a", "b", "c", "d", "e"]);
            await simulation.SettleAsync();
            await bench.Queue.DrainAsync(CancellationToken.None);
            var answers = await calls;

            answers.Select(answer => answer.IsOk).ShouldBe([true, true, false, false, false]);
            answers.Skip(2).ShouldAllBe(answer => answer.Error.Message.Key == "error.upstream.stopping");
            (await bench.AskAsync("late")).Error.Message.Key.ShouldBe("error.upstream.stopping");
            (bench.Clock.GetUtcNow() - bench.Start).ShouldBe(Pace.DrainFor);
            (await bench.Store.ReadAsync("arxiv-api", CancellationToken.None)).UnderWay.ShouldBe(0);
        });
    }

    [Fact]
    public void An_idle_queue_stops_at_once_and_leaves_no_timer()
    {
        using var bench = new QueueBench(Pace);

        bench.Run(async simulation =>
        {
            await bench.AskAsync("x");
            var before = bench.Clock.GetUtcNow();
            await bench.Queue.DrainAsync(CancellationToken.None);
            bench.Clock.GetUtcNow().ShouldBe(before);
            await Task.Delay(TimeSpan.FromSeconds(1), bench.Clock);
            await simulation.SettleAsync();
            bench.Clock.ActiveTimers.ShouldBe(0);
        });
    }

    [Fact]
    public void A_queue_that_was_never_used_stops_too()
    {
        using var bench = new QueueBench(Pace);

        bench.Run(async _ => await bench.Queue.DrainAsync(CancellationToken.None));
    }

    [Fact]
    public void The_hosts_own_patience_ends_it_earlier()
    {
        using var bench = new QueueBench(Pace);
        using var patience = new CancellationTokenSource(TimeSpan.FromSeconds(1), bench.Clock);

        bench.Run(async simulation =>
        {
            var calls = bench.AskAllAsync(["a", "b"]);
            await simulation.SettleAsync();
            await bench.Queue.DrainAsync(patience.Token);

            (bench.Clock.GetUtcNow() - bench.Start).ShouldBe(TimeSpan.FromSeconds(1));
            (await calls).Count(answer => answer.IsOk).ShouldBe(1);
        });
    }

    [Fact]
    public void An_attempt_that_does_not_hear_holds_nobody_up()
    {
        using var bench = new QueueBench(Pace);
        bench.Upstream.Send = (_, _, _) => new TaskCompletionSource<Attempt<string>>().Task;

        bench.Run(async simulation =>
        {
            var call = bench.AskAsync("x");
            await simulation.SettleAsync();
            await bench.Queue.DrainAsync(CancellationToken.None);

            (await call).Error.Message.Key.ShouldBe("error.upstream.stopping");
            (bench.Clock.GetUtcNow() - bench.Start).ShouldBeLessThan(TimeSpan.FromSeconds(15));
        });
    }
}
