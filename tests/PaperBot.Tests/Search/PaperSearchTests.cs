using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging.Abstractions;
using PaperBot.Core.Articles;
using PaperBot.Core.Papers;
using PaperBot.Core.Search;
using PaperBot.Search;
using PaperBot.Search.Feeding;
using PaperBot.Tests.Storage;

namespace PaperBot.Tests.Search;

public sealed class PaperSearchTests : IAsyncDisposable
{
    private readonly SqliteHome _home = new();
    private IndexFeeds? _feeds;

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_stored_paper_is_found_by_the_next_search_with_its_passage()
    {
        var (store, search) = await StartAsync();
        (await search.PapersAsync(new("attention"), Token)).Value.Hits.ShouldBeEmpty();

        await store.SaveAsync(
            [Paper("1706.03762", "Attention Is All You Need", "It rests on attention alone.")],
            Token
        );
        var hit = (await search.PapersAsync(new("atention"), Token)).Value;

        hit.Hits.ShouldHaveSingleItem().Paper.Paper.Id.Paper.ShouldBe("1706.03762");
        hit.Hits[0].Passage!.Text.ShouldBe("It rests on attention alone.");
        hit.ReadAs.ShouldBe("attention");
    }

    [Fact]
    public async Task A_new_version_takes_the_place_of_the_old_one()
    {
        var (store, search) = await StartAsync();
        await store.SaveAsync([Paper("1706.03762", "First title", "", 1)], Token);
        (await search.PapersAsync(new("first"), Token)).Value.Total.ShouldBe(1);

        await store.SaveAsync([Paper("1706.03762", "Second title", "", 2)], Token);

        (await search.PapersAsync(new("first"), Token)).Value.Total.ShouldBe(0);
        (await search.PapersAsync(new("second"), Token)).Value.Total.ShouldBe(1);
    }

    [Fact]
    public async Task A_rebuilt_index_holds_the_same()
    {
        var (store, search) = await StartAsync();
        await store.SaveAsync(
            [.. Enumerable.Range(1, 450).Select(i => Paper($"2401.{i:D5}", $"Paper number{i}", "common"))],
            Token
        );
        (await search.PapersAsync(new("number449"), Token)).Value.Total.ShouldBe(1);

        (await _feeds!.RebuildAsync(Token)).Papers.ShouldBe(450);

        (await search.PapersAsync(new("number449"), Token)).Value.Total.ShouldBe(1);
    }

    [Theory]
    [InlineData("")]
    [InlineData("!?。，")]
    [InlineData("😀")]
    [InlineData("\"\"")]
    public async Task A_question_without_a_word_gets_one_sentence(string typed)
    {
        var (_, search) = await StartAsync();

        (await search.PapersAsync(new(typed), Token)).Error.Message.Key.ShouldBe("error.search.words");
    }

    [Theory]
    [InlineData("\"OR\" AND NEAR(a b) * ^ {title}: x")]
    [InlineData("title:attention NOT (")]
    [InlineData("'; DROP TABLE documents; --")]
    [InlineData("atten\0tion \u0001 tag:\0")]
    [InlineData("-attention")]
    [InlineData("注意力 attention внимание 注意 \ud800")]
    public async Task Hostile_questions_get_a_page_or_one_sentence(string typed)
    {
        var (store, search) = await StartAsync();
        await store.SaveAsync([Paper("1706.03762", "Attention Is All You Need", "")], Token);

        foreach (var text in (string[])[typed, string.Concat(Enumerable.Repeat(typed, 10_000 / typed.Length + 1))])
        {
            var found = await search.PapersAsync(new(text), Token);
            (found.IsOk || found.Error.Message.Key == "error.search.words").ShouldBeTrue();
        }
    }

    private async Task<(IPaperStore, ITextSearch)> StartAsync()
    {
        var services = await _home.StartAsync(TimeProvider.System);
        var changes = services.GetRequiredService<IPaperChanges>();
        var articles = new ListedArticles();
        _feeds = new(changes, articles, services.GetRequiredService<DerivedFiles>(), TimeProvider.System);
        var search = new TextSearch(_feeds, articles, changes, NullLogger<TextSearch>.Instance);
        return (services.GetRequiredService<IPaperStore>(), search);
    }

    private static StoredPaper Paper(string id, string title, string text, int version = 1) =>
        new(
            new Paper
            {
                Id = ArxivId.Parse(id),
                Version = version,
                Title = title,
                Abstract = text,
                Authors = [],
            },
            PaperOrigin.Api,
            DateTimeOffset.UnixEpoch
        );

    public ValueTask DisposeAsync()
    {
        _feeds?.Dispose();
        return _home.DisposeAsync();
    }
}
