using PaperBot.Core.Outcomes;
using PaperBot.Core.Queues;
using PaperBot.Testing.Queues;
using PaperBot.Upstreams.Queueing;

namespace PaperBot.Tests.Upstreams.Queueing;

public sealed class RetryTests
{
    private static readonly UpstreamPace Pace = UpstreamPace.Every(TimeSpan.FromSeconds(3), "arxiv-api") with
    {
        Patience = [TimeSpan.FromHours(9), TimeSpan.FromHours(9), TimeSpan.FromHours(9)],
        FailuresToOpen = 100,
    };

    [Fact]
    public void A_call_is_sent_so_often_and_then_fails_with_a_reason()
    {
        using var bench = new QueueBench(Pace);
        bench.Upstream.Send = (_, _, _) => throw new HttpRequestException("no route");

        bench.Run(async _ =>
        {
            var answer = await bench.AskAsync("x");
            answer.Error.Kind.ShouldBe(ErrorKind.UpstreamDown);
            answer.Error.Message.Key.ShouldBe("error.upstream.down.soon");
        });

        bench.Upstream.Requests.Count.ShouldBe(4);
        bench.Upstream.Gaps.ShouldAllBe(gap => gap >= TimeSpan.FromSeconds(3));
        bench.Status.Attempts.ShouldBe(4);
        bench.Status.Rebuilds.ShouldBe(0);
    }

    [Theory]
    [InlineData(typeof(HttpRequestException))]
    [InlineData(typeof(IOException))]
    [InlineData(typeof(InvalidDataException))]
    [InlineData(typeof(TaskCanceledException))]
    [InlineData(typeof(TimeoutException))]
    public void Weather_is_waited_out(Type exception)
    {
        using var bench = new QueueBench(Pace);
        bench.Upstream.Send = (batch, _, _) =>
            bench.Upstream.Requests.Count == 1
                ? throw (Exception)Activator.CreateInstance(exception)!
                : Task.FromResult(FakeUpstream.Answer(batch));

        bench.Run(async _ => (await bench.AskAsync("x")).IsOk.ShouldBeTrue());

        bench.Upstream.Requests.Count.ShouldBe(2);
    }

