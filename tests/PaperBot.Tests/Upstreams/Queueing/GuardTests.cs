using System.Diagnostics.Metrics;
using Microsoft.Extensions.Logging;
using PaperBot.Core.Outcomes;
using PaperBot.Core.Queues;
using PaperBot.Testing.Queues;
using PaperBot.Testing.Time;
using PaperBot.Upstreams.Queueing;

namespace PaperBot.Tests.Upstreams.Queueing;

/// <summary>A worker made to throw, hang or deadlock is rebuilt, and its item finishes or fails with a reason.</summary>
public sealed class GuardTests
{
    private static readonly UpstreamPace Pace = UpstreamPace.Every(TimeSpan.FromSeconds(3), "arxiv-api") with
    {
        Patience = [TimeSpan.FromHours(9), TimeSpan.FromHours(9), TimeSpan.FromHours(9)],
    };

    [Fact]
    public void An_attempt_that_throws_is_made_again()
    {
        using var bench = new QueueBench(Pace);
        bench.Upstream.Send = (batch, _, _) =>
            bench.Upstream.Requests.Count == 1
                ? throw new InvalidOperationException("a bug")
                : Task.FromResult(FakeUpstream.Answer(batch));

        bench.Run(async _ => (await bench.AskAsync("x")).IsOk.ShouldBeTrue());

        ShouldBeRebuilt(bench, times: 1);
    }

    [Fact]
    public void An_attempt_that_always_throws_fails_with_a_reason_and_the_next_call_is_served()
    {
        using var bench = new QueueBench(Pace);
        bench.Upstream.Send = (batch, _, _) =>
            batch[0] == "poison"
                ? throw new InvalidOperationException("a bug")
                : Task.FromResult(FakeUpstream.Answer(batch));

        bench.Run(async _ =>
        {
            var poison = bench.AskAsync("poison");
            var good = bench.AskAsync("good");
            (await poison).Error.Kind.ShouldBe(ErrorKind.Internal);
            (await poison).Error.Message.Key.ShouldBe("error.upstream.broken");
            (await good).IsOk.ShouldBeTrue();
        });

        ShouldBeRebuilt(bench, times: 4);
    }

    [Fact]
    public void An_attempt_that_hangs_and_does_not_hear_is_left_behind()
    {
        using var bench = new QueueBench(Pace);
        bench.Upstream.Send = (batch, _, _) =>
            bench.Upstream.Requests.Count == 1
                ? new TaskCompletionSource<Attempt<string>>().Task
                : Task.FromResult(FakeUpstream.Answer(batch));

        bench.Run(async _ => (await bench.AskAllAsync(["x", "y"])).ShouldAllBe(answer => answer.IsOk));

        ShouldBeRebuilt(bench, times: 1);
        // Its request may still be on the wire: nothing is sent before its lease has expired.
        bench.Upstream.Requests[1].At.ShouldBeGreaterThanOrEqualTo(bench.Start + Pace.AttemptTimeout);
        bench.Upstream.Requests.Count.ShouldBe(3);
    }

    [Fact]
    public void An_attempt_that_comes_back_after_it_was_left_behind_says_nothing_any_more()
    {
        using var bench = new QueueBench(Pace);
        var late = new TaskCompletionSource<Attempt<string>>();
        bench.Upstream.Send = (batch, _, _) =>
            bench.Upstream.Requests.Count == 1 ? late.Task : Task.FromResult(FakeUpstream.Answer(batch));

        bench.Run(async simulation =>
        {
            (await bench.AskAsync("x")).Value.ShouldBe("answer to x");
            late.SetResult(FakeUpstream.Answer(["something else"]));
            await simulation.SettleAsync();
            (await bench.AskAsync("y")).Value.ShouldBe("answer to y");
        });

        bench.Upstream.Gaps.ShouldAllBe(gap => gap >= TimeSpan.FromSeconds(3));
    }

    [Fact]
    public void A_dispatcher_that_dies_is_rebuilt_and_only_the_culprit_fails()
    {
        using var bench = new QueueBench(Pace);
        bench.Upstream.Charges = batch =>
            batch.Contains("poison") ? throw new InvalidOperationException("a bug") : Pace.Charges;

        bench.Run(async _ =>
        {
            var answers = await bench.AskAllAsync(["a", "poison", "b"]);
            answers.Select(answer => answer.IsOk).ShouldBe([true, false, true]);
            answers[1].Error.Message.Key.ShouldBe("error.upstream.broken");
        });

        ShouldBeRebuilt(bench, times: 4);
        bench.Sent.ShouldBe(["a", "b"]);
    }

    [Fact]
    public void Code_that_throws_over_a_batch_does_not_take_its_neighbours_down()
    {
        using var bench = new QueueBench(Pace with { LargestBatch = 100 });
        bench.Upstream.Join = (_, next) => next == "poison" ? throw new InvalidOperationException("a bug") : true;

        bench.Run(async _ =>
        {
            var answers = await bench.AskAllAsync(["a", "b", "poison", "c", "d"]);
            answers.ShouldAllBe(answer => answer.IsOk);
        });

        bench.Log.From(LogLevel.Error).Count(line => line.Contains("dispatcher", StringComparison.Ordinal)).ShouldBe(1);
        bench.Sent.ShouldNotBeEmpty();
    }

    [Fact]
    public void Death_with_a_slot_in_hand_gives_the_lease_back()
    {
        using var bench = new QueueBench(Pace with { LargestBatch = 2 });
        var asked = 0;
        bench.Upstream.Charges = _ => ++asked == 2 ? throw new InvalidOperationException("a bug") : Pace.Charges;
        bench.Store = new AskingStore(bench.Store, () => _ = bench.AskAsync("meanwhile"));

        bench.Run(async _ => (await bench.AskAsync("x")).IsOk.ShouldBeTrue());

        ShouldBeRebuilt(bench, times: 1);
        (bench.Clock.GetUtcNow() - bench.Start).ShouldBeLessThan(TimeSpan.FromSeconds(10));
    }

