using PaperBot.Core.Queues;
using PaperBot.Testing.Queues;
using PaperBot.Upstreams.Queueing;

namespace PaperBot.Tests.Upstreams.Queueing;

public sealed class MeterTests
{
    [Fact]
    public void Depth_wait_service_attempts_throttling_and_utilisation_are_measured()
    {
        using var bench = new QueueBench();
        using var meters = new SeenMeters(bench.MeterFactory);
        bench.Upstream.Send = async (batch, _, token) =>
        {
            await Task.Delay(TimeSpan.FromSeconds(0.5), bench.Clock, token);
            return bench.Upstream.Requests.Count == 1
                ? FakeUpstream.Throttled(bench.Start.AddSeconds(9))
                : FakeUpstream.Answer(batch);
        };

        bench.Run(async _ =>
        {
            var calls = bench.AskAllAsync(["a", "b"]);
            var job = bench.AskAsync("job", "refresh", Urgency.Background);
            await Task.Delay(TimeSpan.FromSeconds(1), bench.Clock);
            meters.Observe();
            await calls;
            await job;
        });

        Values("paperbot.queue.depth").ShouldBe([1, 0, 2]);
        Values("paperbot.queue.wait").ShouldBe([0, 12, 15], tolerance: 0.2);
        Values("paperbot.queue.service").ShouldBe([0.5, 0.5, 0.5, 0.5]);
        meters.Sum("paperbot.queue.throttled").ShouldBe(1);
        meters.Sum("paperbot.queue.attempts").ShouldBe(4);
        Tags("paperbot.queue.attempts", "outcome").ShouldBe(["throttled", "answered", "answered", "answered"]);
        Tags("paperbot.queue.wait", "class").ShouldBe(["interactive", "interactive", "background"]);
        meters.Seen.ShouldAllBe(one => one.Tags.Any(tag => tag.Key == "queue" && tag.Value!.Equals("arxiv-api")));
        Values("paperbot.queue.utilisation").ShouldHaveSingleItem().ShouldBe(1);

        List<double> Values(string name) => [.. meters.Seen.Where(one => one.Name == name).Select(one => one.Value)];
        List<object?> Tags(string name, string tag) =>
            [
                .. meters
                    .Seen.Where(one => one.Name == name)
                    .Select(one => one.Tags.Single(pair => pair.Key == tag).Value),
            ];
    }

    [Fact]
    public void The_monitor_sees_every_queue_and_names_are_unique()
    {
        using var bench = new QueueBench();
        bench.Registry.Read().ShouldBeEmpty();
        _ = bench.Queue;

        var status = bench.Registry.Read().ShouldHaveSingleItem();

        status.Name.ShouldBe("arxiv-api");
        status.Pace.ShouldBe(TimeSpan.FromSeconds(3));
        status.Capacity.ShouldBe(1000);
        status.Breaker.ShouldBe(BreakerState.Closed);
        status.ExpectedWait.ShouldBe(TimeSpan.Zero);
        status.Utilisation.ShouldBe(1);
        Should
            .Throw<InvalidOperationException>(() => bench.Registry.Add(bench.Queue))
            .Message.ShouldContain("arxiv-api");
    }

    [Fact]
    public void Wasted_slots_show_in_the_utilisation()
    {
        var utilisation = new SlotUtilisation(UpstreamPace.Every(TimeSpan.FromSeconds(3), "x"));
        var noon = new DateTimeOffset(2026, 1, 5, 12, 0, 0, TimeSpan.Zero);

        utilisation.Value.ShouldBe(1);
        utilisation.Count(noon, noon, noon);
        utilisation.Count(noon.AddSeconds(3), noon, noon.AddSeconds(3));
        utilisation.Value.ShouldBe(1);
        // Something waited and pace and upstream allowed it; it left a whole pace too late.
        utilisation.Count(noon.AddSeconds(6), noon, noon.AddSeconds(9));
        utilisation.Value.ShouldBe(0.75);
        // Nothing waited for an hour: no slot was wasted.
        utilisation.Count(noon.AddSeconds(12), noon.AddHours(1), noon.AddHours(1));
        utilisation.Value.ShouldBe(0.8);
        // The guard's own shift of the slot counts as waste.
        utilisation.Count(noon.AddHours(1).AddSeconds(3.015), noon, noon.AddHours(1).AddSeconds(3.015));
        utilisation.Value.ShouldBe(5 / (5 + 1 + 0.005), 1e-9);
    }
}