    [Fact]
    public void An_attempt_that_takes_too_long_is_given_up_and_made_again()
    {
        using var bench = new QueueBench(Pace);
        bench.Upstream.Send = async (batch, _, token) =>
        {
            if (bench.Upstream.Requests.Count == 1)
                await Task.Delay(Timeout.InfiniteTimeSpan, bench.Clock, token);
            return FakeUpstream.Answer(batch);
        };

        bench.Run(async _ => (await bench.AskAsync("x")).IsOk.ShouldBeTrue());

        bench.Upstream.Requests[1].At.ShouldBeGreaterThanOrEqualTo(bench.Start + Pace.AttemptTimeout);
        bench.Upstream.MostAtOnce.ShouldBe(1);
        bench.Status.Rebuilds.ShouldBe(0);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void What_is_not_idempotent_is_sent_once(bool throttled)
    {
        using var bench = new QueueBench(Pace);
        bench.Upstream.Idempotent = call => call != "once";
        bench.Upstream.Send = (_, _, _) =>
            Task.FromResult(throttled ? FakeUpstream.Throttled() : FakeUpstream.Unavailable());

        bench.Run(async _ =>
        {
            var answer = await bench.AskAsync("once");
            answer.Error.Kind.ShouldBe(throttled ? ErrorKind.Throttled : ErrorKind.UpstreamDown);
        });

        bench.Upstream.Requests.Count.ShouldBe(1);
    }

    [Fact]
    public void Pauses_grow_with_jitter_and_end_at_the_longest()
    {
        using var bench = new QueueBench(Pace with { MaxAttempts = 12, RetryDelay = TimeSpan.FromSeconds(5) });
        bench.Upstream.Send = (_, _, _) => Task.FromResult(FakeUpstream.Unavailable());

        bench.Run(async _ => (await bench.AskAsync("x")).IsOk.ShouldBeFalse());

        var gaps = bench.Upstream.Gaps.ToList();
        gaps.Count.ShouldBe(11);
        gaps.ShouldAllBe(gap => gap >= TimeSpan.FromSeconds(5) && gap <= TimeSpan.FromSeconds(30.1));
        gaps.Distinct().Count().ShouldBeGreaterThan(3);
        gaps.Skip(6).Average(gap => gap.TotalSeconds).ShouldBeGreaterThan(gaps[0].TotalSeconds);
    }

    [Fact]
    public void While_one_call_pauses_others_go()
    {
        using var bench = new QueueBench(Pace with { RetryDelay = TimeSpan.FromSeconds(20) });
        bench.Upstream.Send = (batch, _, _) =>
            Task.FromResult(
                bench.Upstream.Requests.Count == 1 ? FakeUpstream.Unavailable() : FakeUpstream.Answer(batch)
            );

        bench.Run(async _ => await bench.AskAllAsync(["a", "b", "c", "d"]));

        bench.Sent.ShouldBe(["a", "b", "c", "d", "a"]);
        bench.Upstream.Requests[1].At.ShouldBe(bench.Start.AddSeconds(3));
    }

    [Fact]
    public void Retry_after_is_obeyed_for_everybody_and_in_every_process()
    {
        using var bench = new QueueBench(Pace);
        using var other = new QueueBench(Pace, bench.Store, clock: bench.Clock);
        bench.Upstream.Send = (batch, _, _) =>
            Task.FromResult(
                bench.Upstream.Requests.Count == 1
                    ? FakeUpstream.Throttled(bench.Start.AddSeconds(60))
                    : FakeUpstream.Answer(batch)
            );

        bench.Run(async _ =>
        {
            var here = bench.AskAllAsync(["a", "b"]);
            await Task.Delay(TimeSpan.FromSeconds(5), bench.Clock);
            var there = other.AskAsync("c");
            (await here).ShouldAllBe(answer => answer.IsOk);
            (await there).IsOk.ShouldBeTrue();
        });

        bench
            .Upstream.Requests.Concat(other.Upstream.Requests)
            .Skip(1)
            .ShouldAllBe(request => request.At >= bench.Start.AddSeconds(60) || request.At == bench.Start);
        bench.Status.Throttled.ShouldBe(1);
        bench.Status.LastError!.RetryAt.ShouldBe(bench.Start.AddSeconds(60));
        bench.Status.LastErrorAt.ShouldBe(bench.Start);
    }

    [Fact]
    public void Retry_after_in_the_past_means_the_next_slot()
    {
        using var bench = new QueueBench(Pace);
        bench.Upstream.Send = (batch, _, _) =>
            Task.FromResult(
                bench.Upstream.Requests.Count == 1
                    ? FakeUpstream.Throttled(bench.Start.AddDays(-1))
                    : FakeUpstream.Answer(batch)
            );

        bench.Run(async _ => (await bench.AskAsync("a")).IsOk.ShouldBeTrue());

        bench.Upstream.Gaps.ShouldHaveSingleItem().ShouldBe(TimeSpan.FromSeconds(3));
    }

    [Fact]
    public void An_endless_retry_after_is_cut_to_the_longest_that_is_obeyed()
    {
        using var bench = new QueueBench(Pace with { LongestRetryAfter = TimeSpan.FromMinutes(5) });
        bench.Upstream.Send = (batch, _, _) =>
            Task.FromResult(
                bench.Upstream.Requests.Count == 1
                    ? FakeUpstream.Unavailable(bench.Start.AddYears(3))
                    : FakeUpstream.Answer(batch)
            );

        bench.Run(async _ => (await bench.AskAsync("a")).IsOk.ShouldBeTrue());

        bench.Upstream.Gaps.ShouldHaveSingleItem().ShouldBe(TimeSpan.FromMinutes(5));
    }

    [Fact]
    public void Throttling_without_a_time_pauses_for_longer_and_longer()
    {
        using var bench = new QueueBench(Pace with { MaxAttempts = 6, RetryDelay = TimeSpan.FromSeconds(10) });
        bench.Upstream.Send = (_, _, _) => Task.FromResult(FakeUpstream.Throttled());

        bench.Run(async _ =>
        {
            var answer = await bench.AskAsync("x");
            answer.Error.Kind.ShouldBe(ErrorKind.Throttled);
            answer.Error.RetryAt.ShouldNotBeNull().ShouldBeGreaterThan(bench.Clock.GetUtcNow());
        });

        bench.Upstream.Gaps.ShouldAllBe(gap => gap >= TimeSpan.FromSeconds(10));
        bench.Upstream.Gaps.Skip(2).Max().ShouldBeGreaterThan(TimeSpan.FromSeconds(20));
    }

    [Fact]
    public void People_are_told_at_once_when_the_silence_is_longer_than_their_patience_and_jobs_wait()
    {
        using var bench = new QueueBench(UpstreamPace.Every(TimeSpan.FromSeconds(3), "arxiv-api"));
        bench.Upstream.Send = (batch, _, _) =>
            Task.FromResult(
                bench.Upstream.Requests.Count == 1
                    ? FakeUpstream.Throttled(bench.Start.AddSeconds(600))
                    : FakeUpstream.Answer(batch)
            );

        bench.Run(async _ =>
        {
            var job = bench.AskAsync("job", "refresh", Urgency.Background);
            var waiting = await bench.AskAsync("x", "A");
            var late = await bench.AskAsync("y", "B");

            bench.Clock.GetUtcNow().ShouldBe(bench.Start);
            foreach (var answer in new[] { waiting, late })
            {
                answer.Error.Kind.ShouldBe(ErrorKind.Throttled);
                answer.Error.RetryAt.ShouldBe(bench.Start.AddSeconds(600));
            }

            bench.Status.Waiting.ShouldBe(1);
            (await job).IsOk.ShouldBeTrue();
        });

        bench.Upstream.Gaps.ShouldHaveSingleItem().ShouldBe(TimeSpan.FromSeconds(600));
    }

    [Fact]
    public void An_answer_that_keeps_lacking_the_call_ends_with_a_reason()
    {
        using var bench = new QueueBench(Pace);
        bench.Upstream.Send = (batch, _, _) =>
            Task.FromResult<Attempt<string>>(new Attempt<string>.Answered([CallAnswer<string>.Missing]));

        bench.Run(async _ =>
        {
            var answer = await bench.AskAsync("x");
            answer.Error.Message.Key.ShouldBe("error.upstream.incomplete");
        });

        bench.Upstream.Requests.Count.ShouldBe(4);
    }
}
