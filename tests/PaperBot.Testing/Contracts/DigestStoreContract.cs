using PaperBot.Core.Digests;
using PaperBot.Core.Identity;
using PaperBot.Core.Papers;
using PaperBot.Testing.Time;

namespace PaperBot.Testing.Contracts;

/// <summary>What every pair of <see cref="ISubscriptionStore"/> and <see cref="IDigestDeliveryStore"/> keeps.</summary>
public abstract class DigestStoreContract
{
    private static readonly TimeSpan Lease = TimeSpan.FromMinutes(5);
    private static readonly DateOnly Day = new(2026, 1, 5);
    private static readonly PersonId Ada = PersonId.Parse("web:ada");

    private readonly ManualTimeProvider _clock = new();

    /// <summary>Stores without any row.</summary>
    protected abstract ValueTask<(ISubscriptionStore Subscriptions, IDigestDeliveryStore Deliveries)> CreateAsync(
        TimeProvider time
    );

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_subscription_comes_back_as_it_was()
    {
        var (store, _) = await CreateAsync(_clock);
        var wanted = Subscription("a") with { LastRun = Day, LastDay = Day.AddDays(1), Refusals = 2 };

        (await store.AddAsync(wanted, Ada, Token)).ShouldBeTrue();
        (await store.AddAsync(wanted, Ada, Token)).ShouldBeFalse();

        var found = (await store.FindAsync("a", Token))!;
        found.Settings.Include.ShouldBe(["注意力 😀", "agent"]);
        (found with { Settings = wanted.Settings }).ShouldBe(wanted);
        (await store.OfPlaceAsync(wanted.Place.Id, Token)).ShouldHaveSingleItem().Id.ShouldBe("a");
        (await store.RemoveAsync("a", Token)).ShouldBeTrue();
        (await store.FindAsync("a", Token)).ShouldBeNull();
    }

    [Fact]
    public async Task Only_what_is_due_is_taken_and_by_one_process()
    {
        var (store, _) = await CreateAsync(_clock);
        await store.AddAsync(Subscription("a"), Ada, Token);
        (await store.TakeAsync(Lease, 10, Token)).ShouldBeEmpty();
        _clock.Advance(TimeSpan.FromHours(1));

        (await store.TakeAsync(Lease, 10, Token)).ShouldHaveSingleItem().Turn.ShouldBe(1);
        (await store.TakeAsync(Lease, 10, Token)).ShouldBeEmpty();
        _clock.Advance(Lease);
        (await store.TakeAsync(Lease, 10, Token)).ShouldHaveSingleItem().Turn.ShouldBe(2);
    }

    [Fact]
    public async Task Of_two_processes_that_planned_one_turn_one_writes_it()
    {
        var (store, deliveries) = await CreateAsync(_clock);
        await store.AddAsync(Subscription("a"), Ada, Token);
        _clock.Advance(TimeSpan.FromHours(1));
        var late = (await store.TakeAsync(Lease, 10, Token))[0];
        _clock.Advance(Lease);
        var ours = (await store.TakeAsync(Lease, 10, Token))[0];

        (await store.FinishAsync(Turn(ours, "1"), Token)).ShouldBe(new DeliveryId("a", Day, 0));
        (await store.FinishAsync(Turn(late, "1"), Token)).ShouldBeNull();

        (await store.SeenAsync("a", ["2601.00001", "2601.00002"], Token)).ShouldBe(["2601.00001"]);
        (await store.WhereAsync("a", "2601.00001", Token))!.Delivery.ShouldBe(new DeliveryId("a", Day, 0));
        (await deliveries.LastAsync("a", 10, Token)).ShouldHaveSingleItem().Content.ShouldBe("1");
    }

    [Fact]
    public async Task A_change_makes_void_what_is_being_planned()
    {
        var (store, deliveries) = await CreateAsync(_clock);
        await store.AddAsync(Subscription("a"), Ada, Token);
        _clock.Advance(TimeSpan.FromHours(1));
        var taken = (await store.TakeAsync(Lease, 10, Token))[0];

        await store.ChangeAsync(taken with { State = DigestState.Paused }, Token);

        (await store.FinishAsync(Turn(taken, "1"), Token)).ShouldBeNull();
        (await deliveries.LastAsync("a", 10, Token)).ShouldBeEmpty();
        (await store.TakeAsync(Lease, 10, Token)).ShouldBeEmpty();
    }

