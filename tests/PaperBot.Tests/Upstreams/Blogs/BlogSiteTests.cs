using System.IO.Compression;
using System.Net;
using System.Text;
using PaperBot.Core.Articles;
using PaperBot.Core.Outcomes;
using PaperBot.Core.Queues;

namespace PaperBot.Tests.Upstreams.Blogs;

/// <summary>What real sites do, through the real queue and store, with a site in memory.</summary>
public sealed class BlogSiteTests : IAsyncDisposable
{
    private const string Root = "https://blog.example.org/";
    private readonly SiteStub _site = new();
    private BlogRig _rig;

    public BlogSiteTests() => _rig = new(_site);

    [Fact]
    public async Task A_page_that_breaks_off_costs_one_attempt_and_stops_nothing()
    {
        List("a", "b", "c");
        Broken("a", new IOException("The connection was reset."));
        Broken("b", new InvalidDataException("That is no gzip."));
        _site.Page(Root + "c", SiteStub.Article("C"));

        var report = await ReadAsync();

        report.Pages.ShouldBe(
            new Dictionary<PageState, int> { [PageState.Failed] = 2, [PageState.Taken] = 1 },
            ignoreOrder: true
        );
        _site.Requests[Root + "a"].ShouldBe(1);
        _site.Requests[Root + "b"].ShouldBe(1);
    }

    [Theory]
    [InlineData("text/html; charset=utf-7")]
    [InlineData("text/html; charset=nonsense")]
    [InlineData("text/html; charset=")]
    public async Task An_encoding_that_nobody_can_read_is_read_as_UTF_8(string type)
    {
        List("a", "b");
        _site.Answer(
            Root + "a",
            () =>
            {
                var page = new HttpResponseMessage(HttpStatusCode.OK)
                {
                    Content = new ByteArrayContent(Encoding.UTF8.GetBytes(SiteStub.Article("黎曼"))),
                };
                page.Content.Headers.TryAddWithoutValidation("Content-Type", type);
                return page;
            }
        );
        _site.Page(Root + "b", SiteStub.Article("B"));

        await ReadAsync();

        (await ArticleAsync("a"))!.Title.ShouldBe("黎曼");
        (await ArticleAsync("b")).ShouldNotBeNull();
    }

    [Fact]
    public async Task A_robots_file_that_has_moved_is_obeyed()
    {
        _site.Status("http://blog.example.org/robots.txt", HttpStatusCode.MovedPermanently, Root + "robots.txt");
        _site.Page(Root + "robots.txt", $"User-agent: *\nDisallow: /博客/\nSitemap: {Root}sitemap.xml", "text/plain");
        _site.Status("http://blog.example.org/", HttpStatusCode.MovedPermanently, Root);
        _site.Page(Root, "<title>B</title>");
        _site.Page(Root + "sitemap.xml", SiteStub.Sitemap(Root + "a", Root + "博客/b"), "application/xml");
        _site.Page(Root + "a", SiteStub.Article("A"));

        var report = await ReadAsync("http://blog.example.org/");

        report.Pages[PageState.Taken].ShouldBe(1);
        report.Pages[PageState.Forbidden].ShouldBe(1);
        _site.Requests.Keys.ShouldNotContain(address =>
            address.Contains("/b", StringComparison.Ordinal) && address.EndsWith("/b", StringComparison.Ordinal)
        );
    }

    [Fact]
    public async Task While_the_robots_file_fails_nothing_is_read_and_nothing_is_decided()
    {
        _site.Status(Root + "robots.txt", HttpStatusCode.InternalServerError);
        List("a");
        _site.Page(Root + "a", SiteStub.Article("A"));
        (await AddAsync()).Error.Kind.ShouldBe(ErrorKind.UpstreamDown);
        _site.Status(Root + "robots.txt", HttpStatusCode.NotFound);
        _rig.Restart();
        (await AddAsync()).IsOk.ShouldBeTrue();
        _site.Status(Root + "robots.txt", HttpStatusCode.InternalServerError);
        _rig.Restart();

        await _rig.ReadAllAsync(BlogRig.Token);

        var page = await PageAsync("a");
        page.State.ShouldBe(PageState.Failed);
        page.DueAt.ShouldNotBeNull();
        _site.Requests.Keys.ShouldNotContain(Root + "a");
    }

