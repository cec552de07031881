using PaperBot.Core.Papers;
using PaperBot.Testing.Time;

namespace PaperBot.Testing.Contracts;

/// <summary>What every <see cref="IPaperStore"/> keeps.</summary>
public abstract class PaperStoreContract
{
    private readonly ManualTimeProvider _clock = new();

    /// <summary>A store without any row.</summary>
    protected abstract ValueTask<IPaperStore> CreateAsync(TimeProvider time);

    /// <summary>Another store over what the last one wrote.</summary>
    protected abstract ValueTask<IPaperStore> OpenAgainAsync();

    private DateTimeOffset Now => _clock.GetUtcNow();

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_record_comes_back_as_it_went_in()
    {
        var store = await CreateAsync(_clock);
        var paper = Record("1706.03762", 5) with
        {
            Title = "Attention Is All You Need: $\\alpha$ 注意力 😀 'quoted' \"%_\\\"",
            Abstract = "The dominant\nmodels",
            Authors = [new("Ashish Vaswani"), new("Erwin Schrödinger", "Universität Zürich"), new("王 \"小\" 明")],
            PrimaryCategory = "cs.CL",
            Categories = ["cs.CL", "cs.LG"],
            SubmittedAt = new DateTimeOffset(2017, 6, 12, 17, 57, 34, TimeSpan.Zero),
            UpdatedAt = new DateTimeOffset(1991, 8, 1, 0, 0, 0, TimeSpan.Zero),
            Comment = "15 pages",
            JournalReference = "NIPS 2017",
            Doi = "10.1000/x(1)2",
        };
        await store.SaveAsync([new(paper, PaperOrigin.Api, Now)], Token);

        var found = (await (await OpenAgainAsync()).FindAsync([Id("1706.03762")], Token)).ShouldHaveSingleItem();

        found.Origin.ShouldBe(PaperOrigin.Api);
        found.FetchedAt.ShouldBe(Now);
        found.Outdated.ShouldBeFalse();
        ShouldSayTheSame(found.Paper, paper);
    }

    [Fact]
    public async Task What_is_not_known_stays_unknown()
    {
        var store = await CreateAsync(_clock);
        var paper = new Paper
        {
            Id = Id("hep-th/9901001"),
            Title = "T",
            Authors = [],
        };
        await store.SaveAsync([new(paper, PaperOrigin.Feed, Now)], Token);

        var found = (await store.FindAsync([Id("hep-th/9901001")], Token)).ShouldHaveSingleItem();

        ShouldSayTheSame(found.Paper, paper);
    }

    [Fact]
    public async Task An_unknown_paper_or_version_is_left_out()
    {
        var store = await CreateAsync(_clock);
        await store.SaveAsync([Stored("1706.03762", 5)], Token);

        var found = await store.FindAsync([Id("1706.03762v4"), Id("2101.00001"), Id("1706.03762v5")], Token);

        found.ShouldHaveSingleItem().Paper.Version.ShouldBe(5);
        (await store.FindAsync([], Token)).ShouldBeEmpty();
    }

    [Fact]
    public async Task Without_a_version_the_latest_stored_one_is_found()
    {
        var store = await CreateAsync(_clock);
        await store.SaveAsync([Stored("1706.03762", 5)], Token);
        await store.SaveAsync([Stored("1706.03762", 2), Stored("1706.03762", 11)], Token);

        (await FindOneAsync(store, "1706.03762")).Paper.Version.ShouldBe(11);
        (await FindOneAsync(store, "1706.03762v2")).Paper.Version.ShouldBe(2);
        (await store.FindAsync([Id("1706.03762"), Id("1706.03762v11")], Token)).Count.ShouldBe(1);
        (await store.CountAsync(Token)).ShouldBe(1);
    }

    [Theory]
    [InlineData(PaperOrigin.Api, PaperOrigin.Feed)]
    [InlineData(PaperOrigin.Api, PaperOrigin.Sample)]
    [InlineData(PaperOrigin.Feed, PaperOrigin.Sample)]
    public async Task A_weaker_record_never_replaces_a_stronger(PaperOrigin stronger, PaperOrigin weaker)
    {
        var store = await CreateAsync(_clock);
        await store.SaveAsync([Stored("1706.03762", 5, stronger, "strong")], Token);
        _clock.Advance(TimeSpan.FromDays(1));
        await store.SaveAsync([Stored("1706.03762", 5, weaker, "weak")], Token);

        var kept = await FindOneAsync(store, "1706.03762");
        kept.Paper.Title.ShouldBe("strong");
        kept.FetchedAt.ShouldBe(Now.AddDays(-1));

        await store.SaveAsync([Stored("1706.03762", 6, weaker, "weak"), Stored("1706.03762", 6, stronger)], Token);
        (await FindOneAsync(store, "1706.03762v6")).Origin.ShouldBe(stronger);
    }

