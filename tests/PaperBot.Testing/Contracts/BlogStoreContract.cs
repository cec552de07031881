using PaperBot.Core.Articles;
using PaperBot.Testing.Articles;
using PaperBot.Testing.Time;

namespace PaperBot.Testing.Contracts;

/// <summary>What every <see cref="IBlogStore"/> keeps.</summary>
public abstract class BlogStoreContract
{
    private static readonly Uri Page = new("https://blog.example.org/a");
    private readonly ManualTimeProvider _clock = new();

    /// <summary>A store without any row, with the articles beside it.</summary>
    protected abstract ValueTask<(IBlogStore Blogs, IArticleStore Articles)> CreateAsync(TimeProvider time);

    private DateTimeOffset Now => _clock.GetUtcNow();

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_source_comes_back_as_it_went_in()
    {
        var (blogs, _) = await CreateAsync(_clock);
        var source = new BlogSource("blog", "博客", new Uri("https://blog.example.org/feed"), BlogOrigin.Added)
        {
            Paused = true,
            Comments = true,
            AddedAt = Now,
            FirstReadAt = Now,
            ReadAt = Now,
            DueAt = Now,
            Trouble = PageState.Failed,
            TroubleReason = "500",
        };
        await blogs.SaveAsync(source with { Title = "old" }, Token);
        await blogs.SaveAsync(source, Token);

        (await blogs.SourcesAsync(Token)).ShouldHaveSingleItem().ShouldBe(source);
    }

    [Fact]
    public async Task A_listed_page_is_new_once_and_due_again_when_the_list_says_that_it_changed()
    {
        var (blogs, _) = await CreateAsync(_clock);
        var page = new BlogPage("blog", Page)
        {
            DueAt = Now,
            ListedAt = Now.AddDays(-9),
            Hint = new() { Title = "T" },
        };
        (await blogs.ListedAsync([page], 10, Token)).ShouldBe(1);
        (await blogs.ListedAsync([page], 10, Token)).ShouldBe(0);
        (await blogs.DueAsync("blog", Now, 10, Token)).ShouldHaveSingleItem().Hint.Title.ShouldBe("T");
        await blogs.SettleAsync(page with { State = PageState.NoArticle, ReadAt = Now, DueAt = null }, null, Token);
        (await blogs.DueAsync("blog", Now, 10, Token)).ShouldBeEmpty();

        await blogs.ListedAsync([page], 10, Token);
        (await blogs.DueAsync("blog", Now, 10, Token)).ShouldBeEmpty();

        await blogs.ListedAsync([page with { ListedAt = Now.AddDays(-1) }], 10, Token);
        (await blogs.DueAsync("blog", Now, 10, Token)).ShouldHaveSingleItem().State.ShouldBe(PageState.NoArticle);
    }

    [Fact]
    public async Task A_page_and_its_article_are_settled_together_and_the_page_leads_there()
    {
        var (blogs, articles) = await CreateAsync(_clock);
        var article = SomeArticles.At("real");
        var page = new BlogPage("blog", Page)
        {
            State = PageState.Duplicate,
            Article = article.Id,
            ETag = "\"x\"",
            LastModified = "yesterday",
            ReadAt = Now,
        };

        await blogs.SettleAsync(page, article, Token);
        await blogs.SettleAsync(page, article, Token);

        (await articles.CountAsync(null, Token)).ShouldBe(1);
        (await articles.FindAsync(Page, Token))!.Id.ShouldBe(article.Id);
        var found = await blogs.FindAsync("blog", Page, Token);
        found!.ETag.ShouldBe("\"x\"");
        found.LastModified.ShouldBe("yesterday");
    }

    [Fact]
    public async Task Of_a_source_there_are_so_many_pages_and_no_more()
    {
        var (blogs, _) = await CreateAsync(_clock);
        var pages = Enumerable.Range(1, 3).Select(n => new BlogPage("blog", new Uri(Page, $"{n}")) { DueAt = Now });

        (await blogs.ListedAsync([.. pages.Take(2)], 2, Token)).ShouldBe(2);
        (await blogs.ListedAsync([.. pages], 2, Token)).ShouldBe(0);

        (await blogs.DueAsync("blog", Now, 10, Token)).Count.ShouldBe(2);
    }

