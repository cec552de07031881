using PaperBot.Core.Queues;
using PaperBot.Testing.Time;

namespace PaperBot.Testing.Contracts;

/// <summary>What every <see cref="ISlotStore"/> keeps, whatever it is written on.</summary>
public abstract class SlotStoreContract
{
    private static readonly TimeSpan Pace = TimeSpan.FromSeconds(3);
    private static readonly TimeSpan LeaseLength = TimeSpan.FromSeconds(30);
    private static readonly TimeSpan Farthest = TimeSpan.FromMinutes(10);

    // An odd start: nothing may be rounded to milliseconds or microseconds.
    private readonly ManualTimeProvider _clock = new(
        new DateTimeOffset(2026, 3, 2, 9, 30, 0, TimeSpan.Zero).AddTicks(7)
    );

    /// <summary>A store without any row, on this clock.</summary>
    protected abstract ValueTask<ISlotStore> CreateAsync(TimeProvider time);

    /// <summary>Another store over what the last one wrote: another process, or the same after a restart.</summary>
    protected abstract ValueTask<ISlotStore> OpenAgainAsync();

    private DateTimeOffset Now => _clock.GetUtcNow();

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task The_first_request_starts_at_once()
    {
        var store = await CreateAsync(_clock);

        var grant = await store.TryTakeAsync(Ask(), Token);

        var lease = grant.Lease.ShouldNotBeNull();
        grant.NotBefore.ShouldBeLessThanOrEqualTo(Now);
        lease.Upstream.ShouldBe("arxiv-api");
        lease.Owner.ShouldBe("here");
        lease.ExpiresAt.ShouldBe(Now + LeaseLength);
        lease.Charges.ShouldBe(Ask().Charges);
    }

    [Fact]
    public async Task The_next_one_waits_for_its_slot_and_asking_changes_nothing()
    {
        var store = await CreateAsync(_clock);
        var first = Now;
        await TakeAndReleaseAsync(store);

        for (var i = 0; i < 5; i++)
        {
            _clock.Advance(TimeSpan.FromMilliseconds(100));
            var early = await store.TryTakeAsync(Ask(), Token);
            early.ShouldBe(new SlotGrant(null, first + Pace));
        }

        _clock.Advance(first + Pace - Now - TimeSpan.FromTicks(1));
        (await store.TryTakeAsync(Ask(), Token)).Lease.ShouldBeNull();
        _clock.Advance(TimeSpan.FromTicks(1));
        var due = await store.TryTakeAsync(Ask(), Token);
        due.Lease.ShouldNotBeNull();
        due.NotBefore.ShouldBe(first + Pace);
    }

    [Fact]
    public async Task A_rest_earns_no_second_slot()
    {
        var store = await CreateAsync(_clock);
        await TakeAndReleaseAsync(store);
        _clock.Advance(TimeSpan.FromHours(1));

        await TakeAndReleaseAsync(store);

        (await store.TryTakeAsync(Ask(), Token)).NotBefore.ShouldBe(Now + Pace);
    }

    [Fact]
    public async Task While_a_lease_is_held_nobody_starts_in_any_process()
    {
        var store = await CreateAsync(_clock);
        var held = (await store.TryTakeAsync(Ask(), Token)).Lease!;
        var other = await OpenAgainAsync();
        _clock.Advance(Pace * 2);

        var refused = await other.TryTakeAsync(Ask(owner: "there"), Token);
        refused.ShouldBe(new SlotGrant(null, held.ExpiresAt, AllConnectionsTaken: true));

        await store.ReleaseAsync(held, null, Token);
        (await other.TryTakeAsync(Ask(owner: "there"), Token)).Lease.ShouldNotBeNull().Owner.ShouldBe("there");
    }

    [Fact]
    public async Task When_slot_and_lease_are_both_in_the_way_the_slot_is_told()
    {
        var store = await CreateAsync(_clock);
        var start = Now;
        await store.TryTakeAsync(Ask(), Token);

        (await store.TryTakeAsync(Ask(), Token)).ShouldBe(new SlotGrant(null, start + Pace));
    }