    [Fact]
    public async Task An_equal_or_stronger_record_replaces()
    {
        var store = await CreateAsync(_clock);
        await store.SaveAsync([Stored("1706.03762", 5, PaperOrigin.Feed, "old")], Token);
        _clock.Advance(TimeSpan.FromHours(1));
        await store.SaveAsync([Stored("1706.03762", 5, PaperOrigin.Feed, "new")], Token);
        (await FindOneAsync(store, "1706.03762")).Paper.Title.ShouldBe("new");

        await store.SaveAsync([Stored("1706.03762", 5, PaperOrigin.Api, "best")], Token);
        var best = await FindOneAsync(store, "1706.03762v5");
        best.Paper.Title.ShouldBe("best");
        best.Origin.ShouldBe(PaperOrigin.Api);
    }

    [Fact]
    public async Task The_same_record_read_again_is_fresher()
    {
        var store = await CreateAsync(_clock);
        await store.SaveAsync([Stored("1706.03762", 5)], Token);
        _clock.Advance(TimeSpan.FromHours(30));
        await store.SaveAsync([Stored("1706.03762", 5)], Token);

        (await FindOneAsync(store, "1706.03762")).FetchedAt.ShouldBe(Now);
    }

    [Fact]
    public async Task That_a_version_is_the_latest_is_remembered_from_when_it_was_told()
    {
        var store = await CreateAsync(_clock);
        await store.SaveAsync([Stored("1706.03762", 1)], Token);
        (await FindOneAsync(store, "1706.03762")).LatestAt.ShouldBeNull();
        var told = Now;
        await store.SaveAsync([Stored("1706.03762", 5) with { LatestAt = told }], Token);
        _clock.Advance(TimeSpan.FromHours(1));
        await store.SaveAsync([Stored("1706.03762", 5), Stored("1706.03762", 1)], Token);

        var latest = await FindOneAsync(store, "1706.03762");
        latest.LatestAt.ShouldBe(told);
        latest.FetchedAt.ShouldBe(Now);
        await store.SaveAsync([Stored("1706.03762", 5) with { LatestAt = Now }], Token);
        (await FindOneAsync(store, "1706.03762v5")).LatestAt.ShouldBe(Now);
        (await FindOneAsync(store, "1706.03762v1")).LatestAt.ShouldBeNull();
    }

    [Fact]
    public async Task A_record_of_the_interface_removes_the_sample_for_good()
    {
        var store = await CreateAsync(_clock);
        await store.SaveAsync([Stored("1706.03762", 7, PaperOrigin.Sample)], Token);
        await store.SaveAsync([Stored("1706.03762", 5)], Token);

        (await FindOneAsync(store, "1706.03762")).Origin.ShouldBe(PaperOrigin.Api);
        (await store.FindAsync([Id("1706.03762v7")], Token)).ShouldBeEmpty();

        await store.SaveAsync([Stored("1706.03762", 7, PaperOrigin.Sample)], Token);
        (await FindOneAsync(store, "1706.03762")).Origin.ShouldBe(PaperOrigin.Api);
        (await store.FindAsync([Id("1706.03762v7")], Token)).ShouldBeEmpty();
    }

    [Fact]
    public async Task A_sample_stands_for_a_paper_only_while_nothing_else_does()
    {
        var store = await CreateAsync(_clock);
        await store.SaveAsync([Stored("1706.03762", 7, PaperOrigin.Sample)], Token);
        (await FindOneAsync(store, "1706.03762")).Origin.ShouldBe(PaperOrigin.Sample);

        await store.SaveAsync([Stored("1706.03762", null, PaperOrigin.Feed)], Token);

        (await FindOneAsync(store, "1706.03762")).Origin.ShouldBe(PaperOrigin.Feed);
    }