    [Fact]
    public async Task A_packed_sitemap_is_read()
    {
        using var packed = new MemoryStream();
        using (var gzip = new GZipStream(packed, CompressionMode.Compress, leaveOpen: true))
            gzip.Write(Encoding.UTF8.GetBytes(SiteStub.Sitemap(Root + "a")));
        _site.Page(Root + "robots.txt", $"Sitemap: {Root}map.xml.gz", "text/plain");
        _site.Bytes(Root + "map.xml.gz", packed.ToArray(), "application/x-gzip");
        _site.Page(Root, "<title>B</title>");
        _site.Page(Root + "a", SiteStub.Article("A"));

        (await ReadAsync()).Articles.ShouldBe(1);
    }

    [Fact]
    public async Task A_feed_in_an_old_encoding_that_is_served_as_a_page_is_read()
    {
        Encoding.RegisterProvider(CodePagesEncodingProvider.Instance);
        var feed =
            "\r\n<?xml version=\"1.0\" encoding=\"gb2312\"?><rss><channel><title>数学札记</title>"
            + $"<item><title>黎曼积分</title><link>{Root}a</link></item></channel></rss>\n<!-- 0.1 s -->";
        _site.Bytes(Root + "feed", Encoding.GetEncoding("gb2312").GetBytes(feed), "text/html");
        _site.Page(Root + "a", SiteStub.Article("A"));

        var report = await ReadAsync(Root + "feed");

        report.Source.Title.ShouldBe("数学札记");
        report.Articles.ShouldBe(1);
    }

    [Fact]
    public async Task An_archive_page_lists_its_articles_and_a_paged_feed_all_its_pages()
    {
        var numbers = Enumerable.Range(1, 9).ToList();
        var links = string.Concat(numbers.Select(n => $"<li><a href=\"/archives/{n}\">Article number {n}</a></li>"));
        _site.Page(
            Root + "all",
            $"<title>B</title><nav><a href=\"/about\">About this blog</a></nav><main><ul>{links}</ul></main>"
        );
        foreach (var n in numbers)
            _site.Page($"{Root}archives/{n}", SiteStub.Article($"Article number {n}"));
        const string Feed = "http://other.example.org/feed";
        _site.Page(Feed, Atom("/x1", "/feed?page=2"), "application/atom+xml");
        _site.Page(Feed + "?page=2", Atom("/x2", null), "application/atom+xml");
        foreach (var path in (string[])["x1", "x2"])
            _site.Page("http://other.example.org/" + path, SiteStub.Article(path));

        (await ReadAsync(Root + "all")).Articles.ShouldBe(9);
        (await ReadAsync(Feed)).Articles.ShouldBe(2);
    }

    [Fact]
    public async Task An_article_goes_when_its_page_is_not_there_twice()
    {
        List("a");
        _site.Page(Root + "a", SiteStub.Article("A"));
        await ReadAsync();
        _site.Status(Root + "a", HttpStatusCode.NotFound);

        await ReadAgainAsync("a");
        (await ArticleAsync("a")).ShouldNotBeNull();
        await ReadAgainAsync("a");

        (await ArticleAsync("a")).ShouldBeNull();
        (await PageAsync("a")).State.ShouldBe(PageState.Gone);
        (await _rig.Articles.ChangesAsync(0, 10, BlogRig.Token)).ShouldHaveSingleItem().Article.ShouldBeNull();
    }

