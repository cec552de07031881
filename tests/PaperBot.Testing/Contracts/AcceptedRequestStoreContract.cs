using PaperBot.Core.Identity;
using PaperBot.Core.Requests;
using PaperBot.Core.Texts;
using PaperBot.Testing.Time;

namespace PaperBot.Testing.Contracts;

/// <summary>What every <see cref="IAcceptedRequestStore"/> keeps.</summary>
public abstract class AcceptedRequestStoreContract
{
    private static readonly TimeSpan Lease = TimeSpan.FromSeconds(30);

    private readonly ManualTimeProvider _clock = new();

    /// <summary>A store without any row.</summary>
    protected abstract ValueTask<IAcceptedRequestStore> CreateAsync(TimeProvider time);

    /// <summary>Another store over what the last one wrote: another process.</summary>
    protected abstract ValueTask<IAcceptedRequestStore> OpenAgainAsync();

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_request_is_taken_once()
    {
        var store = await CreateAsync(_clock);

        (await store.TryAcceptAsync(Request("1"), "a", Lease, Token)).ShouldBeTrue();
        (await store.TryAcceptAsync(Request("1"), "a", Lease, Token)).ShouldBeFalse();
        (await (await OpenAgainAsync()).TryAcceptAsync(Request("1"), "b", Lease, Token)).ShouldBeFalse();
        (await store.CountUnfinishedAsync(Token)).ShouldBe(1);
    }

    [Fact]
    public async Task A_done_request_is_still_known()
    {
        var store = await CreateAsync(_clock);
        await store.TryAcceptAsync(Request("1"), "a", Lease, Token);

        await store.CompleteAsync(RequestId.Of("web", "1"), Token);
        await store.CompleteAsync(RequestId.Of("web", "1"), Token);
        await store.CompleteAsync(RequestId.Of("web", "unknown"), Token);

        (await store.CountUnfinishedAsync(Token)).ShouldBe(0);
        (await store.TryAcceptAsync(Request("1"), "a", Lease, Token)).ShouldBeFalse();
        _clock.Advance(Lease * 2);
        (await store.TakeOverAsync("b", Lease, 10, Token)).ShouldBeEmpty();
    }

    [Fact]
    public async Task A_withdrawn_request_may_come_again_and_a_done_one_may_not()
    {
        var store = await CreateAsync(_clock);
        await store.TryAcceptAsync(Request("1"), "a", Lease, Token);
        await store.WithdrawAsync(RequestId.Of("web", "1"), Token);
        (await store.TryAcceptAsync(Request("1"), "a", Lease, Token)).ShouldBeTrue();

        await store.CompleteAsync(RequestId.Of("web", "1"), Token);
        await store.WithdrawAsync(RequestId.Of("web", "1"), Token);

        (await store.TryAcceptAsync(Request("1"), "a", Lease, Token)).ShouldBeFalse();
    }

    [Fact]
    public async Task What_a_dead_process_left_is_taken_over_as_it_was()
    {
        var store = await CreateAsync(_clock);
        var request = Request("1") with
        {
            Line = "/ask \"why\"\n  注意力 😀",
            Person = new(PersonId.Parse("discord:80351110224678912"), "Ada \"L\" 王"),
            Place = new(PlaceId.Parse("discord:2"), PlaceKind.Thread, PlaceId.Parse("discord:3")),
            Locale = Locale.Chinese,
            ManagesPlace = true,
            ReplyAddress = "{\"token\":\"x\"}",
        };
        await store.TryAcceptAsync(request, "a", Lease, Token);
        var other = await OpenAgainAsync();
        _clock.Advance(Lease - TimeSpan.FromMilliseconds(1));
        (await other.TakeOverAsync("b", Lease, 10, Token)).ShouldBeEmpty();
        _clock.Advance(TimeSpan.FromMilliseconds(1));

        var taken = await other.TakeOverAsync("b", Lease, 10, Token);

        taken.ShouldHaveSingleItem().ShouldBe(request with { Attempts = 2 });
        (await store.TakeOverAsync("c", Lease, 10, Token)).ShouldBeEmpty();
        _clock.Advance(Lease);
        (await store.TakeOverAsync("c", Lease, 10, Token)).ShouldHaveSingleItem().Attempts.ShouldBe(3);
    }

