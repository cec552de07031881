using PaperBot.Core.Queues;
using PaperBot.Upstreams.Queueing;

namespace PaperBot.Tests.Upstreams.Queueing;

public sealed class CircuitBreakerTests
{
    private static readonly DateTimeOffset Noon = new(2026, 1, 5, 12, 0, 0, TimeSpan.Zero);

    private readonly CircuitBreaker _breaker = new(
        UpstreamPace.Every(TimeSpan.FromSeconds(3), "x") with
        {
            FailuresToOpen = 3,
            OpenFor = TimeSpan.FromSeconds(30),
            LongestOpen = TimeSpan.FromSeconds(100),
        }
    );

    [Fact]
    public void Failures_in_a_row_open_it_and_a_success_in_between_does_not()
    {
        _breaker.Failed(Noon);
        _breaker.Failed(Noon);
        _breaker.Succeeded();
        _breaker.Failed(Noon);
        _breaker.Failed(Noon).ShouldBeFalse();
        _breaker.LetsThrough(Noon).ShouldBeTrue();

        _breaker.Failed(Noon).ShouldBeTrue();

        _breaker.StateAt(Noon).ShouldBe(BreakerState.Open);
        _breaker.LetsThrough(Noon).ShouldBeFalse();
        _breaker.OpensAt.ShouldBe(Noon.AddSeconds(30));
    }

    [Fact]
    public void An_upstream_that_twice_was_not_reached_at_all_opens_it()
    {
        _breaker.Failed(Noon, unreachable: true).ShouldBeFalse();
        _breaker.Failed(Noon).ShouldBeFalse();
        _breaker.Succeeded();
        _breaker.Failed(Noon, unreachable: true).ShouldBeFalse();

        _breaker.Failed(Noon, unreachable: true).ShouldBeTrue();

        _breaker.StateAt(Noon).ShouldBe(BreakerState.Open);
    }

    [Fact]
    public void When_its_time_is_over_one_attempt_goes_through_and_its_success_closes_it()
    {
        Open();
        var later = Noon.AddSeconds(30);
        _breaker.StateAt(later).ShouldBe(BreakerState.HalfOpen);
        _breaker.LetsThrough(later).ShouldBeTrue();

        _breaker.Started(later);
        _breaker.LetsThrough(later).ShouldBeFalse();
        _breaker.Succeeded();

        _breaker.StateAt(later).ShouldBe(BreakerState.Closed);
        _breaker.LetsThrough(later).ShouldBeTrue();
        _breaker.OpensAt.ShouldBeNull();
    }

    [Fact]
    public void Each_failed_probe_doubles_the_time_up_to_the_longest()
    {
        Open();
        var now = Noon;
        foreach (var seconds in new[] { 30, 60, 100, 100 })
        {
            _breaker.OpensAt.ShouldBe(now.AddSeconds(seconds));
            now = _breaker.OpensAt!.Value;
            _breaker.Started(now);
            _breaker.Failed(now).ShouldBeTrue();
        }

        now = _breaker.OpensAt!.Value;
        _breaker.Started(now);
        _breaker.Succeeded();
        Open(now);
        _breaker.OpensAt.ShouldBe(now.AddSeconds(30));
    }

    [Fact]
    public void A_probe_that_says_nothing_frees_the_door_for_the_next()
    {
        Open();
        var later = Noon.AddSeconds(30);
        _breaker.Started(later);

        _breaker.SaidNothing();

        _breaker.LetsThrough(later).ShouldBeTrue();
    }

    [Fact]
    public void What_was_under_way_when_it_opened_does_not_open_it_again()
    {
        Open();

        _breaker.Failed(Noon.AddSeconds(5)).ShouldBeFalse();

        _breaker.OpensAt.ShouldBe(Noon.AddSeconds(30));
    }

    [Fact]
    public void A_clock_that_was_set_back_keeps_it_open_no_longer_than_the_longest()
    {
        Open();

        _breaker.Clamp(Noon.AddDays(-1));

        _breaker.OpensAt.ShouldBe(Noon.AddDays(-1).AddSeconds(100));
    }

    private void Open(DateTimeOffset? at = null)
    {
        for (var i = 0; i < 3; i++)
            _breaker.Failed(at ?? Noon);
    }
}