    [Fact]
    public async Task An_article_stays_while_its_page_fails_and_goes_when_it_is_not_to_be_indexed()
    {
        List("a");
        _site.Page(Root + "a", SiteStub.Article("A"));
        await ReadAsync();
        foreach (var _ in Enumerable.Range(1, 7))
        {
            _site.Page(Root + "a", "<p>Back soon.</p>");
            await ReadAgainAsync("a");
        }
        (await ArticleAsync("a")).ShouldNotBeNull();
        (await PageAsync("a")).DueAt.ShouldNotBeNull();
        _site.Answer(
            Root + "a",
            () =>
                new(HttpStatusCode.OK)
                {
                    Headers = { { "X-Robots-Tag", "noarchive, noindex" } },
                    Content = new StringContent(SiteStub.Article("A"), Encoding.UTF8, "text/html"),
                }
        );

        await ReadAgainAsync("a");

        (await ArticleAsync("a")).ShouldBeNull();
        (await PageAsync("a")).State.ShouldBe(PageState.Forbidden);
    }

    [Fact]
    public async Task An_article_that_moved_is_there_once()
    {
        List("old");
        _site.Page(Root + "old", SiteStub.Article("A"));
        await ReadAsync();
        _site.Status(Root + "old", HttpStatusCode.MovedPermanently, "/new");
        _site.Page(Root + "new", SiteStub.Article("A"));

        await ReadAgainAsync("old");
        _site.Page(Root + "new", SiteStub.Article("A, corrected"));
        await ReadAgainAsync("old");

        (await _rig.Articles.CountAsync(null, BlogRig.Token)).ShouldBe(1);
        (await ArticleAsync("old"))!.Address.AbsolutePath.ShouldBe("/new");
        (await ArticleAsync("new"))!.Title.ShouldBe("A, corrected");
    }

    [Fact]
    public async Task A_page_whose_canonical_address_differs_only_in_scheme_is_no_copy()
    {
        _site.Page("http://blog.example.org/sitemap.xml", SiteStub.Sitemap("http://blog.example.org/a"), "text/xml");
        _site.Page(
            "http://blog.example.org/a",
            SiteStub.Article("A", "<link rel=canonical href=\"https://blog.example.org/a\">")
        );

        var report = await ReadAsync("http://blog.example.org/sitemap.xml");

        report.Pages.ShouldBe(new Dictionary<PageState, int> { [PageState.Taken] = 1 });
        (await ArticleAsync("a"))!.Address.Scheme.ShouldBe("https");
    }

    [Fact]
    public async Task A_refresh_reads_what_failed_at_once()
    {
        List("a", "b");
        _site.Page(Root + "a", SiteStub.Article("A"));
        _site.Status(Root + "b", HttpStatusCode.InternalServerError);
        var report = await ReadAsync();
        _site.Page(Root + "b", SiteStub.Article("B"));
        await _rig.ReadAllAsync(BlogRig.Token);
        var before = await ArticleAsync("b");

        (await _rig.Reader.RefreshAsync(report.Source.Name, BlogRig.Token)).IsOk.ShouldBeTrue();
        await _rig.ReadAllAsync(BlogRig.Token);

        before.ShouldBeNull();
        (await ArticleAsync("b")).ShouldNotBeNull().Title.ShouldBe("B");
    }

    [Fact]
    public async Task Every_page_is_looked_at_again_whatever_its_list_says()
    {
        _site.Page(
            Root + "feed",
            $"<rss><channel><item><link>{Root}a</link><pubDate>Fri, 17 May 2024 00:00:00 GMT</pubDate></item></channel></rss>",
            "application/rss+xml"
        );
        _site.Page(Root + "a", SiteStub.Article("A"));

        await ReadAsync(Root + "feed");

        (await PageAsync("a")).DueAt.ShouldNotBeNull();
    }

