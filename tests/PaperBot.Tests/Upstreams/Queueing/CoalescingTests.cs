using PaperBot.Core.Outcomes;
using PaperBot.Core.Queues;
using PaperBot.Testing.Queues;
using PaperBot.Testing.Time;
using PaperBot.Upstreams.Queueing;

namespace PaperBot.Tests.Upstreams.Queueing;

public sealed class CoalescingTests
{
    [Fact]
    public void What_fifty_people_ask_for_is_one_request()
    {
        using var bench = new QueueBench();

        bench.Run(async _ =>
        {
            var answers = await Task.WhenAll(
                Enumerable.Range(0, 50).Select(i => bench.AskAsync("1706.03762", "person " + i))
            );

            answers.ShouldAllBe(answer => answer.Value == "answer to 1706.03762");
        });

        bench.Upstream.Requests.Count.ShouldBe(1);
    }

    [Fact]
    public void Who_comes_while_it_runs_joins_it_and_sees_the_answer_so_far()
    {
        using var bench = new QueueBench();
        bench.Upstream.Send = async (batch, progress, token) =>
        {
            progress.Partial(0, "The");
            await Task.Delay(TimeSpan.FromSeconds(1), bench.Clock, token);
            progress.Partial(0, "The answer");
            await Task.Delay(TimeSpan.FromSeconds(1), bench.Clock, token);
            return FakeUpstream.Answer(batch);
        };
        var first = new SeenProgress();
        var second = new SeenProgress();

        bench.Run(async _ =>
        {
            var one = bench.AskAsync("question", "A", progress: first);
            await Task.Delay(TimeSpan.FromSeconds(1.5), bench.Clock);
            var two = bench.AskAsync("question", "B", progress: second);
            (await one).IsOk.ShouldBeTrue();
            (await two).IsOk.ShouldBeTrue();
        });

        bench.Upstream.Requests.Count.ShouldBe(1);
        first.Partials.ShouldBe(["The", "The answer"]);
        second.Partials.ShouldBe(["The answer"]);
    }

    [Fact]
    public void What_was_answered_is_asked_anew()
    {
        using var bench = new QueueBench();

        bench.Run(async _ =>
        {
            await bench.AskAsync("x");
            await bench.AskAsync("x");
        });

        bench.Upstream.Requests.Count.ShouldBe(2);
    }

    [Fact]
    public void The_upstream_says_what_is_the_same()
    {
        using var bench = new QueueBench();
        bench.Upstream.Key = call => call.Split('#')[0];

        bench.Run(async _ =>
        {
            var answers = await Task.WhenAll(bench.AskAsync("x#1"), bench.AskAsync("x#2"), bench.AskAsync("y#1"));
            answers.Select(answer => answer.Value).ShouldBe(["answer to x#1", "answer to x#1", "answer to y#1"]);
        });

        bench.Upstream.Requests.Count.ShouldBe(2);
    }

    [Fact]
    public void An_error_reaches_everybody_who_shares_the_call()
    {
        using var bench = new QueueBench();
        bench.Upstream.Send = (_, _, _) =>
            Task.FromResult<Attempt<string>>(new Attempt<string>.Refused(Errors.Refused("upstream.key")));

        bench.Run(async _ =>
        {
            var answers = await Task.WhenAll(bench.AskAsync("x", "A"), bench.AskAsync("x", "B"));
            answers.ShouldAllBe(answer => answer.Error.Message.Key == "error.upstream.key");
        });

        bench.Upstream.Requests.Count.ShouldBe(1);
        bench.Status.LastError!.Kind.ShouldBe(ErrorKind.Refused);
    }

    [Fact]
    public void A_person_who_joins_a_background_call_and_leaves_does_not_take_it_along()
    {
        using var bench = new QueueBench();
        using var impatient = new CancellationTokenSource();

        bench.Run(async _ =>
        {
            var blocker = bench.AskAsync("blocker");
            var background = bench.AskAsync("x", "refresh", Urgency.Background);
            await Task.Delay(TimeSpan.FromSeconds(1), bench.Clock);
            var person = bench.AskAsync("x", "A", token: impatient.Token);
            impatient.Cancel();

            (await Simulation.EndOf(person)).ShouldBeOfType<TaskCanceledException>();
            (await background).IsOk.ShouldBeTrue();
            await blocker;
        });
    }
}
