using PaperBot.Core.Queues;
using PaperBot.Testing.Queues;
using PaperBot.Testing.Time;
using PaperBot.Upstreams.Queueing;

namespace PaperBot.Tests.Upstreams.Queueing;

/// <summary>Several processes, as two queues over one store.</summary>
public sealed class ProcessesTests
{
    private static readonly UpstreamPace Pace = UpstreamPace.Every(TimeSpan.FromSeconds(3), "arxiv-api");
    private readonly ManualTimeProvider _clock = new();
    private readonly InMemorySlotStore _store;

    public ProcessesTests() => _store = new(_clock);

    [Fact]
    public void Pace_and_connection_hold_over_both_and_no_slot_is_lost()
    {
        using var one = new QueueBench(Pace, _store, clock: _clock);
        using var two = new QueueBench(Pace, _store, clock: _clock, seed: 2);
        var underWay = 0;
        var most = 0;
        foreach (var bench in new[] { one, two })
        {
            bench.Upstream.Send = async (batch, _, token) =>
            {
                most = Math.Max(most, ++underWay);
                await Task.Delay(TimeSpan.FromMilliseconds(700), _clock, token);
                underWay--;
                return FakeUpstream.Answer(batch);
            };
        }

        one.Run(async _ =>
        {
            var first = one.AskAllAsync(Enumerable.Range(0, 30).Select(i => $"one{i}"));
            var second = two.AskAllAsync(Enumerable.Range(0, 30).Select(i => $"two{i}"));
            (await first).Concat(await second).ShouldAllBe(answer => answer.IsOk);
        });

        var times = one.Upstream.Requests.Concat(two.Upstream.Requests).Select(request => request.At).Order().ToList();
        times.Count.ShouldBe(60);
        times.Zip(times.Skip(1), (a, b) => b - a).ShouldAllBe(gap => gap >= TimeSpan.FromSeconds(3));
        most.ShouldBe(1);
        (times[^1] - times[0]).ShouldBeLessThan(TimeSpan.FromSeconds(59 * 3 * 1.01));
    }

    [Fact]
    public void A_slow_attempt_elsewhere_is_waited_for_without_busy_asking()
    {
        using var here = new QueueBench(Pace, _store, clock: _clock);
        using var there = new QueueBench(Pace, _store, clock: _clock);
        there.Upstream.Send = async (batch, _, token) =>
        {
            await Task.Delay(TimeSpan.FromSeconds(20), _clock, token);
            return FakeUpstream.Answer(batch);
        };

        here.Run(async simulation =>
        {
            var slow = there.AskAsync("slow");
            await simulation.SettleAsync();
            (await here.AskAsync("x")).IsOk.ShouldBeTrue();
            await slow;
        });

        // Free at 20 s, noticed within a second, and not asked for more often than that.
        here.Upstream.Requests[0].At.ShouldBe(here.Start.AddSeconds(20.5), TimeSpan.FromSeconds(0.5));
        _store.Asked.ShouldBeLessThan(30);
    }

    [Fact]
    public void A_process_that_was_killed_blocks_the_others_no_longer_than_its_lease()
    {
        using var here = new QueueBench(Pace, _store, clock: _clock);

        here.Run(async _ =>
        {
            var request = new SlotRequest(
                Pace.Name,
                Pace.Charges,
                1,
                "killed",
                TimeSpan.FromSeconds(35),
                Pace.LongestRetryAfter
            );
            (await _store.TryTakeAsync(request, CancellationToken.None)).Lease.ShouldNotBeNull();
            (await here.AskAsync("x")).IsOk.ShouldBeTrue();
        });

        here.Upstream.Requests[0].At.ShouldBe(here.Start.AddSeconds(35), TimeSpan.FromSeconds(1));
        _store.Asked.ShouldBeLessThan(60);
    }

    [Fact]
    public void A_restart_does_not_shorten_the_pace()
    {
        using var before = new QueueBench(Pace, _store, clock: _clock);
        using var after = new QueueBench(Pace, _store, clock: _clock);

        before.Run(async _ =>
        {
            await before.AskAsync("x");
            await before.Queue.DrainAsync(CancellationToken.None);
            await after.AskAsync("y");
        });

        after.Upstream.Requests[0].At.ShouldBe(before.Start.AddSeconds(3));
    }

    [Fact]
    public void A_clock_that_is_set_back_stops_the_queue_for_no_longer_than_the_longest_retry_after()
    {
        using var bench = new QueueBench(
            Pace with
            {
                LongestRetryAfter = TimeSpan.FromMinutes(5),
            },
            _store,
            clock: _clock
        );

        bench.Run(async _ =>
        {
            await bench.AskAsync("x");
            _clock.StepWallClock(TimeSpan.FromDays(-30));
            (await bench.AskAsync("y", "refresh", Urgency.Background)).IsOk.ShouldBeTrue();
        });

        TimeSpan.FromTicks(_clock.GetTimestamp()).ShouldBeLessThanOrEqualTo(TimeSpan.FromMinutes(5.1));
    }
}