    [Theory]
    [InlineData(0, PageState.Taken)]
    [InlineData(-1, PageState.TooLarge)]
    public async Task A_page_of_the_greatest_length_is_read_and_a_longer_one_is_not(int room, PageState state)
    {
        var page = SiteStub.Article("A", text: new string('x', 20_000));
        await using var rig = new BlogRig(
            _site,
            ("Blogs:LargestPage", (page.Length + room).ToString(System.Globalization.CultureInfo.InvariantCulture))
        );
        List("a");
        _site.Page(Root + "a", page);

        (await rig.AddAndReadAsync(new(Root))).Pages.ShouldBe(new Dictionary<PageState, int> { [state] = 1 });
    }

    [Fact]
    public async Task So_many_pages_of_a_blog_are_read_and_no_more()
    {
        await _rig.DisposeAsync();
        _rig = new(_site, ("Blogs:MostPages", "2"));
        List("a", "b", "c");
        foreach (var path in (string[])["a", "b", "c"])
            _site.Page(Root + path, SiteStub.Article(path));

        (await ReadAsync()).Articles.ShouldBe(2);
    }

    [Fact]
    public async Task Comments_come_and_go_with_their_switch()
    {
        List("a");
        _site.Page(Root + "a", SiteStub.Article("A") + "<div id=c1 class=comment-content>A remark.</div>");
        await ReadAsync();
        (await WholeAsync("a")).Comments.ShouldBeEmpty();

        await _rig.Reader.AddAsync(new(Root), true, Caller.Job("test"), BlogRig.Token);
        await _rig.ReadAllAsync(BlogRig.Token);

        (await WholeAsync("a")).Comments.ShouldHaveSingleItem().Anchor.ShouldBe("c1");
        await _rig.Reader.AddAsync(new(Root), null, Caller.Job("test"), BlogRig.Token);
        await _rig.ReadAllAsync(BlogRig.Token);
        (await WholeAsync("a")).Comments.ShouldHaveSingleItem();

        await _rig.Reader.AddAsync(new(Root), false, Caller.Job("test"), BlogRig.Token);
        await _rig.ReadAllAsync(BlogRig.Token);

        (await WholeAsync("a")).Comments.ShouldBeEmpty();
    }

    private void List(params string[] paths)
    {
        _site.Page(Root, "<title>B</title>");
        _site.Page(Root + "sitemap.xml", SiteStub.Sitemap([.. paths.Select(path => Root + path)]), "application/xml");
    }

    private void Broken(string path, Exception failure) =>
        _site.Answer(
            Root + path,
            () => new(HttpStatusCode.OK) { Content = new StreamContent(new BrokenStream(failure)) }
        );

    private static string Atom(string entry, string? next) =>
        $"<feed xmlns=\"http://www.w3.org/2005/Atom\">{(next is null ? "" : $"<link rel=\"next\" href=\"{next}\"/>")}<entry><link href=\"{entry}\"/></entry></feed>";

    private Task<Outcome<BlogAdded>> AddAsync() =>
        _rig.Reader.AddAsync(new(Root), false, Caller.Job("test", Urgency.Interactive), BlogRig.Token);

    private Task<BlogReport> ReadAsync(string address = Root) => _rig.AddAndReadAsync(new(address));

    private async Task ReadAgainAsync(string path)
    {
        var page = await PageAsync(path);
        await _rig.Blogs.SettleAsync(page with { DueAt = page.ReadAt }, null, BlogRig.Token);
        await _rig.ReadAllAsync(BlogRig.Token);
    }

    private async Task<BlogPage> PageAsync(string path)
    {
        var source = (await _rig.Blogs.SourcesAsync(BlogRig.Token)).ShouldHaveSingleItem();
        return (await _rig.Blogs.FindAsync(source.Name, new(Root + path), BlogRig.Token))!;
    }

    private Task<ArticleHead?> ArticleAsync(string path) =>
        _rig.Articles.FindAsync(new Uri(Root + path), BlogRig.Token);

    private async Task<Article> WholeAsync(string path) =>
        (await _rig.Articles.FindAsync([(await ArticleAsync(path))!.Id], BlogRig.Token))[0];

    public async ValueTask DisposeAsync() => await _rig.DisposeAsync();
}