    [Fact]
    public async Task Ten_thousand_ids_are_found_at_once()
    {
        var store = await CreateAsync(_clock);
        var ids = Enumerable.Range(1, 10_000).Select(i => $"2101.{i:D5}").ToList();
        await store.SaveAsync([.. ids.Take(1_200).Select(id => Stored(id, 1))], Token);

        var found = await store.FindAsync(
            [.. ids.Select((id, i) => i % 2 == 0 ? Id(id) : Id(id).WithVersion(1))],
            Token
        );

        found.Select(paper => paper.Paper.Id.Paper).Order().ShouldBe(ids.Take(1_200));
        (await store.CountAsync(Token)).ShouldBe(1_200);
    }

    [Fact]
    public async Task Every_word_must_be_found_in_title_authors_or_id()
    {
        var store = await CreateAsync(_clock);
        await store.SaveAsync(
            [Stored("1706.03762", 5, title: "Attention Is All You Need", author: "A. Vaswani")],
            Token
        );
        await store.SaveAsync([Stored("1409.0473", 7, title: "Neural Machine Translation", author: "Bahdanau")], Token);

        (await SearchAsync(store, "attention", "vaswani")).ShouldBe(["1706.03762"]);
        (await SearchAsync(store, "attention", "bahdanau")).ShouldBeEmpty();
        (await SearchAsync(store, "1706.0376")).ShouldBe(["1706.03762"]);
        (await SearchAsync(store, "tent")).ShouldBe(["1706.03762"]);
        (await SearchAsync(store, "need", "need")).ShouldBe(["1706.03762"]);
    }

    [Theory]
    [InlineData("Schrödinger equations", "SCHRODINGER")]
    [InlineData("Schrodinger equations", "Schrödinger")]
    [InlineData("ＧＰＴ－４ report", "gpt-4")]
    [InlineData("On the Łojasiewicz inequality", "lojasiewicz")]
    [InlineData("Straße und Øre", "STRASSE")]
    [InlineData("大语言模型综述", "语言模型")]
    [InlineData("ﬁne tuning", "fine")]
    [InlineData("100% of a_b [c]\\d", "100% of A_b")]
    public async Task Case_accents_and_width_do_not_matter(string title, string word)
    {
        var store = await CreateAsync(_clock);
        await store.SaveAsync([Stored("2101.00001", 1, title: title), Stored("2101.00002", 1, title: "other")], Token);

        (await SearchAsync(store, word)).ShouldBe(["2101.00001"]);
    }

    [Theory]
    [InlineData("%")]
    [InlineData("_")]
    [InlineData("'; DROP TABLE papers; --")]
    [InlineData("\0\uD800")]
    [InlineData("")]
    public async Task Signs_are_no_wild_cards_and_no_commands(string word)
    {
        var store = await CreateAsync(_clock);
        await store.SaveAsync([Stored("2101.00001", 1, title: "Some title")], Token);

        (await SearchAsync(store, word)).ShouldBeEmpty();
        (await store.SearchAsync([], 10, Token)).ShouldBeEmpty();
        (await store.CountAsync(Token)).ShouldBe(1);
    }

    [Fact]
    public async Task Title_matches_come_first_and_the_very_title_before_all()
    {
        var store = await CreateAsync(_clock);
        await store.SaveAsync(
            [
                Stored("2101.00001", 1, title: "Another topic", author: "Graph Networks"),
                Stored("2101.00002", 1, title: "Networks of a graph and much more besides"),
                Stored("2101.00003", 1, title: "Graph Networks in the Wild"),
                Stored("2101.00004", 1, title: "Graph Networks"),
                Stored("2101.00005", 1, title: "Subgraph networksmith"),
            ],
            Token
        );

        (await SearchAsync(store, "graph", "networks")).ShouldBe([
            "2101.00004",
            "2101.00003",
            "2101.00002",
            "2101.00005",
            "2101.00001",
        ]);
        (await store.SearchAsync(["graph"], 2, Token)).Count.ShouldBe(2);
        (await store.SearchAsync(["graph"], 0, Token)).ShouldBeEmpty();
    }

    [Fact]
    public async Task Only_latest_versions_are_searched()
    {
        var store = await CreateAsync(_clock);
        await store.SaveAsync(
            [Stored("2101.00001", 1, title: "Old name"), Stored("2101.00001", 2, title: "Fresh")],
            Token
        );

        (await SearchAsync(store, "old")).ShouldBeEmpty();
        (await store.SearchAsync(["fresh"], 9, Token)).ShouldHaveSingleItem().Paper.Version.ShouldBe(2);
    }

