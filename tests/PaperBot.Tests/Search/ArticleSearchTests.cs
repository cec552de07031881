using Microsoft.Extensions.Logging.Abstractions;
using PaperBot.Core.Articles;
using PaperBot.Core.Papers;
using PaperBot.Search;
using PaperBot.Search.Feeding;

namespace PaperBot.Tests.Search;

public sealed class ArticleSearchTests : IDisposable
{
    private readonly IndexFolder _folder = new();
    private readonly ListedArticles _articles = new();
    private readonly IndexFeeds _feeds;
    private readonly TextSearch _search;

    public ArticleSearchTests()
    {
        var papers = new NoPapers();
        _feeds = new(papers, _articles, new(_folder.PathOf("paperbot")), TimeProvider.System);
        _search = new(_feeds, _articles, papers, NullLogger<TextSearch>.Instance);
    }

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task An_article_is_found_at_once_with_passage_section_and_anchor()
    {
        await _articles.SaveAsync(
            [Article("a", "勒贝格积分为什么更强", "控制收敛定理说明极限与积分可以交换。")],
            Token
        );

        var hit = (await _search.ArticlesAsync(new("控制收敛定理"), Token)).Value.Hits.ShouldHaveSingleItem();

        hit.Passage!.Text.ShouldBe("控制收敛定理说明极限与积分可以交换。");
        hit.Passage.Marks.ShouldBe([new TextMark(0, 6)]);
        (hit.Passage.Section, hit.Passage.Anchor).ShouldBe(("第一节", "one"));
    }

    [Fact]
    public async Task A_removed_article_is_found_no_more()
    {
        var article = Article("a", "Entropy", "Entropy grows.");
        await _articles.SaveAsync([article], Token);
        (await _search.ArticlesAsync(new("entropy"), Token)).Value.Total.ShouldBe(1);

        _articles.Remove(article.Id);

        (await _search.ArticlesAsync(new("entropy"), Token)).Value.Total.ShouldBe(0);
    }

    [Fact]
    public async Task A_changed_article_is_found_by_its_new_text_only()
    {
        await _articles.SaveAsync([Article("a", "Entropy", "Old wording.")], Token);
        (await _search.ArticlesAsync(new("wording"), Token)).Value.Total.ShouldBe(1);

        await _articles.SaveAsync([Article("a", "Entropy", "New text.")], Token);

        (await _search.ArticlesAsync(new("wording"), Token)).Value.Total.ShouldBe(0);
        (await _search.ArticlesAsync(new("entropy"), Token)).Value.Total.ShouldBe(1);
    }

    [Fact]
    public async Task Comments_count_little_and_are_told_apart()
    {
        var commented = Article("b", "Another", "Nothing here.") with { Comments = [new("Is entropy meant?", "c7")] };
        await _articles.SaveAsync([commented, Article("a", "Physics", "About entropy.")], Token);

        var hits = (await _search.ArticlesAsync(new("entropy"), Token)).Value.Hits;

        hits[0].Article.Title.ShouldBe("Physics");
        var passage = hits.Single(hit => hit.Article.Title == "Another").Passage!;
        (passage.IsComment, passage.Anchor).ShouldBe((true, "c7"));
    }

    [Theory]
    [InlineData("lebesgue stronger than riemann", 0)]
    [InlineData("than", 1)]
    [InlineData("more than riemann", 1)]
    public async Task Words_that_tell_nothing_find_only_when_there_are_no_others(string text, int total)
    {
        await _articles.SaveAsync([Article("a", "Bayes", "More than one in four.")], Token);

        (await _search.ArticlesAsync(new(text), Token)).Value.Total.ShouldBe(total);
    }

    [Fact]
    public async Task Pages_follow_one_another()
    {
        await _articles.SaveAsync(
            [.. Enumerable.Range(0, 12).Select(i => Article($"p{i}", $"Entropy {i}", "Entropy."))],
            Token
        );

        var first = (await _search.ArticlesAsync(new("entropy"), Token)).Value;
        var last = (await _search.ArticlesAsync(new("entropy") { Skip = 10 }, Token)).Value;

        (first.Total, first.Hits.Count, last.Hits.Count).ShouldBe((12, 5, 2));
        first.Hits.Select(hit => hit.Article.Id).Intersect(last.Hits.Select(hit => hit.Article.Id)).ShouldBeEmpty();
    }

    [Fact]
    public async Task An_index_that_is_ahead_of_its_database_is_built_anew()
    {
        await _articles.SaveAsync([Article("a", "Entropy", "Text."), Article("b", "Gone", "Text.")], Token);
        (await _search.ArticlesAsync(new("gone"), Token)).Value.Total.ShouldBe(1);
        var earlier = new ListedArticles();
        await earlier.SaveAsync([Article("a", "Entropy", "Text.")], Token);
        using var feeds = new IndexFeeds(new NoPapers(), earlier, new(_folder.PathOf("paperbot")), TimeProvider.System);

        await feeds.Articles.CatchUpAsync(null, Token);

        feeds.Articles.Index.Count.ShouldBe(1);
    }

    [Fact]
    public async Task Related_articles_come_without_the_article_itself()
    {
        var article = Article("a", "Low-rank adaptation", "LoRA adapts large models by low rank matrices.");
        await _articles.SaveAsync(
            [
                article,
                Article("b", "Rank and matrices", "A matrix of low rank; adaptation of models."),
                Article("c", "Cooking", "Rice with vegetables."),
            ],
            Token
        );

        var related = await _search.RelatedAsync(article.Id, 5, Token);

        related.Select(hit => hit.Article.Title).ShouldBe(["Rank and matrices"]);
    }

    private static Article Article(string path, string title, string text)
    {
        var address = new Uri($"https://blog.example/{path}");
        return new()
        {
            Id = ArticleId.Of(address),
            Source = "blog",
            Address = address,
            Title = title,
            Sections = [new("第一节", 1, "one", [new(ArticleBlockKind.Prose, text)])],
        };
    }

    public void Dispose()
    {
        _feeds.Dispose();
        _folder.Dispose();
    }

    private sealed class NoPapers : IPaperChanges
    {
        public Task<IReadOnlyList<PaperChange>> ChangesAsync(long after, int most, CancellationToken ct) =>
            Task.FromResult<IReadOnlyList<PaperChange>>([]);

        public Task<long> LastChangeAsync(CancellationToken ct) => Task.FromResult(0L);

        public Task<IReadOnlyList<StoredPaper>> ReadAsync(IReadOnlyCollection<string> papers, CancellationToken ct) =>
            Task.FromResult<IReadOnlyList<StoredPaper>>([]);
    }
}