    [Theory]
    [InlineData("send")]
    [InlineData("charges")]
    [InlineData("join")]
    public void Code_that_blocks_its_thread_is_left_behind(string where)
    {
        using var bench = new QueueBench(Pace with { LargestBatch = 2 });
        using var never = new ManualResetEvent(false);
        var blocked = false;
        Simulation? simulation = null;
        void BlockOnce(string here)
        {
            if (here != where || blocked)
                return;
            blocked = true;
            simulation!.Block(never);
        }

        bench.Upstream.Join = (_, _) =>
        {
            BlockOnce("join");
            return true;
        };
        bench.Upstream.Charges = _ =>
        {
            BlockOnce("charges");
            return Pace.Charges;
        };
        bench.Upstream.Send = (batch, _, _) =>
        {
            BlockOnce("send");
            return Task.FromResult(FakeUpstream.Answer(batch));
        };

        Simulation.Run(
            bench.Clock,
            async started =>
            {
                simulation = started;
                (await bench.AskAllAsync(["a", "b", "c"])).ShouldAllBe(answer => answer.IsOk);
            },
            mayBlock: true
        );
        never.Set();

        blocked.ShouldBeTrue();
        bench.Status.Rebuilds.ShouldBe(1);
    }

    [Theory]
    [InlineData("paperbot.queue.service")]
    [InlineData("paperbot.queue.wait")]
    public void A_listener_of_the_meters_that_throws_leaves_nobody_waiting(string instrument)
    {
        using var bench = new QueueBench(Pace);
        using var listener = new MeterListener();
        listener.InstrumentPublished = (published, self) =>
        {
            if (ReferenceEquals(published.Meter.Scope, bench.MeterFactory) && published.Name == instrument)
                self.EnableMeasurementEvents(published);
        };
        listener.SetMeasurementEventCallback<double>((_, _, _, _) => throw new InvalidOperationException("a bug"));
        listener.Start();

        bench.Run(async _ =>
        {
            var answers = await bench.AskAllAsync(["a", "b", "c"]);
            answers.ShouldAllBe(answer => answer.IsOk || answer.Error.Kind == ErrorKind.Internal);
        });

        bench.Log.From(LogLevel.Error).ShouldNotBeEmpty();
        bench.Upstream.MostAtOnce.ShouldBe(1);
    }

    [Fact]
    public void A_pace_without_a_limit_is_only_a_queue()
    {
        using var bench = new QueueBench(new UpstreamPace("llm:local", []) { Concurrent = 2 });

        bench.Run(async _ => (await bench.AskAllAsync(["a", "b", "c"])).ShouldAllBe(answer => answer.IsOk));

        bench.Clock.GetUtcNow().ShouldBe(bench.Start);
        bench.Status.Rebuilds.ShouldBe(0);
    }

    [Fact]
    public void A_reporter_that_dies_is_rebuilt()
    {
        using var bench = new QueueBench(Pace with { LargestBatch = 2 });
        var seen = new SeenProgress();
        var throws = true;
        bench.Upstream.Join = (_, _) => throws ? throw new InvalidOperationException("a bug") : true;

        bench.Run(async _ =>
        {
            var calls = bench.AskAllAsync(["a", "b", "c", "d"]);
            await Task.Delay(TimeSpan.FromSeconds(2.5), bench.Clock);
            throws = false;
            await bench.AskAsync("mine", progress: seen);
            (await calls).ShouldAllBe(answer => answer.IsOk);
        });

        seen.Queued.ShouldNotBeEmpty();
        bench.Log.From(LogLevel.Error).ShouldContain(line => line.Contains("reporter", StringComparison.Ordinal));
    }

    [Fact]
    public void A_machine_that_slept_rebuilds_nothing()
    {
        using var bench = new QueueBench(Pace);

        bench.Run(async simulation =>
        {
            var calls = bench.AskAllAsync(["a", "b", "c"]);
            await simulation.SettleAsync();
            // All timers fall due at once, and only then do the loops get their turn.
            bench.Clock.Advance(TimeSpan.FromHours(8));
            (await calls).ShouldAllBe(answer => answer.IsOk);
        });

        bench.Status.Rebuilds.ShouldBe(0);
        bench.Log.From(LogLevel.Warning).ShouldBeEmpty();
    }

    private static void ShouldBeRebuilt(QueueBench bench, int times)
    {
        bench.Status.Rebuilds.ShouldBe(times);
        bench.Log.From(LogLevel.Error).Count().ShouldBe(times);
    }

    /// <summary>Something happens while the store is asked for a slot.</summary>
    private sealed class AskingStore(ISlotStore inner, Action meanwhile) : ISlotStore
    {
        public async Task<SlotGrant> TryTakeAsync(SlotRequest request, CancellationToken cancellationToken)
        {
            var grant = await inner.TryTakeAsync(request, cancellationToken);
            meanwhile();
            return grant;
        }

        public Task ReleaseAsync(SlotLease lease, DateTimeOffset? startedAt, CancellationToken cancellationToken) =>
            inner.ReleaseAsync(lease, startedAt, cancellationToken);

        public Task HoldBackAsync(string upstream, DateTimeOffset until, CancellationToken cancellationToken) =>
            inner.HoldBackAsync(upstream, until, cancellationToken);

        public Task<SlotState> ReadAsync(string upstream, CancellationToken cancellationToken) =>
            inner.ReadAsync(upstream, cancellationToken);
    }
}
