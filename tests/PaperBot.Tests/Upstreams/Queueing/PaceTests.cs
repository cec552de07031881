using PaperBot.Core.Outcomes;
using PaperBot.Core.Queues;
using PaperBot.Testing.Queues;

namespace PaperBot.Tests.Upstreams.Queueing;

public sealed class PaceTests
{
    private static readonly TimeSpan Pace = TimeSpan.FromSeconds(3);

    [Fact]
    public void Calls_start_one_pace_apart_and_never_two_at_once()
    {
        using var bench = new QueueBench();
        bench.Upstream.Send = async (batch, _, token) =>
        {
            await Task.Delay(TimeSpan.FromMilliseconds(400), bench.Clock, token);
            return FakeUpstream.Answer(batch);
        };

        bench.Run(async _ =>
        {
            var answers = await Task.WhenAll(Enumerable.Range(0, 20).Select(i => CallAsync(bench, i)));

            answers.ShouldAllBe(answer => answer.IsOk);
        });

        bench.Upstream.Requests.Count.ShouldBe(20);
        bench.Upstream.MostAtOnce.ShouldBe(1);
        bench.Upstream.Gaps.ShouldAllBe(gap => gap >= Pace);
        bench.Status.Utilisation.ShouldBeGreaterThan(0.99);
    }

    [Fact]
    public void An_upstream_slower_than_its_pace_still_has_one_connection()
    {
        using var bench = new QueueBench();
        bench.Upstream.Send = async (batch, _, token) =>
        {
            await Task.Delay(TimeSpan.FromSeconds(10), bench.Clock, token);
            return FakeUpstream.Answer(batch);
        };

        bench.Run(async _ => await Task.WhenAll(Enumerable.Range(0, 5).Select(i => CallAsync(bench, i))));

        bench.Upstream.MostAtOnce.ShouldBe(1);
        bench.Upstream.Gaps.ShouldAllBe(gap => gap == TimeSpan.FromSeconds(10));
        bench.Status.Utilisation.ShouldBeGreaterThan(0.99);
    }

    [Fact]
    public void A_rest_does_not_earn_a_second_slot()
    {
        using var bench = new QueueBench();

        bench.Run(async _ =>
        {
            await CallAsync(bench, 1);
            await Task.Delay(TimeSpan.FromMinutes(10), bench.Clock);
            await Task.WhenAll(CallAsync(bench, 2), CallAsync(bench, 3));
        });

        bench.Upstream.Gaps.Last().ShouldBe(Pace);
        bench.Upstream.Requests[1].At.ShouldBe(bench.Start + TimeSpan.FromMinutes(10));
    }

    private static Task<Outcome<string>> CallAsync(QueueBench bench, int call) =>
        bench.Queue.CallAsync("call " + call, Caller.Job("job"), CancellationToken.None);
}
