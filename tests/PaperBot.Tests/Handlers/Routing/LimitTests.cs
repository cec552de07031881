using PaperBot.Core.Identity;
using PaperBot.Core.Outcomes;
using PaperBot.Core.Replies;
using PaperBot.Handlers.Routing.Limits;

namespace PaperBot.Tests.Handlers.Routing;

public sealed class LimitTests : IAsyncDisposable
{
    private readonly RouterRig _rig = new RouterRig()
        .With("Limits:Person:0:Count", "3")
        .With("Limits:Person:0:Window", "00:00:30")
        .With("Limits:Person:1:Count", "5")
        .With("Limits:Person:1:Window", "01:00:00")
        .With("Limits:Place:0:Count", "4")
        .With("Limits:Place:0:Window", "00:01:00");

    public ValueTask DisposeAsync() => _rig.DisposeAsync();

    [Fact]
    public async Task A_refusal_says_when_to_come_back_and_then_it_works()
    {
        for (var i = 0; i < 3; i++)
            (await _rig.AskAsync("/about")).Error.ShouldBeNull();

        var refused = await _rig.AskAsync("/about");

        refused.Error!.Kind.ShouldBe(ErrorKind.Throttled);
        refused.Error.RetryAt.ShouldBe(_rig.Clock.GetUtcNow() + TimeSpan.FromSeconds(10));
        refused.Reply!.Visibility.ShouldBe(Visibility.Private);
        refused.Reply.Cards[0].Markdown.ShouldEndWith("try again in 10 s.");
        _rig["about"].Requests.Count.ShouldBe(3);
        _rig.Clock.Advance(TimeSpan.FromSeconds(10));
        (await _rig.AskAsync("/about")).Error.ShouldBeNull();
    }

    [Fact]
    public async Task A_refusal_costs_nothing_and_is_said_in_full_once()
    {
        for (var i = 0; i < 3; i++)
            await _rig.AskAsync("/about");

        (await _rig.AskAsync("/about")).Error!.Message.Key.ShouldBe("error.limit.person");
        for (var i = 0; i < 50; i++)
            (await _rig.TextAsync("/about")).ShouldBe("Again in 10 s.");
        _rig.Clock.Advance(TimeSpan.FromSeconds(10));
        (await _rig.AskAsync("/about")).Error.ShouldBeNull();
        (await _rig.AskAsync("/about")).Error!.Message.Key.ShouldBe("error.limit.person");
    }

    [Fact]
    public async Task A_refused_event_may_come_again()
    {
        for (var i = 0; i < 3; i++)
            await _rig.AskAsync("/about");
        var incoming = Incomings.Of("/about").WithAddress();

        (await _rig.AskAsync(incoming)).Error!.Kind.ShouldBe(ErrorKind.Throttled);
        _rig.Requests.Unfinished.ShouldBeEmpty();
        _rig.Clock.Advance(TimeSpan.FromSeconds(10));

        (await _rig.AskAsync(incoming)).Error.ShouldBeNull();
    }

    [Fact]
    public async Task Every_window_must_have_room()
    {
        var asked = 0;
        while ((await _rig.AskAsync("/about")).Error is null)
        {
            asked++;
            _rig.Clock.Advance(TimeSpan.FromSeconds(15));
        }

        asked.ShouldBe(5);
        (await _rig.AskAsync("/about")).Error!.RetryAt!.Value.ShouldBeGreaterThan(
            _rig.Clock.GetUtcNow() + TimeSpan.FromMinutes(10)
        );
    }

    [Fact]
    public async Task A_group_has_limits_of_its_own_and_each_person_is_told_once()
    {
        for (var i = 0; i < 4; i++)
            (await _rig.AskAsync(Incomings.Of("/about").InGroup().By($"person-{i}"))).Error.ShouldBeNull();

        var refused = await _rig.AskAsync(Incomings.Of("/about").InGroup().By("late"));
        var other = await _rig.AskAsync(Incomings.Of("/about").InGroup().By("later"));

        refused.Error!.Message.Key.ShouldBe("error.limit.place");
        other.Error!.Message.Key.ShouldBe("error.limit.place");
        (await _rig.AskAsync(Incomings.Of("/about").InGroup().By("late"))).Error!.Message.Key.ShouldBe(
            "error.limit.again"
        );
        (await _rig.AskAsync(Incomings.Of("/about").InGroup("other").By("late"))).Error.ShouldBeNull();
        (await _rig.AskAsync(Incomings.Of("/about").By("late"))).Error.ShouldBeNull();
    }

    [Fact]
    public async Task Lines_that_are_not_understood_count_too()
    {
        for (var i = 0; i < 3; i++)
            (await _rig.AskAsync("/nonsense")).Error!.Kind.ShouldBe(ErrorKind.UserInput);

        (await _rig.AskAsync("/nonsense")).Error!.Kind.ShouldBe(ErrorKind.Throttled);
    }

    [Fact]
    public async Task The_console_and_administrators_have_no_limit_of_their_own()
    {
        _rig.With("Access:Administrators:0", "test:owner");
        var console = new Person(new PersonId("console", "user"));

        for (var i = 0; i < 100; i++)
        {
            (await _rig.AskAsync(Incomings.Of("/about").By("owner"))).Error.ShouldBeNull();
            (await _rig.AskAsync(Incomings.Of("/about") with { Person = console })).Error.ShouldBeNull();
        }
    }

    [Fact]
    public void The_memory_of_limits_is_bounded_and_forgets_who_used_least()
    {
        var windows = new[]
        {
            new LimitWindow { Count = 2, Window = TimeSpan.FromHours(1) },
        };
        var table = new LimitTable<PersonId>(windows, 100);
        var now = _rig.Clock.GetUtcNow();
        var heavy = new PersonId("test", "heavy");
        table.Of(heavy, now).Take(now);
        table.Of(heavy, now).Take(now);

        for (var i = 0; i < 10_000; i++)
        {
            table.Of(new PersonId("test", $"p{i}"), now).Take(now);
            table.Count.ShouldBeLessThanOrEqualTo(100);
        }

        table.Of(heavy, now).RoomAt().ShouldBeGreaterThan(now);
    }

    [Theory]
    [InlineData("Limits:Person:0:Count", "0")]
    [InlineData("Limits:Place:1:Window", "00:00:00")]
    [InlineData("Limits:Person:2:Count", "many")]
    [InlineData("Limits:Person:0:Window", "soon")]
    public async Task A_limit_that_makes_no_sense_stops_the_start_with_its_key(string key, string value)
    {
        await using var rig = new RouterRig().With(key, value);

        var failure = await Should.ThrowAsync<Microsoft.Extensions.Options.OptionsValidationException>(async () =>
            await rig.AskAsync("/about")
        );

        failure.Failures.ShouldHaveSingleItem().ShouldStartWith(key);
    }
}
