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
using PaperBot.Testing.Delivery;
using PaperBot.Testing.Papers;
using PaperBot.Testing.Time;
using PaperBot.Tests.Storage;
using PaperBot.Upstreams.Arxiv;

namespace PaperBot.Tests.Handlers.Digests;

/// <summary>A month of mornings on the manual clock, over the SQLite store, for subscriptions in eight time zones.</summary>
public sealed class DigestMonthTests(ITestOutputHelper output) : IAsyncDisposable
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
    private readonly ManualTimeProvider _clock = new(new(2026, 3, 1, 12, 0, 0, TimeSpan.Zero));
    private readonly RecordingOutbox _outbox = new("web");

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData(1, 0)]
    [InlineData(2, 60)]
    public async Task Each_listed_paper_is_seen_once_in_each_subscription_that_it_matches(int seed, int oneInDies)
    {
        var month = new MonthOfLists(seed, _clock);
        var process = await _home.StartAsync(_clock);
        var subscriptions = process.GetRequiredService<ISubscriptionStore>();
        var deliveries = process.GetRequiredService<IDigestDeliveryStore>();
        var clock = new DigestClock(new ArxivCalendar(Options.Create(new ArxivOptions())));
        var all = new List<DigestSubscription>();
        for (var i = 0; i < 16; i++)
            all.Add(await SubscribeAsync(subscriptions, clock, i));
        var random = new Random(seed);
        var deaths = 0;
        var (desk, courier) = Start();
        // A day longer than the lists, so that the last of them is reviewed.
        while (_clock.GetUtcNow() < ArxivDays.AnnouncedAt(MonthOfLists.Last.AddDays(3)))
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
            _clock.Advance(TimeSpan.FromMinutes(10));
        }

        var due = 0;
        foreach (var subscription in all)
        {
            var filter = new DigestFilter(subscription.Settings);
            var expected = month
                .PapersOf(
                    CategorySelection.Parse(subscription.Settings.Categories).Included,
                    subscription.FromDay,
                    MonthOfLists.Last
                )
                .Where(paper => filter.Match(new(paper, AnnounceType.New, MonthOfLists.First)) is not null)
                .Select(paper => paper.Id.ToString())
                .Order();
            var posts = _outbox.Seen.Where(p =>
                p.Key.StartsWith($"digest:{subscription.Id}:", StringComparison.Ordinal)
            );
            var seen = posts
                .SelectMany(post => post.Value.Cards)
                .SelectMany(card => card.Markdown.Split('`').Where((_, i) => i % 2 == 1))
                .Order()
                .ToList();
            seen.ShouldBe(expected.ToList(), subscription.Id);
            posts.Count().ShouldBeGreaterThanOrEqualTo(30, subscription.Id);
            due += seen.Count;
        }

        output.WriteLine(
            string.Create(
                CultureInfo.InvariantCulture,
                $"seed {seed}: {all.Count} subscriptions, {_outbox.Seen.Count} posts, {due} papers each once, {deaths} deaths, arXiv asked {month.Asked} times"
            )
        );
        if (oneInDies > 0)
            deaths.ShouldBeGreaterThan(10);

        (DigestDesk, DigestCourier) Start()
        {
            var mortal = new MortalStores(subscriptions, deliveries, Step);
            var source = new FakePaperSource { Announce = month.Answer };
            var calendar = new ArxivCalendar(Options.Create(new ArxivOptions()));
            var lists = new DayLists(source, new NoReview(), calendar, _clock);
            var planner = DigestParts.Planner(new DigestReader(lists), clock, mortal, _clock);
            var host = new HostFacts("1", _clock.GetUtcNow(), $"process-{deaths}");
            return (
                new DigestDesk(mortal, planner, DigestParts.Blogs(mortal, _clock), NullLogger<DigestDesk>.Instance),
                new DigestCourier(
                    mortal,
                    mortal,
                    [_outbox],
                    Substitute.For<IOwnerNotices>(),
                    host,
                    _clock,
                    NullLogger<DigestCourier>.Instance
                )
            );
        }

        void Step()
        {
            if (oneInDies == 0 || random.Next(oneInDies) > 0)
                return;
            deaths++;
            throw new DyingException();
        }
    }

    public ValueTask DisposeAsync() => _home.DisposeAsync();

    private async Task<DigestSubscription> SubscribeAsync(ISubscriptionStore store, DigestClock clock, int i)
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
        var due = DigestClock.Next(settings, _clock.GetUtcNow(), null);
        var place = new Place(PlaceId.Parse($"web:place-{i}"));
        var name = string.Create(CultureInfo.InvariantCulture, $"s{i:D2}");
        var subscription = new DigestSubscription(
            name,
            place,
            settings,
            _clock.GetUtcNow(),
            clock.Target(settings, due),
            due
        );
        await store.AddAsync(subscription, PersonId.Parse("web:ada"), Token);
        return subscription;
    }
}
