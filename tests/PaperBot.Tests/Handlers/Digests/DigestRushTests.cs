using System.Globalization;
using PaperBot.Core.Digests;
using PaperBot.Core.Identity;
using PaperBot.Handlers.Digests;

namespace PaperBot.Tests.Handlers.Digests;

/// <summary>The small size of <c>campaign digest-rush</c>: many subscriptions to few categories at the same minute.</summary>
public sealed class DigestRushTests : IAsyncLifetime
{
    private const int Subscriptions = 250;

    private readonly DigestBench _bench = new();

    [Fact]
    public async Task What_arxiv_is_asked_grows_with_categories_and_not_with_subscriptions()
    {
        for (var i = 1; i <= 5; i++)
            await _bench.AnnounceAsync($"2606.0000{i}", $"Paper {i}");
        var asked = 0;
        var answer = _bench.Source.Announce;
        _bench.Source.Announce = (selection, day) =>
        {
            asked++;
            return answer(selection, day);
        };
        var now = _bench.Clock.GetUtcNow();
        for (var i = 0; i < Subscriptions; i++)
            await SubscribeAsync(i, now);

        _bench.Clock.Advance(TimeSpan.FromHours(1));
        await _bench.Get<DigestDesk>().RunAsync(DigestBench.Token);
        var attempts = await _bench.Get<DigestCourier>().RunAsync(DigestBench.Token);

        attempts.ShouldBe(Subscriptions);
        _bench.Posts.Count.ShouldBe(Subscriptions);
        asked.ShouldBe(2);
        _bench.Sentences.Asked.Count.ShouldBe(5);
    }

    public ValueTask InitializeAsync() => default;

    public ValueTask DisposeAsync() => _bench.DisposeAsync();

    private async Task SubscribeAsync(int i, DateTimeOffset now)
    {
        var due = now.AddHours(1);
        var subscription = new DigestSubscription(
            string.Create(CultureInfo.InvariantCulture, $"s{i:D3}"),
            new Place(PlaceId.Parse($"web:place-{i}")),
            new DigestSettings
            {
                Categories = i % 2 == 0 ? "cs.CL" : "cs.CL+math.PR",
                At = TimeOnly.FromTimeSpan(due.TimeOfDay),
            },
            now,
            DigestBench.Tuesday,
            due
        );
        await _bench.Get<ISubscriptionStore>().AddAsync(subscription, PersonId.Parse("web:ada"), DigestBench.Token);
    }
}