    [Fact]
    public async Task A_slot_survives_a_restart()
    {
        var store = await CreateAsync(_clock);
        var start = Now;
        await TakeAndReleaseAsync(store);

        var again = await OpenAgainAsync();

        (await again.TryTakeAsync(Ask(), Token)).ShouldBe(new SlotGrant(null, start + Pace));
    }

    [Fact]
    public async Task An_expired_lease_is_taken_over_and_its_late_release_does_nothing()
    {
        var store = await CreateAsync(_clock);
        var lost = (await store.TryTakeAsync(Ask(), Token)).Lease!;
        _clock.Advance(LeaseLength - TimeSpan.FromTicks(1));
        (await store.TryTakeAsync(Ask(owner: "there"), Token)).Lease.ShouldBeNull();
        _clock.Advance(TimeSpan.FromTicks(1));

        var taken = (await store.TryTakeAsync(Ask(owner: "there"), Token)).Lease.ShouldNotBeNull();
        taken.Fence.ShouldBeGreaterThan(lost.Fence);
        var after = await store.ReadAsync("arxiv-api", Token);
        _clock.Advance(TimeSpan.FromSeconds(1));
        await store.ReleaseAsync(lost, Now, Token);

        (await store.ReadAsync("arxiv-api", Token)).ShouldBe(after);
        _clock.Advance(Pace);
        (await store.TryTakeAsync(Ask(), Token)).AllConnectionsTaken.ShouldBeTrue();
    }

    [Fact]
    public async Task A_second_release_does_nothing()
    {
        var store = await CreateAsync(_clock);
        var lease = await TakeAndReleaseAsync(store);
        var after = await store.ReadAsync("arxiv-api", Token);
        _clock.Advance(TimeSpan.FromSeconds(2));

        await store.ReleaseAsync(lease, Now, Token);

        (await store.ReadAsync("arxiv-api", Token)).ShouldBe(after);
    }

    [Fact]
    public async Task A_departure_later_than_its_slot_moves_the_next_slot()
    {
        var store = await CreateAsync(_clock);
        var lease = (await store.TryTakeAsync(Ask(), Token)).Lease!;
        var left = Now.AddMilliseconds(40).AddTicks(3);
        _clock.Advance(TimeSpan.FromSeconds(1));

        await store.ReleaseAsync(lease, left, Token);

        (await store.TryTakeAsync(Ask(), Token)).NotBefore.ShouldBe(left + Pace);
    }

    [Fact]
    public async Task A_departure_before_its_slot_moves_nothing()
    {
        var store = await CreateAsync(_clock);
        var start = Now;
        var lease = (await store.TryTakeAsync(Ask(), Token)).Lease!;

        await store.ReleaseAsync(lease, start.AddSeconds(-1), Token);

        (await store.TryTakeAsync(Ask(), Token)).NotBefore.ShouldBe(start + Pace);
    }

    [Fact]
    public async Task A_hold_back_is_for_everybody_and_is_never_shortened()
    {
        var store = await CreateAsync(_clock);
        var until = Now.AddSeconds(50);
        await store.HoldBackAsync("arxiv-api", until, Token);
        await store.HoldBackAsync("arxiv-api", Now.AddSeconds(20), Token);
        var other = await OpenAgainAsync();

        (await other.TryTakeAsync(Ask(owner: "there"), Token)).ShouldBe(new SlotGrant(null, until));
        (await other.ReadAsync("arxiv-api", Token)).HeldBackUntil.ShouldBe(until);

        _clock.Advance(TimeSpan.FromSeconds(50));
        (await other.ReadAsync("arxiv-api", Token)).HeldBackUntil.ShouldBeNull();
        (await other.TryTakeAsync(Ask(owner: "there"), Token)).Lease.ShouldNotBeNull();
    }

    [Fact]
    public async Task A_hold_back_in_the_past_means_nothing()
    {
        var store = await CreateAsync(_clock);
        await store.HoldBackAsync("arxiv-api", Now.AddSeconds(-1), Token);

        (await store.TryTakeAsync(Ask(), Token)).Lease.ShouldNotBeNull();
    }

