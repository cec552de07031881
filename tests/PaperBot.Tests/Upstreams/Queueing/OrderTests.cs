using PaperBot.Core.Queues;
using PaperBot.Testing.Queues;

namespace PaperBot.Tests.Upstreams.Queueing;

public sealed class OrderTests
{
    [Fact]
    public void One_persons_hundred_calls_delay_anothers_one_by_at_most_one_slot()
    {
        using var bench = new QueueBench();

        bench.Run(async simulation =>
        {
            var many = bench.AskAllAsync(Enumerable.Range(0, 100).Select(i => $"many{i}"), "A");
            await Task.Delay(TimeSpan.FromSeconds(10), bench.Clock);
            var sentBefore = bench.Upstream.Requests.Count;
            var single = await bench.AskAsync("single", "B");

            single.IsOk.ShouldBeTrue();
            bench.Sent.Skip(sentBefore).Take(2).ShouldContain("single");
            await many;
        });
    }

    [Fact]
    public void Requesters_of_one_class_take_turns()
    {
        using var bench = new QueueBench();

        bench.Run(async _ =>
            await Task.WhenAll(
                bench.AskAllAsync(["a1", "a2", "a3", "a4"], "A"),
                bench.AskAllAsync(["b1", "b2"], "B"),
                bench.AskAllAsync(["c1"], "C")
            )
        );

        bench.Sent.ShouldBe(["a1", "b1", "c1", "a2", "b2", "a3", "a4"]);
    }

    [Fact]
    public void A_person_overtakes_five_hundred_background_calls_and_the_schedule()
    {
        using var bench = new QueueBench();

        bench.Run(async _ =>
        {
            var background = bench.AskAllAsync(
                Enumerable.Range(0, 500).Select(i => $"background{i}"),
                "refresh",
                Urgency.Background
            );
            var scheduled = bench.AskAllAsync(["scheduled1", "scheduled2"], "digest", Urgency.Scheduled);
            await Task.Delay(TimeSpan.FromSeconds(1), bench.Clock);
            bench.Upstream.Requests.Count.ShouldBe(1);
            (await bench.AskAsync("person", "A")).IsOk.ShouldBeTrue();
            bench.Upstream.Requests.Count.ShouldBe(2);
            await scheduled;
            await background;
        });

        bench.Sent.Skip(1).Take(4).ShouldBe(["person", "scheduled2", "background0", "background1"]);
        bench.Upstream.Requests.Count.ShouldBe(503);
    }

    [Fact]
    public void A_person_who_wants_what_waits_in_the_background_lifts_it()
    {
        using var bench = new QueueBench();

        bench.Run(async _ =>
        {
            var background = bench.AskAllAsync(["x1", "x2", "x3", "wanted"], "refresh", Urgency.Background);
            await Task.Delay(TimeSpan.FromSeconds(1), bench.Clock);
            (await bench.AskAsync("wanted", "A")).IsOk.ShouldBeTrue();
            await background;
        });

        bench.Sent.ShouldBe(["x1", "wanted", "x2", "x3"]);
    }

    [Fact]
    public void A_failed_attempt_returns_to_the_head_of_its_class()
    {
        using var bench = new QueueBench();
        var failed = false;
        bench.Upstream.Send = (batch, _, _) =>
        {
            if (failed || batch[0] != "a1")
                return Task.FromResult(FakeUpstream.Answer(batch));
            failed = true;
            return Task.FromResult(FakeUpstream.Unavailable());
        };

        bench.Run(async _ =>
            await Task.WhenAll(
                bench.AskAllAsync(["a1", "a2", "a3"], "A"),
                bench.AskAllAsync(["b1", "b2"], "B"),
                bench.AskAllAsync(["z1"], "Z", Urgency.Background)
            )
        );

        bench.Sent.ShouldBe(["a1", "a1", "b1", "a2", "b2", "a3", "z1"]);
    }

    [Fact]
    public void Who_is_overtaken_for_very_long_is_noted_once()
    {
        using var bench = new QueueBench();
        using var meters = new SeenMeters(bench.MeterFactory);

        bench.Run(async _ =>
        {
            var background = bench.AskAsync("background", "refresh", Urgency.Background);
            // More people than slots, for 40 minutes.
            var people = bench.AskAllAsync(Enumerable.Range(0, 800).Select(i => $"person{i}"), "A");
            await Task.WhenAll(people, background);
        });

        bench.Sent.Last().ShouldBe("background");
        meters.Sum("paperbot.queue.starved").ShouldBe(1);
        bench.Log.From(Microsoft.Extensions.Logging.LogLevel.Warning).Count().ShouldBe(1);
    }
}
