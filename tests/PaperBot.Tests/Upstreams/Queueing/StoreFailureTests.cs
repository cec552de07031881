using Microsoft.Extensions.Logging;
using PaperBot.Core.Outcomes;
using PaperBot.Testing.Queues;
using PaperBot.Testing.Time;

namespace PaperBot.Tests.Upstreams.Queueing;

public sealed class StoreFailureTests : IDisposable
{
    private readonly ManualTimeProvider _clock = new();
    private readonly FailingSlotStore _store;
    private readonly QueueBench _bench;

    public StoreFailureTests()
    {
        _store = new(new InMemorySlotStore(_clock));
        _bench = new(store: _store, clock: _clock);
    }

    public void Dispose() => _bench.Dispose();

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void A_store_that_fails_for_a_moment_is_asked_again(bool hangs)
    {
        _bench.Run(async _ =>
        {
            Break(hangs);
            var call = _bench.AskAsync("x");
            await Task.Delay(TimeSpan.FromSeconds(6), _clock);
            _store.Work();
            (await call).IsOk.ShouldBeTrue();
        });

        _store.Failed.ShouldBeGreaterThan(0);
        _bench.Status.Rebuilds.ShouldBe(0);
        _bench.Log.Lines.Count(line => line.Level == LogLevel.Error).ShouldBe(1);
        _bench.Log.From(LogLevel.Information).Last().ShouldContain("is back");
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void A_store_that_keeps_failing_is_said_and_nothing_is_sent_without_it(bool hangs)
    {
        _bench.Run(async _ =>
        {
            Break(hangs);
            var answers = await _bench.AskAllAsync(["x", "y"]);

            answers.ShouldAllBe(answer => answer.Error.Kind == ErrorKind.Internal);
            answers[0].Error.Message.Key.ShouldBe("error.upstream.store");
            (_clock.GetUtcNow() - _bench.Start).ShouldBeLessThan(TimeSpan.FromSeconds(25));
            // Who comes later is told within a few seconds, and all goes on as soon as the store is back.
            var asked = _clock.GetUtcNow();
            (await _bench.AskAsync("z")).IsOk.ShouldBeFalse();
            (_clock.GetUtcNow() - asked).ShouldBeLessThan(TimeSpan.FromSeconds(12));
            _store.Work();
            (await _bench.AskAsync("x")).IsOk.ShouldBeTrue();
        });

        _bench.Sent.ShouldBe(["x"]);
        _bench.Status.Rebuilds.ShouldBe(0);
        _bench.Log.Lines.Count(line => line.Level == LogLevel.Error).ShouldBe(1);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void A_lease_that_cannot_be_given_back_expires(bool hangs)
    {
        _bench.Upstream.Send = (batch, _, _) =>
        {
            if (batch[0] == "x")
                Break(hangs);
            return Task.FromResult(FakeUpstream.Answer(batch));
        };

        _bench.Run(async _ =>
        {
            (await _bench.AskAsync("x")).IsOk.ShouldBeTrue();
            await Task.Delay(TimeSpan.FromSeconds(20), _clock);
            _store.Work();
            (await _bench.AskAsync("y")).IsOk.ShouldBeTrue();
        });

        _bench.Upstream.Gaps.ShouldHaveSingleItem().ShouldBeGreaterThanOrEqualTo(TimeSpan.FromSeconds(35));
    }

    [Fact]
    public void A_lease_that_is_granted_after_nobody_waits_for_it_is_given_back()
    {
        var gate = new TaskCompletionSource();

        _bench.Run(async simulation =>
        {
            _store.Before = () => gate.Task;
            var call = _bench.AskAsync("x");
            await Task.Delay(TimeSpan.FromSeconds(5.1), _clock);
            _store.Work();
            gate.SetResult();
            await simulation.SettleAsync();
            (await call).IsOk.ShouldBeTrue();
        });

        // The late grant's slot is paid; its lease does not stand in the way for half a minute.
        _bench.Upstream.Requests[0].At.ShouldBe(_bench.Start.AddSeconds(8.1), TimeSpan.FromSeconds(1));
    }

    [Fact]
    public void While_the_store_cannot_take_a_hold_back_this_process_still_obeys_it()
    {
        _bench.Upstream.Send = (batch, _, _) =>
        {
            if (_bench.Upstream.Requests.Count > 1)
                return Task.FromResult(FakeUpstream.Answer(batch));
            Break(hangs: false);
            return Task.FromResult(FakeUpstream.Throttled(_bench.Start.AddSeconds(30)));
        };

        _bench.Run(async _ =>
        {
            var call = _bench.AskAsync("x");
            await Task.Delay(TimeSpan.FromSeconds(5), _clock);
            _store.Work();
            (await call).IsOk.ShouldBeTrue();
        });

        _bench.Upstream.Gaps.ShouldHaveSingleItem().ShouldBeGreaterThanOrEqualTo(TimeSpan.FromSeconds(30));
    }

    private void Break(bool hangs)
    {
        if (hangs)
            _store.Hang();
        else
            _store.Throw();
    }
}