    [Fact]
    public async Task What_was_asked_for_last_comes_first()
    {
        var store = await CreateAsync(_clock);
        string[] ids = ["2101.00001", "2101.00002", "2101.00003", "2101.00004"];
        await store.SaveAsync([.. ids.Select(id => Stored(id, 1))], Token);
        (await store.RecentAsync(10, Token)).ShouldBeEmpty();
        foreach (var id in (string[])["2101.00003", "2101.00001", "2101.00002", "2101.00003", "2101.00009"])
        {
            await store.FindAsync([Id(id)], Token);
            _clock.Advance(TimeSpan.FromSeconds(1));
        }

        var recent = await store.RecentAsync(10, Token);

        recent.Select(paper => paper.Paper.Id.Paper).ShouldBe(["2101.00003", "2101.00002", "2101.00001"]);
        (await (await OpenAgainAsync()).RecentAsync(1, Token))
            .ShouldHaveSingleItem()
            .Paper.Id.ShouldBe(recent[0].Paper.Id);
    }

    [Fact]
    public async Task Long_lists_are_nobodys_interest()
    {
        var store = await CreateAsync(_clock);
        var ids = Enumerable.Range(1, 100).Select(i => $"2101.{i:D5}").ToList();
        await store.SaveAsync([.. ids.Select(id => Stored(id, 1))], Token);

        await store.FindAsync([.. ids.Select(Id)], Token);

        (await store.RecentAsync(10, Token)).ShouldBeEmpty();
    }

    [Fact]
    public async Task Text_that_a_database_cannot_hold_is_mended()
    {
        var store = await CreateAsync(_clock);
        await store.SaveAsync([Stored("2101.00001", 1, title: "a\0b\uD800c😀", author: "x\0y")], Token);

        var paper = (await FindOneAsync(store, "2101.00001")).Paper;

        paper.Title.ShouldBe("ab\uFFFDc😀");
        paper.Authors.ShouldHaveSingleItem().Name.ShouldBe("xy");
    }

    [Fact]
    public async Task Many_writers_at_once_lose_nothing()
    {
        var store = await CreateAsync(TimeProvider.System);
        var other = await OpenAgainAsync();

        await Task.WhenAll(
            Enumerable
                .Range(0, 40)
                .Select(i =>
                    Task.Run(
                        () =>
                            (i % 2 == 0 ? store : other).SaveAsync(
                                [.. Enumerable.Range(1, 10).Select(k => Stored($"2101.{k:D5}", i + 1))],
                                Token
                            ),
                        Token
                    )
                )
        );

        (await store.CountAsync(Token)).ShouldBe(10);
        (await FindOneAsync(store, "2101.00004")).Paper.Version.ShouldBe(40);
        var all = await store.FindAsync(
            [.. Enumerable.Range(1, 40).Select(version => Id("2101.00004").WithVersion(version))],
            Token
        );
        all.Count.ShouldBe(40);
    }

    private static void ShouldSayTheSame(Paper found, Paper paper)
    {
        found.Authors.ShouldBe(paper.Authors);
        found.Categories.ShouldBe(paper.Categories);
        (found with { Authors = paper.Authors, Categories = paper.Categories }).ShouldBe(paper);
    }

    private static async Task<StoredPaper> FindOneAsync(IPaperStore store, string id) =>
        (await store.FindAsync([Id(id)], Token)).ShouldHaveSingleItem();

    private static async Task<List<string>> SearchAsync(IPaperStore store, params string[] words) =>
        [.. (await store.SearchAsync(words, 10, Token)).Select(paper => paper.Paper.Id.Paper)];

    private static ArxivId Id(string text) => ArxivId.Parse(text);

    private static Paper Record(string id, int? version) =>
        new()
        {
            Id = Id(id),
            Version = version,
            Title = "A title",
            Authors = [new("A. Author")],
        };

    private StoredPaper Stored(
        string id,
        int? version,
        PaperOrigin origin = PaperOrigin.Api,
        string title = "A title",
        string author = "A. Author"
    ) => new(Record(id, version) with { Title = title, Authors = [new(author)] }, origin, Now);
}