    [Fact]
    public async Task Upstreams_do_not_know_each_other()
    {
        var store = await CreateAsync(_clock);
        await store.TryTakeAsync(Ask(), Token);
        await store.HoldBackAsync("arxiv-api", Now.AddSeconds(50), Token);

        var grant = await store.TryTakeAsync(Ask() with { Upstream = "blogs:example.org" }, Token);

        grant.Lease.ShouldNotBeNull();
        (await store.ReadAsync("llm:other", Token)).ShouldBe(new SlotState(DateTimeOffset.MinValue, null, 0));
    }

    [Fact]
    public async Task As_many_attempts_run_as_connections_are_allowed()
    {
        var store = await CreateAsync(_clock);
        var request = Ask(charges: new SlotCharge("requests", 1, TimeSpan.FromSeconds(1), Burst: 10)) with
        {
            Concurrent = 4,
        };
        var leases = new List<SlotLease>();
        for (var i = 0; i < 4; i++)
        {
            leases.Add((await store.TryTakeAsync(request, Token)).Lease.ShouldNotBeNull());
            _clock.Advance(TimeSpan.FromMilliseconds(10));
        }

        (await store.ReadAsync("arxiv-api", Token)).UnderWay.ShouldBe(4);
        var refused = await store.TryTakeAsync(request, Token);
        refused.ShouldBe(new SlotGrant(null, leases[0].ExpiresAt, AllConnectionsTaken: true));

        await store.ReleaseAsync(leases[2], null, Token);
        (await store.TryTakeAsync(request, Token)).Lease.ShouldNotBeNull().Fence.ShouldBeGreaterThan(leases[3].Fence);
    }

    [Fact]
    public async Task A_burst_is_used_at_once_and_comes_back_with_time()
    {
        var store = await CreateAsync(_clock);
        var start = Now;
        var request = Ask(charges: new SlotCharge("tokens", 40, TimeSpan.FromMilliseconds(10), Burst: 100));

        await TakeAndReleaseAsync(store, request);
        await TakeAndReleaseAsync(store, request);
        (await store.TryTakeAsync(request, Token)).ShouldBe(new SlotGrant(null, start.AddMilliseconds(200)));

        _clock.Advance(TimeSpan.FromMilliseconds(200));
        await TakeAndReleaseAsync(store, request);
        (await store.TryTakeAsync(request, Token)).NotBefore.ShouldBe(start.AddMilliseconds(600));
    }

    [Fact]
    public async Task A_cost_above_the_burst_waits_for_a_full_rest_and_pays_in_full()
    {
        var store = await CreateAsync(_clock);
        var start = Now;
        var large = Ask(charges: new SlotCharge("tokens", 250, TimeSpan.FromMilliseconds(10), Burst: 100));
        var small = Ask(charges: new SlotCharge("tokens", 1, TimeSpan.FromMilliseconds(10), Burst: 100));

        await TakeAndReleaseAsync(store, small);
        (await store.TryTakeAsync(large, Token)).NotBefore.ShouldBe(start.AddMilliseconds(10));
        _clock.Advance(TimeSpan.FromMilliseconds(10));
        await TakeAndReleaseAsync(store, large);

        (await store.TryTakeAsync(large, Token)).NotBefore.ShouldBe(start.AddMilliseconds(10 + 2500));
        (await store.TryTakeAsync(small, Token)).NotBefore.ShouldBe(start.AddMilliseconds(10 + 2500 - 990));
    }

    [Fact]
    public async Task All_limits_must_have_room_and_a_refusal_charges_none()
    {
        var store = await CreateAsync(_clock);
        var start = Now;
        SlotRequest Cost(double tokens) =>
            Ask(
                charges:
                [
                    new SlotCharge("requests", 1, TimeSpan.FromSeconds(1)),
                    new SlotCharge("tokens", tokens, TimeSpan.FromMilliseconds(10), Burst: 500),
                ]
            );
        await TakeAndReleaseAsync(store, Cost(500));

        (await store.TryTakeAsync(Cost(10), Token)).NotBefore.ShouldBe(start.AddSeconds(1));
        (await store.TryTakeAsync(Cost(400), Token)).NotBefore.ShouldBe(start.AddSeconds(4));
        _clock.Advance(TimeSpan.FromSeconds(1));
        (await store.TryTakeAsync(Cost(400), Token)).Lease.ShouldBeNull();

        (await store.TryTakeAsync(Cost(10), Token)).Lease.ShouldNotBeNull();
    }

