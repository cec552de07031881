using System.Text.Json;
using PaperBot.Core.Articles;
using PaperBot.Testing.Articles;
using PaperBot.Testing.Time;

namespace PaperBot.Testing.Contracts;

/// <summary>What every <see cref="IArticleStore"/> keeps.</summary>
public abstract class ArticleStoreContract
{
    private readonly ManualTimeProvider _clock = new();

    /// <summary>A store without any row.</summary>
    protected abstract ValueTask<IArticleStore> CreateAsync(TimeProvider time);

    /// <summary>Another store over what the last one wrote.</summary>
    protected abstract ValueTask<IArticleStore> OpenAgainAsync();

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task An_article_comes_back_as_it_went_in()
    {
        var store = await CreateAsync(_clock);
        var article = SomeArticles.At("a/1", "Lebesgue's $\\int f\\,d\\mu$ 积分 😀 \"%_'") with
        {
            Authors = ["王小明", "Émile B."],
            UpdatedAt = new DateTimeOffset(2025, 1, 1, 0, 0, 0, TimeSpan.Zero),
            Tags = ["积分", "Analysis"],
            Categories = ["Mathematics"],
            Previous = new Uri("https://blog.example.org/a/0"),
            Next = new Uri("https://blog.example.org/a/2"),
            Summary = "On measure.",
            Sections =
            [
                new("", 0, null, [new(ArticleBlockKind.Prose, "Text $x^2$.")]),
                new(
                    "Why",
                    1,
                    "why",
                    [
                        new(ArticleBlockKind.Code, "let x =\n  1"),
                        new(ArticleBlockKind.Picture, "A step", new Uri("https://blog.example.org/s.png")),
                    ]
                ),
            ],
            Comments = [new("Well said", "c1")],
        };
        await store.SaveAsync([article], Token);

        var found = (await (await OpenAgainAsync()).FindAsync([article.Id], Token)).ShouldHaveSingleItem();

        // As text, because lists are of other types after the way through the store.
        JsonSerializer.Serialize(found).ShouldBe(JsonSerializer.Serialize(article));
        found.Id.ShouldBe(article.Id);
    }

    [Fact]
    public async Task What_says_the_same_is_no_change()
    {
        var store = await CreateAsync(_clock);
        var article = SomeArticles.At("a");
        (await store.SaveAsync([article], Token)).ShouldBe(1);
        var number = await store.LastChangeAsync(Token);

        var again = await store.SaveAsync([article with { FetchedAt = article.FetchedAt.AddDays(1) }], Token);

        again.ShouldBe(0);
        (await store.LastChangeAsync(Token)).ShouldBe(number);
    }

    [Fact]
    public async Task Changes_come_in_order_each_article_once()
    {
        var store = await CreateAsync(_clock);
        var (first, second) = (SomeArticles.At("a"), SomeArticles.At("b"));
        await store.SaveAsync([first, second], Token);
        var seen = (await store.ChangesAsync(0, 10, Token))[^1].Number;
        await store.SaveAsync([first with { Title = "Changed" }], Token);

        var all = await store.ChangesAsync(0, 10, Token);

        all.Select(change => change.Id).ShouldBe([second.Id, first.Id]);
        var news = (await store.ChangesAsync(seen, 10, Token)).ShouldHaveSingleItem();
        news.Article!.Title.ShouldBe("Changed");
        news.Number.ShouldBe(await store.LastChangeAsync(Token));
    }

    [Fact]
    public async Task A_removal_is_a_change_and_the_article_may_come_again()
    {
        var store = await CreateAsync(_clock);
        var article = SomeArticles.At("a") with { Tags = ["t"] };
        await store.SaveAsync([article, SomeArticles.At("b") with { Source = "other" }], Token);
        await store.OpenedAsync(article.Id, Token);

        (await store.RemoveAsync("blog", Token)).ShouldBe(1);

        (await store.FindAsync([article.Id], Token)).ShouldBeEmpty();
        (await store.FindAsync(article.Address, Token)).ShouldBeNull();
        (await store.CountAsync(null, Token)).ShouldBe(1);
        (await store.TagsAsync(null, 10, Token)).ShouldBeEmpty();
        (await store.PopularAsync(new(), Token)).Total.ShouldBe(0);
        (await store.ChangesAsync(0, 10, Token))[^1]
            .ShouldSatisfyAllConditions(
                change => change.Id.ShouldBe(article.Id),
                change => change.Article.ShouldBeNull()
            );
        (await store.SaveAsync([article], Token)).ShouldBe(1);
        (await store.FindAsync(article.Address, Token))!.Id.ShouldBe(article.Id);
    }

    [Theory]
    [InlineData("https://blog.example.org/a")]
    [InlineData("http://www.blog.example.org/a/?utm_source=x#part")]
    [InlineData("HTTPS://BLOG.EXAMPLE.ORG/a")]
    public async Task A_link_finds_its_article_however_it_is_written(string link)
    {
        var store = await CreateAsync(_clock);
        await store.SaveAsync([SomeArticles.At("a")], Token);

        (await store.FindAsync(new Uri(link), Token))!.Title.ShouldBe("Of measure");
        (await store.FindAsync(new Uri("https://blog.example.org/A"), Token)).ShouldBeNull();
    }

    [Fact]
    public async Task Lists_choose_by_source_and_tag_and_are_in_order()
    {
        var store = await CreateAsync(_clock);
        var (old, young, undated) = (SomeArticles.At("old"), SomeArticles.At("young"), SomeArticles.At("undated"));
        await store.SaveAsync(
            [
                undated with
                {
                    PublishedAt = null,
                    Tags = ["Analysis"],
                },
                old with
                {
                    PublishedAt = old.PublishedAt!.Value.AddYears(-1),
                    Categories = ["ANALYSIS"],
                },
                young with
                {
                    Source = "other",
                },
            ],
            Token
        );

        var all = await store.NewestAsync(new() { Take = 2 }, Token);
        all.Articles.Select(head => head.Id).ShouldBe([young.Id, old.Id]);
        all.Total.ShouldBe(3);
        (await store.NewestAsync(new() { Skip = 2 }, Token)).Articles.ShouldHaveSingleItem().Id.ShouldBe(undated.Id);
        (await store.NewestAsync(new() { Tag = "analysis" }, Token)).Total.ShouldBe(2);
        (await store.NewestAsync(new() { Source = "other" }, Token)).Total.ShouldBe(1);
        (await store.TagsAsync(null, 10, Token)).ShouldHaveSingleItem().Count.ShouldBe(2);
        (await store.CountAsync("other", Token)).ShouldBe(1);
        (await store.SomeAsync(new(), 0.999, Token))!.Id.ShouldBe(undated.Id);
        (await store.SomeAsync(new() { Tag = "none" }, 0, Token)).ShouldBeNull();
    }

    [Fact]
    public async Task The_most_opened_come_first()
    {
        var store = await CreateAsync(_clock);
        var (one, two) = (SomeArticles.At("a"), SomeArticles.At("b"));
        await store.SaveAsync([one, two, SomeArticles.At("c")], Token);
        await store.OpenedAsync(one.Id, Token);
        await store.OpenedAsync(two.Id, Token);
        await store.OpenedAsync(two.Id, Token);

        var page = await store.PopularAsync(new(), Token);

        page.Articles.Select(head => head.Id).ShouldBe([two.Id, one.Id]);
    }
}
