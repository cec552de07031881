using PaperBot.Testing.Time;

namespace PaperBot.Tests.Testing;

public sealed class ManualTimeProviderTests
{
    private readonly ManualTimeProvider _clock = new();

    [Fact]
    public void Timers_fire_in_the_order_of_their_due_times_and_see_them_as_now()
    {
        var start = _clock.GetUtcNow();
        var fired = new List<(string Name, TimeSpan At)>();
        ITimer Set(string name, int seconds) =>
            _clock.CreateTimer(
                _ => fired.Add((name, _clock.GetUtcNow() - start)),
                null,
                TimeSpan.FromSeconds(seconds),
                Timeout.InfiniteTimeSpan
            );
        using var c = Set("c", 3);
        using var a = Set("a", 1);
        using var b = Set("b", 1);

        _clock.Advance(TimeSpan.FromSeconds(10));

        fired.ShouldBe([
            ("a", TimeSpan.FromSeconds(1)),
            ("b", TimeSpan.FromSeconds(1)),
            ("c", TimeSpan.FromSeconds(3)),
        ]);
        (_clock.GetUtcNow() - start).ShouldBe(TimeSpan.FromSeconds(10));
    }

    [Fact]
    public void A_period_fires_again_and_again_within_one_advance()
    {
        var count = 0;
        using var timer = _clock.CreateTimer(_ => count++, null, TimeSpan.FromSeconds(1), TimeSpan.FromSeconds(2));

        _clock.Advance(TimeSpan.FromSeconds(7));

        count.ShouldBe(4);
        _clock.NextDue.ShouldBe(TimeSpan.FromSeconds(2));
    }

    [Fact]
    public void A_timer_set_by_a_timer_fires_in_the_same_advance()
    {
        var fired = false;
        ITimer? inner = null;
        using var outer = _clock.CreateTimer(
            _ => inner = _clock.CreateTimer(_ => fired = true, null, TimeSpan.FromSeconds(1), Timeout.InfiniteTimeSpan),
            null,
            TimeSpan.FromSeconds(1),
            Timeout.InfiniteTimeSpan
        );

        _clock.Advance(TimeSpan.FromSeconds(2));

        fired.ShouldBeTrue();
        inner!.Dispose();
    }

    [Fact]
    public void A_changed_or_disposed_timer_forgets_its_old_due_time()
    {
        var count = 0;
        var timer = _clock.CreateTimer(_ => count++, null, TimeSpan.FromSeconds(1), Timeout.InfiniteTimeSpan);
        timer.Change(TimeSpan.FromSeconds(5), Timeout.InfiniteTimeSpan).ShouldBeTrue();

        _clock.Advance(TimeSpan.FromSeconds(4));
        count.ShouldBe(0);
        _clock.Advance(TimeSpan.FromSeconds(1));
        count.ShouldBe(1);

        timer.Change(TimeSpan.FromSeconds(1), Timeout.InfiniteTimeSpan);
        timer.Dispose();
        _clock.Advance(TimeSpan.FromSeconds(5));
        count.ShouldBe(1);
        _clock.ActiveTimers.ShouldBe(0);
        timer.Change(TimeSpan.FromSeconds(1), Timeout.InfiniteTimeSpan).ShouldBeFalse();
    }

    [Fact]
    public async Task Delays_and_cancellation_follow_the_clock()
    {
        using var patience = new CancellationTokenSource(TimeSpan.FromSeconds(5), _clock);
        var delay = Task.Delay(TimeSpan.FromSeconds(3), _clock, TestContext.Current.CancellationToken);
        await _clock.WhenTimers(2);

        _clock.Advance(TimeSpan.FromSeconds(3));
        await delay;
        patience.IsCancellationRequested.ShouldBeFalse();
        _clock.Advance(TimeSpan.FromSeconds(2));
        patience.IsCancellationRequested.ShouldBeTrue();
    }

    [Fact]
    public async Task Due_at_once_means_the_thread_pool_like_a_real_timer()
    {
        var fired = new TaskCompletionSource();
        using var timer = _clock.CreateTimer(_ => fired.TrySetResult(), null, TimeSpan.Zero, Timeout.InfiniteTimeSpan);

        await fired.Task.WaitAsync(TestContext.Current.CancellationToken);
    }

    [Fact]
    public void A_step_of_the_wall_clock_moves_neither_timers_nor_timestamps()
    {
        var before = _clock.GetTimestamp();
        using var timer = _clock.CreateTimer(_ => { }, null, TimeSpan.FromSeconds(9), Timeout.InfiniteTimeSpan);
        var wall = _clock.GetUtcNow();

        _clock.StepWallClock(TimeSpan.FromHours(-2));

        _clock.GetTimestamp().ShouldBe(before);
        _clock.NextDue.ShouldBe(TimeSpan.FromSeconds(9));
        _clock.GetUtcNow().ShouldBe(wall.AddHours(-2));
    }

    [Fact]
    public async Task Many_threads_may_set_timers_while_time_moves()
    {
        var fired = 0;
        var setters = Enumerable
            .Range(0, 4)
            .Select(_ =>
                Task.Run(() =>
                {
                    for (var i = 0; i < 500; i++)
                    {
                        _clock.CreateTimer(
                            _ => Interlocked.Increment(ref fired),
                            null,
                            TimeSpan.FromMilliseconds(1 + (i % 7)),
                            Timeout.InfiniteTimeSpan
                        );
                    }
                })
            )
            .ToArray();
        while (!Task.WhenAll(setters).IsCompleted)
            _clock.Advance(TimeSpan.FromMilliseconds(1));
        await Task.WhenAll(setters);

        _clock.Advance(TimeSpan.FromSeconds(1));

        fired.ShouldBe(2000);
    }
}