    [Fact]
    public async Task A_delivery_goes_from_pending_to_sent_once()
    {
        var (store, deliveries) = await CreateAsync(_clock);
        await PlanAsync(store);

        var taken = (await deliveries.TakeAsync("p", Lease, 10, Token)).ShouldHaveSingleItem();
        taken.State.ShouldBe(DeliveryState.Sending);
        taken.Attempt.ShouldBe(1);
        (await deliveries.TakeAsync("q", Lease, 10, Token)).ShouldBeEmpty();
        await deliveries.SettleAsync(taken with { State = DeliveryState.Sent, MessageId = "m" }, "p", Token);

        _clock.Advance(Lease * 2);
        (await deliveries.TakeAsync("q", Lease, 10, Token)).ShouldBeEmpty();
        var last = (await deliveries.LastAsync("a", 10, Token)).ShouldHaveSingleItem();
        (last.State, last.MessageId, last.Content).ShouldBe((DeliveryState.Sent, "m", ""));
        (await deliveries.CountAsync(DateTimeOffset.UnixEpoch, Token))[DeliveryState.Sent].ShouldBe(1);
    }

    [Fact]
    public async Task What_a_dead_process_was_posting_is_taken_again_and_it_cannot_settle_it()
    {
        var (store, deliveries) = await CreateAsync(_clock);
        await PlanAsync(store);
        var lost = (await deliveries.TakeAsync("p", Lease, 10, Token))[0];
        _clock.Advance(Lease);

        var again = (await deliveries.TakeAsync("q", Lease, 10, Token)).ShouldHaveSingleItem();
        again.Attempt.ShouldBe(2);
        again.Content.ShouldBe(lost.Content);
        await deliveries.SettleAsync(lost with { State = DeliveryState.Failed }, "p", Token);

        (await deliveries.LastAsync("a", 1, Token))[0].State.ShouldBe(DeliveryState.Sending);
    }

    [Fact]
    public async Task A_supplement_waits_for_what_is_before_it()
    {
        var (store, deliveries) = await CreateAsync(_clock);
        await PlanAsync(store);
        _clock.Advance(TimeSpan.FromHours(1));
        await store.FinishAsync(Turn((await store.TakeAsync(Lease, 10, Token))[0], "2"), Token);

        var first = (await deliveries.TakeAsync("p", Lease, 10, Token)).ShouldHaveSingleItem();
        first.Id.Part.ShouldBe(0);
        await deliveries.SettleAsync(first with { State = DeliveryState.Sent }, "p", Token);

        (await deliveries.TakeAsync("p", Lease, 10, Token)).ShouldHaveSingleItem().Id.Part.ShouldBe(1);
    }

    private async Task PlanAsync(ISubscriptionStore store)
    {
        await store.AddAsync(Subscription("a"), Ada, Token);
        _clock.Advance(TimeSpan.FromHours(1));
        await store.FinishAsync(Turn((await store.TakeAsync(Lease, 10, Token))[0], "1"), Token);
    }

    private DigestSubscription Subscription(string id) =>
        new(
            id,
            new Place(PlaceId.Parse("discord:2"), PlaceKind.Thread, PlaceId.Parse("discord:3")),
            new DigestSettings { Categories = "cs.CL", Include = ["注意力 😀", "agent"] },
            _clock.GetUtcNow(),
            Day,
            _clock.GetUtcNow().AddHours(1)
        );

    private DigestTurn Turn(DigestSubscription taken, string number) =>
        new(taken, _clock.GetUtcNow().AddHours(1), _clock.GetUtcNow().AddHours(1))
        {
            Post = new DigestPost(
                Day,
                number,
                [
                    new DeliveredPaper(
                        $"2601.0000{number}",
                        ArxivId.Parse($"2601.0000{number}"),
                        AnnounceType.New,
                        Day,
                        1,
                        ""
                    ),
                ]
            ),
        };
}
