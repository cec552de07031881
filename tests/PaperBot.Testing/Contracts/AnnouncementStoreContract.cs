using PaperBot.Core.Papers;
using PaperBot.Testing.Time;

namespace PaperBot.Testing.Contracts;

/// <summary>What every <see cref="IAnnouncementStore"/> keeps.</summary>
public abstract class AnnouncementStoreContract
{
    private static readonly DateOnly Monday = new(2026, 1, 5);

    private readonly ManualTimeProvider _clock = new();

    /// <summary>A store without any row.</summary>
    protected abstract ValueTask<IAnnouncementStore> CreateAsync(TimeProvider time);

    private DateTimeOffset Now => _clock.GetUtcNow();

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_day_comes_back_in_arxivs_order()
    {
        var store = await CreateAsync(_clock);
        AnnouncedEntry[] entries =
        [
            new(ArxivId.Parse("2601.00009v1"), AnnounceType.New),
            new(ArxivId.Parse("2601.00002"), AnnounceType.Cross),
            new(ArxivId.Parse("hep-th/9901001v3"), AnnounceType.Replace),
            new(ArxivId.Parse("2601.00001v2"), AnnounceType.ReplaceCross),
        ];
        await store.SaveAsync(Monday, "cs.CL", entries, Now, Token);

        var found = await store.FindAsync(Monday, ["cs.CL"], Token);

        found.Keys.ShouldBe(["cs.CL"]);
        found["cs.CL"].Entries.ShouldBe(entries);
        found["cs.CL"].FetchedAt.ShouldBe(Now);
    }

    [Fact]
    public async Task A_category_never_read_is_left_out_and_an_empty_one_is_not()
    {
        var store = await CreateAsync(_clock);
        await store.SaveAsync(Monday, "math.HO", [], Now, Token);

        var found = await store.FindAsync(Monday, ["math.HO", "cs.CL", "math.HO"], Token);

        found.ShouldHaveSingleItem().Value.Entries.ShouldBeEmpty();
        (await store.FindAsync(Monday.AddDays(1), ["math.HO"], Token)).ShouldBeEmpty();
        (await store.FindAsync(Monday, [], Token)).ShouldBeEmpty();
    }

    [Fact]
    public async Task A_later_reading_only_adds()
    {
        var store = await CreateAsync(_clock);
        var first = new AnnouncedEntry(ArxivId.Parse("2601.00001v1"), AnnounceType.New);
        var late = new AnnouncedEntry(ArxivId.Parse("2601.00002v1"), AnnounceType.New);
        await store.SaveAsync(Monday, "cs.CL", [first, first], Now, Token);
        _clock.Advance(TimeSpan.FromHours(2));

        await store.SaveAsync(
            Monday,
            "cs.CL",
            [late, new(ArxivId.Parse("2601.00001v1"), AnnounceType.Cross)],
            Now,
            Token
        );

        var listing = (await store.FindAsync(Monday, ["cs.CL"], Token))["cs.CL"];
        listing.Entries.ShouldBe([first, late]);
        listing.FetchedAt.ShouldBe(Now);
        await store.SaveAsync(Monday, "cs.CL", [], Now, Token);
        (await store.FindAsync(Monday, ["cs.CL"], Token))["cs.CL"].Entries.ShouldBe([first, late]);
    }

    [Fact]
    public async Task Days_and_categories_are_apart()
    {
        var store = await CreateAsync(_clock);
        var entry = new AnnouncedEntry(ArxivId.Parse("2601.00001v1"), AnnounceType.New);
        await store.SaveAsync(Monday, "cs.CL", [entry], Now, Token);
        await store.SaveAsync(Monday, "cs.LG", [entry with { Type = AnnounceType.Cross }], Now, Token);
        await store.SaveAsync(Monday.AddDays(1), "cs.CL", [], Now, Token);

        var found = await store.FindAsync(Monday, ["cs.CL", "cs.LG"], Token);

        found["cs.CL"].Entries.ShouldBe([entry]);
        found["cs.LG"].Entries.ShouldHaveSingleItem().Type.ShouldBe(AnnounceType.Cross);
    }

    [Fact]
    public async Task The_latest_day_is_that_of_any_category()
    {
        var store = await CreateAsync(_clock);
        (await store.LatestDayAsync(Token)).ShouldBeNull();
        await store.SaveAsync(Monday, "cs.CL", [], Now, Token);
        await store.SaveAsync(new DateOnly(2025, 12, 31), "cs.LG", [], Now, Token);

        (await store.LatestDayAsync(Token)).ShouldBe(Monday);
    }

    [Fact]
    public async Task Two_readers_of_a_day_make_one_list()
    {
        var store = await CreateAsync(TimeProvider.System);
        var entries = Enumerable
            .Range(1, 200)
            .Select(i => new AnnouncedEntry(ArxivId.Parse($"2601.{i:D5}"), AnnounceType.New))
            .ToList();

        await Task.WhenAll(
            Enumerable
                .Range(0, 4)
                .Select(_ => Task.Run(() => store.SaveAsync(Monday, "cs.CL", entries, Now, Token), Token))
        );

        (await store.FindAsync(Monday, ["cs.CL"], Token))["cs.CL"].Entries.ShouldBe(entries);
    }
}
