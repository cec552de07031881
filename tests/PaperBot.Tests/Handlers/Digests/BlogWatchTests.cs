using PaperBot.Core.Articles;

namespace PaperBot.Tests.Handlers.Digests;

/// <summary>A blog's new articles by the delivery of digests.</summary>
public sealed class BlogWatchTests : IAsyncLifetime
{
    private readonly DigestBench _bench = new();

    [Fact]
    public async Task The_first_reading_announces_nothing_and_each_later_article_is_told_once()
    {
        await SourceAsync(isRead: false);
        await ArticleAsync("old");
        (await _bench.TextAsync("/blog watch kexue")).ShouldContain("New articles of **Spaces**");
        await _bench.PassAsync(TimeSpan.FromHours(1));
        await SourceAsync(isRead: true);
        await _bench.PassAsync(TimeSpan.FromHours(1));
        _bench.Posts.ShouldBeEmpty();

        await ArticleAsync("new");
        await ArticleAsync("newer");
        await _bench.PassAsync(TimeSpan.FromHours(1));

        var post = _bench.Posts.ShouldHaveSingleItem();
        post.Cards[0].Markdown.ShouldContain("**Spaces** · 2 new articles");
        post.Cards[0].Markdown.ShouldNotContain("Title of old");
        await _bench.PassAsync(TimeSpan.FromDays(1));
        _bench.Posts.ShouldHaveSingleItem();
        (await _bench.TextAsync("/digest list")).ShouldContain("no digest");
    }

    [Fact]
    public async Task What_was_there_before_somebody_watched_is_no_news_and_an_end_is_an_end()
    {
        await SourceAsync(isRead: true);
        await ArticleAsync("before");
        await _bench.SayAsync("/博客 关注 kexue");
        await _bench.SayAsync("/blog watch kexue");
        await ArticleAsync("after");
        await _bench.PassAsync(TimeSpan.FromHours(1));
        _bench.Posts.ShouldHaveSingleItem().Cards[0].Markdown.ShouldNotContain("Title of before");

        (await _bench.TextAsync("/blog unwatch kexue")).ShouldContain("not told here any more");
        await ArticleAsync("later");
        await _bench.PassAsync(TimeSpan.FromHours(1));

        _bench.Posts.ShouldHaveSingleItem();
        (await _bench.TextAsync("/blog unwatch kexue")).ShouldContain("is not watched here");
    }

    public ValueTask InitializeAsync() => default;

    public ValueTask DisposeAsync() => _bench.DisposeAsync();

    private Task SourceAsync(bool isRead) =>
        _bench
            .Get<IBlogStore>()
            .SaveAsync(
                new BlogSource("kexue", "Spaces", new Uri("https://kexue.example/"), BlogOrigin.Added)
                {
                    AddedAt = _bench.Clock.GetUtcNow(),
                    FirstReadAt = isRead ? _bench.Clock.GetUtcNow() : null,
                },
                DigestBench.Token
            );

    private async Task ArticleAsync(string name)
    {
        _bench.Clock.Advance(TimeSpan.FromMinutes(1));
        var address = new Uri("https://kexue.example/" + name);
        await _bench
            .Get<IArticleStore>()
            .SaveAsync(
                [
                    new Article
                    {
                        Id = ArticleId.Of(address),
                        Source = "kexue",
                        Address = address,
                        Title = "Title of " + name,
                        PublishedAt = _bench.Clock.GetUtcNow(),
                        FetchedAt = _bench.Clock.GetUtcNow(),
                        Language = "en",
                    },
                ],
                DigestBench.Token
            );
    }
}
