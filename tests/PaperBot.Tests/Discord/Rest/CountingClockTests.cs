using PaperBot.Discord.Rest.Limits;
using PaperBot.Testing.Time;

namespace PaperBot.Tests.Discord.Rest;

public sealed class CountingClockTests
{
    private static readonly TimeSpan Ahead = TimeSpan.FromDays(20_000);

    private readonly ManualTimeProvider _time = new();
    private readonly CountingClock _clock;

    public CountingClockTests() => _clock = new CountingClock(_time);

    [Fact]
    public void A_request_of_which_the_way_there_was_long_was_counted_so_much_later()
    {
        for (var i = 0; i < 100; i++)
            Answer(there: 60, back: 60);

        // And some milliseconds of caution, because one long way in a hundred says how much ways vary.
        Answer(there: 110, back: 60)!.Value.ShouldBe(53, tolerance: 3);
    }

    [Fact]
    public void The_way_back_does_not_matter()
    {
        for (var i = 0; i < 100; i++)
            Answer(there: 60, back: 60);

        Answer(there: 60, back: 200)!.Value.ShouldBe(0, tolerance: 3);
    }

    [Fact]
    public void A_few_answers_are_not_enough()
    {
        for (var i = 0; i < 9; i++)
            Answer(there: 60, back: 60).ShouldBeNull();

        Answer(there: 60, back: 60).ShouldNotBeNull();
    }

    [Fact]
    public void Stamps_in_whole_seconds_are_not_used()
    {
        for (var i = 0; i < 20; i++)
            Answer(there: 60, back: 60, whole: true);

        Answer(there: 60, back: 60, whole: true).ShouldBeNull();
    }

    [Fact]
    public void A_clock_that_was_set_is_used_again_after_a_minute()
    {
        for (var i = 0; i < 20; i++)
            Answer(there: 60, back: 60);
        Answer(there: 60, back: 60, set: 5_000).ShouldBeNull();
        for (var i = 0; i < 80; i++)
        {
            _time.Advance(TimeSpan.FromSeconds(1));
            Answer(there: 60, back: 60, set: 5_000);
        }

        Answer(there: 60, back: 60, set: 5_000)!.Value.ShouldBe(0, tolerance: 3);
    }

    [Fact]
    public void A_server_with_another_clock_makes_it_later_and_never_earlier()
    {
        for (var i = 0; i < 100; i++)
            (Answer(there: 60, back: 60, set: i % 2 == 0 ? 0 : 20) ?? 0).ShouldBeGreaterThanOrEqualTo(0);

        Answer(there: 60, back: 60, set: 20)!.Value.ShouldBe(20, tolerance: 3);
    }

    /// <summary>One request and its answer.</summary>
    /// <returns>Milliseconds from its sending after which a request is counted later.</returns>
    private double? Answer(int there, int back, int set = 0, bool whole = false)
    {
        var sent = _time.GetTimestamp();
        _time.Advance(TimeSpan.FromMilliseconds(there));
        var counted = Ahead + _time.GetElapsedTime(0) + TimeSpan.FromMilliseconds(set);
        if (whole)
            counted = TimeSpan.FromSeconds(Math.Floor(counted.TotalSeconds));
        _time.Advance(TimeSpan.FromMilliseconds(back));
        var safe = _clock.SafeAfter(sent, _time.GetTimestamp(), counted);
        return safe is { } at ? _time.GetElapsedTime(sent, at).TotalMilliseconds : null;
    }
}
