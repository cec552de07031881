using PaperBot.Core.Outcomes;
using PaperBot.Core.Queues;
using PaperBot.Testing.Queues;
using PaperBot.Upstreams.Queueing;

namespace PaperBot.Tests.Upstreams.Queueing;

public sealed class BatchingTests
{
    private static readonly UpstreamPace Pace = UpstreamPace.Every(TimeSpan.FromSeconds(3), "arxiv-api") with
    {
        LargestBatch = 100,
    };

    [Fact]
    public void A_hundred_people_with_a_hundred_papers_cost_two_requests()
    {
        using var bench = new QueueBench(Pace);

        bench.Run(async _ =>
        {
            var answers = await Task.WhenAll(
                Enumerable.Range(0, 100).Select(i => bench.AskAsync($"paper{i}", $"person{i}"))
            );

            answers
                .Select(answer => answer.Value)
                .ShouldBe(Enumerable.Range(0, 100).Select(i => $"answer to paper{i}"));
        });

        bench.Upstream.Requests.Count.ShouldBeLessThanOrEqualTo(2);
        (bench.Clock.GetUtcNow() - bench.Start).ShouldBeLessThanOrEqualTo(TimeSpan.FromSeconds(6));
    }

    [Fact]
    public void A_batch_is_no_larger_than_allowed_and_holds_only_what_may_join()
    {
        using var bench = new QueueBench(Pace with { LargestBatch = 3 });
        bench.Upstream.Join = (batch, next) => next[0] == batch[0][0];

        bench.Run(async _ =>
        {
            var first = bench.AskAsync("first");
            await Task.Delay(TimeSpan.FromSeconds(1), bench.Clock);
            await bench.AskAllAsync(["a1", "b1", "a2", "b2", "a3", "a4", "c1"]);
            await first;
        });

        bench.Sent.ShouldBe(["first", "a1 a2 a3", "b1 b2", "a4", "c1"]);
    }

    [Fact]
    public void What_goes_into_a_request_is_chosen_when_its_slot_opens()
    {
        using var bench = new QueueBench(Pace);

        bench.Run(async _ =>
        {
            await bench.AskAsync("first");
            var background = bench.AskAllAsync(["x", "y"], "refresh", Urgency.Background);
            await Task.Delay(TimeSpan.FromSeconds(2), bench.Clock);
            var late = bench.AskAsync("late", "A");
            await Task.WhenAll(background, late);
        });

        bench.Sent.ShouldBe(["first", "late x y"]);
    }

    [Theory]
    [InlineData(1)]
    [InlineData(3)]
    public void Bad_ones_fail_alone_and_the_others_are_answered(int bad)
    {
        using var bench = new QueueBench(Pace);
        bench.Upstream.Send = (batch, _, _) =>
            Task.FromResult(batch.Any(IsBad) ? FakeUpstream.BadBatch() : FakeUpstream.Answer(batch));
        bool IsBad(string call) => Enumerable.Range(0, bad).Any(i => call == $"paper{(i * 29) + 17}");

        bench.Run(async _ =>
        {
            var answers = await bench.AskAllAsync(Enumerable.Range(0, 100).Select(i => $"paper{i}"));

            answers.Count(answer => answer.IsOk).ShouldBe(100 - bad);
            answers.Where(answer => !answer.IsOk).ShouldAllBe(answer => answer.Error.Kind == ErrorKind.UserInput);
            answers[17].IsOk.ShouldBeFalse();
        });

        // A binary search for each culprit: two requests a level at most.
        bench.Upstream.Requests.Count.ShouldBeLessThanOrEqualTo(1 + (bad * 2 * 7));
    }

    [Fact]
    public void Halves_stay_apart_also_from_who_comes_later()
    {
        using var bench = new QueueBench(Pace);
        bench.Upstream.Send = (batch, _, _) =>
            Task.FromResult(batch.Contains("bad") ? FakeUpstream.BadBatch() : FakeUpstream.Answer(batch));

        bench.Run(async _ =>
        {
            var waiting = bench.AskAllAsync(["a", "bad", "c", "d"]);
            await Task.Delay(TimeSpan.FromSeconds(1), bench.Clock);
            var late = bench.AskAsync("late");
            (await waiting).Count(answer => answer.IsOk).ShouldBe(3);
            (await late).IsOk.ShouldBeTrue();
        });

        bench.Sent.ShouldBe(["a bad c d", "a bad", "a", "bad", "c d", "late"]);
    }

    [Fact]
    public void An_answer_that_lacks_a_call_is_asked_for_that_one_again()
    {
        using var bench = new QueueBench(Pace);
        bench.Upstream.Send = (batch, _, _) =>
            Task.FromResult<Attempt<string>>(
                new Attempt<string>.Answered([
                    .. batch.Select(call =>
                        call == "b" && bench.Upstream.Requests.Count < 3
                            ? CallAnswer<string>.Missing
                            : Outcome.Of("answer to " + call)
                    ),
                ])
            );

        bench.Run(async _ => (await bench.AskAllAsync(["a", "b", "c"])).ShouldAllBe(answer => answer.IsOk));

        bench.Sent.ShouldBe(["a b c", "b", "b"]);
    }

    [Fact]
    public void A_batch_that_failed_stays_one_request()
    {
        using var bench = new QueueBench(Pace);
        bench.Upstream.Send = (batch, _, _) =>
            Task.FromResult(
                bench.Upstream.Requests.Count < 4 ? FakeUpstream.Unavailable() : FakeUpstream.Answer(batch)
            );

        bench.Run(async _ => (await bench.AskAllAsync(["a", "b", "c"])).ShouldAllBe(answer => answer.IsOk));

        bench.Sent.ShouldBe(["a b c", "a b c", "a b c", "a b c"]);
    }

    [Fact]
    public void An_answer_of_another_length_than_its_batch_is_a_fault_and_nobody_gets_anothers_answer()
    {
        using var bench = new QueueBench(Pace);
        bench.Upstream.Send = (batch, _, _) =>
            Task.FromResult(FakeUpstream.Answer(batch.Count > 1 ? [.. batch.Skip(1)] : batch));

        bench.Run(async _ =>
        {
            var answers = await bench.AskAllAsync(["a", "b"]);
            answers.Select(answer => answer.Value).ShouldBe(["answer to a", "answer to b"]);
        });

        bench.Sent.ShouldBe(["a b", "a", "b"]);
        bench.Status.Rebuilds.ShouldBe(1);
    }
}