    [Fact]
    public async Task An_article_goes_with_its_page_unless_another_page_has_it_too()
    {
        var (blogs, articles) = await CreateAsync(_clock);
        var article = SomeArticles.At("real");
        var page = new BlogPage("blog", Page) { State = PageState.Taken, Article = article.Id };
        var other = new BlogPage("blog", new Uri(Page, "b")) { State = PageState.Taken, Article = article.Id };
        var gone = new BlogPage("blog", Page) { State = PageState.Gone };
        await blogs.SettleAsync(page, article, Token);
        await blogs.SettleAsync(other, article, Token);

        await blogs.SettleAsync(gone, null, Token);
        (await articles.CountAsync(null, Token)).ShouldBe(1);
        await blogs.SettleAsync(gone with { Address = other.Address }, null, Token);
        (await articles.CountAsync(null, Token)).ShouldBe(0);
        await blogs.SettleAsync(page, article, Token);
        (await articles.CountAsync(null, Token)).ShouldBe(1);
    }

    [Fact]
    public async Task Pages_of_a_state_are_made_due_to_be_read_whatever_they_were()
    {
        var (blogs, _) = await CreateAsync(_clock);
        var page = new BlogPage("blog", Page)
        {
            State = PageState.Failed,
            Failures = 5,
            ETag = "x",
        };
        await blogs.SettleAsync(page, null, Token);
        await blogs.SettleAsync(page with { Address = new(Page, "b"), State = PageState.Gone }, null, Token);

        await blogs.MakeDueAsync("blog", [PageState.Failed], Now, Token);

        var due = (await blogs.DueAsync("blog", Now, 10, Token)).ShouldHaveSingleItem();
        due.Failures.ShouldBe(0);
        due.ETag.ShouldBeNull();
    }

    [Fact]
    public async Task The_report_counts_and_says_why()
    {
        var (blogs, _) = await CreateAsync(_clock);
        await blogs.SaveAsync(new("blog", "B", new Uri("https://blog.example.org/"), BlogOrigin.Added), Token);
        var article = SomeArticles.At("a");
        await blogs.SettleAsync(
            new("blog", Page)
            {
                State = PageState.Taken,
                Article = article.Id,
                ReadAt = Now,
            },
            article,
            Token
        );
        await blogs.SettleAsync(
            new("blog", new Uri(Page, "b"))
            {
                State = PageState.Failed,
                Reason = "500",
                ReadAt = Now,
            },
            null,
            Token
        );
        await blogs.SettleAsync(
            new("blog", new Uri(Page, "feed")) { State = PageState.List, ReadAt = Now },
            null,
            Token
        );

        var report = await blogs.ReportAsync("blog", 5, Token);

        report!.Articles.ShouldBe(1);
        report.Pages.ShouldBe(
            new Dictionary<PageState, int> { [PageState.Taken] = 1, [PageState.Failed] = 1 },
            ignoreOrder: true
        );
        report.Examples.ShouldHaveSingleItem().Reason.ShouldBe("500");
        (await blogs.ListsAsync("blog", Token)).ShouldHaveSingleItem();
        (await blogs.ReportAsync("none", 5, Token)).ShouldBeNull();
    }

    [Fact]
    public async Task A_removed_source_takes_its_pages_and_articles_with_it()
    {
        var (blogs, articles) = await CreateAsync(_clock);
        await blogs.SaveAsync(new("blog", "B", new Uri("https://blog.example.org/"), BlogOrigin.Added), Token);
        var article = SomeArticles.At("a");
        await blogs.SettleAsync(new("blog", Page) { State = PageState.Taken, Article = article.Id }, article, Token);

        (await blogs.RemoveAsync("blog", Token)).ShouldBe(1);

        (await blogs.SourcesAsync(Token)).ShouldBeEmpty();
        (await blogs.FindAsync("blog", Page, Token)).ShouldBeNull();
        (await articles.CountAsync(null, Token)).ShouldBe(0);
    }
}
