using System.Globalization;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Options;
using NSubstitute;
using PaperBot.Core.Delivery;
using PaperBot.Core.Digests;
using PaperBot.Core.Health;
using PaperBot.Core.Identity;
using PaperBot.Core.Papers;
using PaperBot.Handlers.Digests;
using PaperBot.Testing.Papers;
using PaperBot.Testing.Time;
using PaperBot.Tests.Storage;
using PaperBot.Upstreams.Arxiv;

namespace PaperBot.Tests.Handlers.Digests;

/// <summary>
/// A month of mornings on the manual clock, over the SQLite store, for subscriptions in eight time zones; processes that
/// die at a call to the stores are followed by others.
/// </summary>
internal sealed class MonthRun(int seed, int oneInDies) : IAsyncDisposable
{
    private static readonly string[] Zones =
    [
        "Asia/Shanghai",
        "Asia/Tokyo",
        "Australia/Sydney",
        "Europe/Berlin",
        "Europe/London",
        "America/New_York",
        "America/Los_Angeles",
        "Etc/UTC",
    ];

    private readonly SqliteHome _home = new();
    private readonly Random _random = new(seed);
    private MonthOfLists _month = null!;

    public ManualTimeProvider Clock { get; } = new(new(2026, 3, 1, 12, 0, 0, TimeSpan.Zero));

    /// <summary>The last list; a Friday, so that no other follows before the run ends.</summary>
    public DateOnly Last { get; init; } = MonthOfLists.Last;

    /// <summary>What owners are told.</summary>
    public IOwnerNotices Notices { get; } = Substitute.For<IOwnerNotices>();

    /// <summary>How many processes died.</summary>
    public int Deaths { get; private set; }

    /// <summary>How often arXiv was asked.</summary>
    public int Asked => _month.Asked;

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    /// <summary>Subscribes places and lets the month pass.</summary>
    /// <param name="places">Where.</param>
    /// <param name="outbox">The way out of each process.</param>
    public async Task<IReadOnlyList<DigestSubscription>> PassAsync(IReadOnlyList<PlaceId> places, Func<IOutbox> outbox)
    {
        _month = new MonthOfLists(seed, Clock);
        var process = await _home.StartAsync(Clock);
        var subscriptions = process.GetRequiredService<ISubscriptionStore>();
        var deliveries = process.GetRequiredService<IDigestDeliveryStore>();
        var calendar = new ArxivCalendar(Options.Create(new ArxivOptions()));
        var clock = new DigestClock(calendar);
        var all = new List<DigestSubscription>();
        for (var i = 0; i < places.Count; i++)
            all.Add(await SubscribeAsync(subscriptions, clock, places[i], i));
        var (desk, courier) = Start();
        // A day longer than the lists, so that the last of them is reviewed.
        while (Clock.GetUtcNow() < ArxivDays.AnnouncedAt(Last.AddDays(3)))
        {
            try
            {
                await desk.RunAsync(Token);
                await courier.RunAsync(Token);
            }
            catch (DyingException)
            {
                (desk, courier) = Start();
            }
            Clock.Advance(TimeSpan.FromMinutes(10));
        }

        return all;

        (DigestDesk, DigestCourier) Start()
        {
            var mortal = new MortalStores(subscriptions, deliveries, Step);
            var source = new FakePaperSource { Announce = _month.Answer };
            var lists = new DayLists(source, new NoReview(), calendar, Clock);
            var planner = DigestParts.Planner(new DigestReader(lists), clock, mortal, Clock);
            var host = new HostFacts("1", Clock.GetUtcNow(), $"process-{Deaths}");
            return (
                new DigestDesk(mortal, planner, DigestParts.Blogs(mortal, Clock), NullLogger<DigestDesk>.Instance),
                new DigestCourier(mortal, mortal, [outbox()], Notices, host, Clock, NullLogger<DigestCourier>.Instance)
            );
        }
    }

    /// <summary>The papers that a subscription has to tell, in their order.</summary>
    public IReadOnlyList<string> Expected(DigestSubscription subscription)
    {
        var filter = new DigestFilter(subscription.Settings);
        return
        [
            .. _month
                .PapersOf(
                    CategorySelection.Parse(subscription.Settings.Categories).Included,
                    subscription.FromDay,
                    Last
                )
                .Where(paper => filter.Match(new(paper, AnnounceType.New, MonthOfLists.First)) is not null)
                .Select(paper => paper.Id.ToString())
                .Order(),
        ];
    }

    /// <summary>The papers' ids in a text of a digest.</summary>
    public static IEnumerable<string> PapersIn(string text) => text.Split('`').Where((_, i) => i % 2 == 1);

    public ValueTask DisposeAsync() => _home.DisposeAsync();

    private void Step()
    {
        if (oneInDies == 0 || _random.Next(oneInDies) > 0)
            return;
        Deaths++;
        throw new DyingException();
    }

    private async Task<DigestSubscription> SubscribeAsync(
        ISubscriptionStore store,
        DigestClock clock,
        PlaceId place,
        int i
    )
    {
        var settings = new DigestSettings
        {
            Categories = string.Join('+', MonthOfLists.Categories.Where((_, c) => ((i + 1) >> c & 1) == 1))
                is { Length: > 0 } some
                ? some
                : "cs.CL",
            At = new TimeOnly(i % 3 == 0 ? 2 : 8, 30),
            Zone = Zones[i % Zones.Length],
            Include = i % 4 == 3 ? ["agent"] : [],
        };
        var due = DigestClock.Next(settings, Clock.GetUtcNow(), null);
        var name = string.Create(CultureInfo.InvariantCulture, $"s{i:D2}");
        var now = Clock.GetUtcNow();
        var target = clock.Target(settings, due);
        var subscription = new DigestSubscription(name, new Place(place), settings, now, target, due);
        await store.AddAsync(subscription, PersonId.Parse("web:ada"), Token);
        return subscription;
    }
}
