using Microsoft.Extensions.DependencyInjection;
using PaperBot.Core.Papers;
using PaperBot.Storage.Engines;
using PaperBot.Testing.Time;

namespace PaperBot.Tests.Storage;

/// <summary>The change sequence that a full-text index follows.</summary>
public abstract class PaperChangeTests
{
    private readonly ManualTimeProvider _clock = new();

    protected abstract StorageHome Home { get; }

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Every_changed_row_gets_a_new_number_and_a_fresher_reading_none()
    {
        var process = await Home.StartAsync(_clock);
        var store = process.GetRequiredService<IPaperStore>();
        await store.SaveAsync([Stored(1, 1), Stored(2, 1)], Token);
        var first = await ReadAsync(process, 0);
        first.Select(row => row.Paper).ShouldBe(["2101.00001", "2101.00002"], ignoreOrder: true);
        first.Select(row => row.Change).ShouldBeUnique();
        var seen = first.Max(row => row.Change);

        _clock.Advance(TimeSpan.FromDays(1));
        await store.SaveAsync([Stored(1, 1), Stored(2, 1)], Token);
        await store.FindAsync([ArxivId.Parse("2101.00001")], Token);
        await store.RecentAsync(5, Token);
        (await ReadAsync(process, seen)).ShouldBeEmpty();

        await store.SaveAsync([Stored(1, 1), Stored(2, 1, "Another title")], Token);
        (await ReadAsync(process, seen)).ShouldHaveSingleItem().Paper.ShouldBe("2101.00002");
    }

    [Fact]
    public async Task A_version_that_is_no_longer_the_latest_is_a_change_too()
    {
        var process = await Home.StartAsync(_clock);
        var store = process.GetRequiredService<IPaperStore>();
        await store.SaveAsync([Stored(1, 1)], Token);
        var seen = (await ReadAsync(process, 0)).Max(row => row.Change);

        await store.SaveAsync([Stored(1, 2)], Token);

        (await ReadAsync(process, seen)).Select(row => (row.Version, row.Latest)).Order().ShouldBe([(1, 0), (2, 1)]);
    }

    [Fact]
    public async Task Who_follows_the_numbers_misses_nothing_while_many_write()
    {
        var process = await Home.StartAsync(TimeProvider.System);
        var other = Home.Open();
        const int Papers = 120;
        var writing = Task.WhenAll(
            Enumerable
                .Range(1, Papers)
                .Select(number =>
                    Task.Run(
                        () =>
                            (number % 2 == 0 ? process : other)
                                .GetRequiredService<IPaperStore>()
                                .SaveAsync([Stored(number, 1)], Token),
                        Token
                    )
                )
        );

        var seen = new HashSet<string>();
        long watermark = 0;
        while (seen.Count < Papers)
        {
            var done = writing.IsCompleted;
            var news = await ReadAsync(process, watermark);
            seen.UnionWith(news.Select(row => row.Paper));
            if (news.Count > 0)
                watermark = news.Max(row => row.Change);
            else if (done)
                break;
        }

        await writing;
        seen.Count.ShouldBe(Papers);
    }

    private static Task<List<Row>> ReadAsync(IServiceProvider process, long after) =>
        process
            .GetRequiredService<Database>()
            .ReadAsync(
                session =>
                    session.ListAsync<Row>(
                        "SELECT paper AS Paper, version AS Version, latest AS Latest, change AS Change FROM papers "
                            + "WHERE change > @after ORDER BY change",
                        new { after }
                    ),
                Token
            );

    private StoredPaper Stored(int number, int version, string title = "A title") =>
        new(
            new Paper
            {
                Id = ArxivId.Parse($"2101.{number:D5}"),
                Version = version,
                Title = title,
                Authors = [],
            },
            PaperOrigin.Api,
            _clock.GetUtcNow()
        );

    internal sealed class Row
    {
        public string Paper { get; init; } = "";

        public int Version { get; init; }

        public int Latest { get; init; }

        public long Change { get; init; }
    }
}