    [Fact]
    public async Task What_is_postponed_is_taken_over_by_its_own_process_too_when_its_time_has_come()
    {
        var store = await CreateAsync(_clock);
        await store.TryAcceptAsync(Request("1"), "a", Lease, Token);
        await store.PostponeAsync(RequestId.Of("web", "1"), Lease * 2, Token);
        await store.PostponeAsync(RequestId.Of("web", "unknown"), Lease, Token);
        await store.RenewAsync("a", Lease * 9, Token);

        _clock.Advance(Lease * 2 - TimeSpan.FromMilliseconds(1));
        (await store.TakeOverAsync("a", Lease, 10, Token)).ShouldBeEmpty();
        _clock.Advance(TimeSpan.FromMilliseconds(1));
        (await store.TakeOverAsync("a", Lease, 10, Token)).ShouldHaveSingleItem().Attempts.ShouldBe(2);

        await store.CompleteAsync(RequestId.Of("web", "1"), Token);
        await store.PostponeAsync(RequestId.Of("web", "1"), TimeSpan.Zero, Token);
        (await store.TakeOverAsync("b", Lease, 10, Token)).ShouldBeEmpty();
    }

    [Fact]
    public async Task The_oldest_come_first_and_no_more_than_asked_for()
    {
        var store = await CreateAsync(_clock);
        foreach (var key in (string[])["3", "1", "2"])
        {
            await store.TryAcceptAsync(Request(key), "a", Lease, Token);
            _clock.Advance(TimeSpan.FromSeconds(1));
        }

        _clock.Advance(Lease);

        (await store.TakeOverAsync("b", Lease, 2, Token)).Select(r => r.Id.Value).ShouldBe(["web:3", "web:1"]);
        (await store.TakeOverAsync("c", Lease, 2, Token)).Select(r => r.Id.Value).ShouldBe(["web:2"]);
    }

    [Fact]
    public async Task A_renewed_lease_holds_and_a_process_does_not_rob_itself()
    {
        var store = await CreateAsync(_clock);
        await store.TryAcceptAsync(Request("1"), "a", Lease, Token);
        await store.TryAcceptAsync(Request("2"), "b", Lease, Token);
        _clock.Advance(Lease / 2);
        await store.RenewAsync("a", Lease, Token);
        _clock.Advance(Lease / 2);

        (await store.TakeOverAsync("c", Lease, 10, Token)).ShouldHaveSingleItem().Id.Value.ShouldBe("web:2");
        _clock.Advance(Lease / 2);
        (await store.TakeOverAsync("a", Lease, 10, Token)).ShouldBeEmpty();
        (await store.TakeOverAsync("d", Lease, 10, Token)).ShouldHaveSingleItem().Id.Value.ShouldBe("web:1");
    }

    [Fact]
    public async Task What_was_given_up_is_taken_at_once()
    {
        var store = await CreateAsync(_clock);
        await store.TryAcceptAsync(Request("1"), "a", Lease, Token);
        await store.TryAcceptAsync(Request("2"), "b", Lease, Token);

        await store.ReleaseAsync("a", Token);

        (await store.TakeOverAsync("a", Lease, 10, Token)).ShouldHaveSingleItem().Id.Value.ShouldBe("web:1");
    }

    [Fact]
    public async Task Many_processes_share_what_is_left_without_a_double()
    {
        var store = await CreateAsync(TimeProvider.System);
        for (var i = 0; i < 60; i++)
            await store.TryAcceptAsync(Request($"{i}"), "dead", TimeSpan.Zero, Token);
        var other = await OpenAgainAsync();

        var taken = await Task.WhenAll(
            Enumerable
                .Range(0, 12)
                .Select(i =>
                    Task.Run(() => (i % 2 == 0 ? store : other).TakeOverAsync($"p{i}", Lease, 5, Token), Token)
                )
        );

        // A store may pass over rows that another one is taking; nobody gets what another one has.
        var ids = taken.SelectMany(requests => requests).Select(request => request.Id).ToList();
        ids.ShouldBeUnique();
        var rest = await store.TakeOverAsync("last", Lease, 60, Token);
        (ids.Count + rest.Count).ShouldBe(60);
    }

    [Fact]
    public async Task Of_many_who_accept_one_event_at_once_one_does()
    {
        var store = await CreateAsync(TimeProvider.System);
        var other = await OpenAgainAsync();

        var accepted = await Task.WhenAll(
            Enumerable
                .Range(0, 20)
                .Select(i =>
                    Task.Run(
                        () => (i % 2 == 0 ? store : other).TryAcceptAsync(Request("1"), $"p{i}", Lease, Token),
                        Token
                    )
                )
        );

        accepted.Count(taken => taken).ShouldBe(1);
    }

    private AcceptedRequest Request(string key) =>
        new(
            RequestId.Of("web", key),
            "/paper 1706.03762",
            new(PersonId.Parse("web:local")),
            new(PlaceId.Parse("web:page")),
            ConversationId.Parse("web:talk"),
            null,
            false,
            "page",
            _clock.GetUtcNow()
        );
}
