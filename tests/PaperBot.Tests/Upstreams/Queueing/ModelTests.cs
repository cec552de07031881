using PaperBot.Core.Outcomes;
using PaperBot.Core.Queues;
using PaperBot.Testing.Queues;
using PaperBot.Upstreams.Queueing;

namespace PaperBot.Tests.Upstreams.Queueing;

/// <summary>The same queue in front of something like a model: two limits, four at once, answers in pieces.</summary>
public sealed class ModelTests
{
    private const int Burst = 8_000;
    private static readonly TimeSpan PerRequest = TimeSpan.FromMinutes(1) / 60;
    private static readonly TimeSpan PerToken = TimeSpan.FromMinutes(1) / 20_000;

    private static readonly UpstreamPace Pace = new(
        "llm:test",
        [new("requests", 1, PerRequest, Burst: 5), new("tokens", 1, PerToken, Burst)]
    )
    {
        Concurrent = 4,
        AttemptTimeout = TimeSpan.FromMinutes(5),
        StopsWhenUnwanted = true,
        Patience = [TimeSpan.FromHours(1), TimeSpan.FromHours(1), TimeSpan.FromHours(1)],
    };

    [Fact]
    public void Both_limits_hold_and_four_run_at_once()
    {
        using var bench = Model(latency: TimeSpan.FromSeconds(9));
        var random = new Random(5);

        bench.Run(async _ =>
        {
            var calls = Enumerable.Range(0, 200).Select(i => $"{200 + random.Next(1500)} question {i}");
            (await bench.AskAllAsync(calls)).ShouldAllBe(answer => answer.IsOk);
        });

        bench.Upstream.MostAtOnce.ShouldBe(4);
        var sent = bench.Upstream.Requests.Select(request => (request.At, Tokens: Tokens(request.Calls[0]))).ToList();
        foreach (var (at, _) in sent)
        {
            var minute = sent.Where(one => one.At >= at && one.At < at.AddMinutes(1)).ToList();
            minute.Count.ShouldBeLessThanOrEqualTo(60 + 5);
            minute.Sum(one => one.Tokens).ShouldBeLessThanOrEqualTo(20_000 + Burst);
        }

        // What can be used is used: the tokens are the tightest of the three here.
        var last = sent[^1].Tokens;
        var needed = PerToken * (sent.Sum(one => one.Tokens) - last - Burst);
        (sent[^1].At - bench.Start).ShouldBeInRange(needed, needed * 1.02);
    }

    [Fact]
    public void Tokens_are_the_bound_where_they_are_the_tightest()
    {
        using var bench = Model(latency: TimeSpan.FromMilliseconds(10));

        bench.Run(async _ =>
        {
            var calls = Enumerable.Range(0, 60).Select(i => $"2000 question {i}");
            (await bench.AskAllAsync(calls)).ShouldAllBe(answer => answer.IsOk);
        });

        // 120,000 tokens, of which 8,000 come at once: 336 s.
        (bench.Upstream.Requests[^1].At - bench.Start).ShouldBe(TimeSpan.FromSeconds(336), TimeSpan.FromSeconds(1));
    }

    [Fact]
    public void A_cheap_question_of_a_person_does_not_wait_for_the_tokens_of_a_dear_job()
    {
        using var bench = Model(latency: TimeSpan.FromMilliseconds(10));

        bench.Run(async _ =>
        {
            await bench.AskAsync("8000 all at once");
            var job = bench.AskAsync("8000 job", "faq", Urgency.Background);
            await Task.Delay(TimeSpan.FromSeconds(2), bench.Clock);
            (await bench.AskAsync("100 person")).IsOk.ShouldBeTrue();
            (bench.Clock.GetUtcNow() - bench.Start).ShouldBeLessThan(TimeSpan.FromSeconds(3));
            (await job).IsOk.ShouldBeTrue();
        });
    }

    [Fact]
    public void One_call_that_hangs_leaves_three_connections()
    {
        using var bench = Model(latency: TimeSpan.FromSeconds(1));
        var answer = bench.Upstream.Send;
        bench.Upstream.Send = (batch, progress, token) =>
            batch[0].EndsWith("hangs", StringComparison.Ordinal)
                ? new TaskCompletionSource<Attempt<string>>().Task
                : answer(batch, progress, token);

        bench.Run(async _ =>
        {
            var hangs = bench.AskAsync("1 hangs", "A");
            (await bench.AskAllAsync(Enumerable.Range(0, 30).Select(i => $"1 q{i}"))).ShouldAllBe(one => one.IsOk);
            (bench.Clock.GetUtcNow() - bench.Start).ShouldBeLessThan(TimeSpan.FromSeconds(40));
            hangs.IsCompleted.ShouldBeFalse();
            (await hangs).Error.Kind.ShouldBe(ErrorKind.UpstreamDown);
        });
    }

    [Fact]
    public void Every_waiter_gets_the_pieces_in_order()
    {
        using var bench = Model(latency: TimeSpan.FromSeconds(1));
        var seen = Enumerable.Range(0, 3).Select(_ => new SeenProgress()).ToArray();

        bench.Run(async _ =>
            await Task.WhenAll(seen.Select((sink, i) => bench.AskAsync("10 same", $"person{i}", progress: sink)))
        );

        bench.Upstream.Requests.Count.ShouldBe(1);
        foreach (var sink in seen)
            sink.Partials.ShouldBe(["one", "one two", "one two three"]);
    }

    private static QueueBench Model(TimeSpan latency)
    {
        var bench = new QueueBench(Pace);
        bench.Upstream.Charges = batch => [Pace.Charges[0], Pace.Charges[1] with { Cost = batch.Sum(Tokens) }];
        bench.Upstream.Send = async (batch, progress, token) =>
        {
            foreach (var soFar in new[] { "one", "one two", "one two three" })
            {
                await Task.Delay(latency / 3, bench.Clock, token);
                progress.Partial(0, soFar);
            }

            return FakeUpstream.Answer(batch);
        };
        return bench;
    }

    private static int Tokens(string call) =>
        int.Parse(call.Split(' ')[0], System.Globalization.CultureInfo.InvariantCulture);
}