    [Fact]
    public async Task A_changed_pace_holds_from_the_next_start_on()
    {
        var store = await CreateAsync(_clock);
        var start = Now;
        await TakeAndReleaseAsync(store);
        _clock.Advance(Pace);

        await TakeAndReleaseAsync(store, Ask(charges: new SlotCharge("requests", 1, Pace * 2)));

        (await store.TryTakeAsync(Ask(), Token)).NotBefore.ShouldBe(start + Pace * 3);
    }

    [Fact]
    public async Task A_clock_set_back_stops_nobody_for_longer_than_the_farthest_slot()
    {
        var store = await CreateAsync(_clock);
        await store.TryTakeAsync(Ask(), Token);
        await store.HoldBackAsync("arxiv-api", Now.AddMinutes(5), Token);
        _clock.StepWallClock(TimeSpan.FromDays(-2));
        var set = Now;

        (await store.TryTakeAsync(Ask(), Token)).NotBefore.ShouldBe(set + Farthest);
        _clock.Advance(Farthest);
        var grant = await store.TryTakeAsync(Ask(), Token);

        grant.Lease.ShouldNotBeNull();
        (await store.TryTakeAsync(Ask(), Token)).NotBefore.ShouldBe(Now + Pace);
    }

    [Fact]
    public async Task A_release_with_a_moment_moves_every_limit_of_the_lease()
    {
        var store = await CreateAsync(_clock);
        var request = Ask(
            charges:
            [
                new SlotCharge("requests", 1, TimeSpan.FromSeconds(1)),
                new SlotCharge("tokens", 300, TimeSpan.FromMilliseconds(10), Burst: 300),
            ]
        );
        var lease = (await store.TryTakeAsync(request, Token)).Lease!;
        var left = Now.AddSeconds(2);
        _clock.Advance(TimeSpan.FromSeconds(4));

        await store.ReleaseAsync(lease, left, Token);

        (await store.ReadAsync("arxiv-api", Token)).ShouldBe(new SlotState(left.AddSeconds(3), null, 0));
        (await store.TryTakeAsync(request, Token)).NotBefore.ShouldBe(left.AddSeconds(3));
    }

    [Fact]
    public async Task Of_many_who_ask_at_once_one_gets_the_slot()
    {
        var store = await CreateAsync(_clock);
        var other = await OpenAgainAsync();

        var grants = await Task.WhenAll(
            Enumerable
                .Range(0, 20)
                .Select(i =>
                    Task.Run(
                        () => (i % 2 == 0 ? store : other).TryTakeAsync(Ask(owner: "process " + (i % 2)), Token),
                        Token
                    )
                )
        );

        grants.Count(grant => grant.Lease is not null).ShouldBe(1);
        grants.Where(grant => grant.Lease is null).ShouldAllBe(grant => grant.NotBefore == Now + Pace);
    }

    [Fact]
    public async Task Reading_tells_slot_hold_and_running_attempts()
    {
        var store = await CreateAsync(_clock);
        var start = Now;
        await store.TryTakeAsync(Ask(), Token);
        await store.HoldBackAsync("arxiv-api", start.AddSeconds(9), Token);

        (await store.ReadAsync("arxiv-api", Token)).ShouldBe(new SlotState(start + Pace, start.AddSeconds(9), 1));
        _clock.Advance(LeaseLength);
        (await store.ReadAsync("arxiv-api", Token)).ShouldBe(new SlotState(start + Pace, null, 0));
    }

    private static SlotRequest Ask(string owner = "here", params SlotCharge[] charges) =>
        new(
            "arxiv-api",
            charges.Length > 0 ? charges : [new SlotCharge("requests", 1, Pace)],
            Concurrent: 1,
            owner,
            LeaseLength,
            Farthest
        );

    private static async Task<SlotLease> TakeAndReleaseAsync(ISlotStore store, SlotRequest? request = null)
    {
        var lease = (await store.TryTakeAsync(request ?? Ask(), Token)).Lease.ShouldNotBeNull();
        await store.ReleaseAsync(lease, null, Token);
        return lease;
    }
}
