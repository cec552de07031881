using System.Text;
using PaperBot.Core.Articles;
using PaperBot.Upstreams.Blogs;

namespace PaperBot.Tests.Upstreams.Blogs;

public sealed class ArticleReaderTests
{
    private static readonly Uri Address = new("https://blog.example.org/a");
    private static readonly DateTimeOffset Now = new(2026, 1, 1, 0, 0, 0, TimeSpan.Zero);

    private const string Filler =
        "<p>A paragraph that is long enough to be taken for an article's text and not for a menu, with words and words.</p>";

    [Theory]
    [InlineData("<p>Let \\(x\\) be.</p>", "Let $x$ be.")]
    [InlineData("<p>Let $x < y$ be.</p>", "Let $x < y$ be.")]
    [InlineData("<p>\\[x\\]</p>", "$$x$$")]
    [InlineData("<p>\\begin{equation}x=1\\end{equation}</p>", "$$\\begin{equation}x=1\\end{equation}$$")]
    [InlineData("<script type=\"math/tex; mode=display\">x</script>", "$$x$$")]
    [InlineData("<p>a <script type=\"math/tex\">x</script></p>", "a $x$")]
    [InlineData(
        "<p><span class=\"katex\"><span class=\"katex-mathml\"><math><annotation encoding=\"application/x-tex\">x^2</annotation></math></span><span class=\"katex-html\">x2</span></span></p>",
        "$x^2$"
    )]
    [InlineData("<p><img class=\"latex\" alt=\"\\alpha\" src=\"/l.png\"> is</p>", "$\\alpha$ is")]
    [InlineData("<p>It costs $5 and $10.</p>", "It costs $5 and $10.")]
    public void Formulas_are_kept_however_they_are_written(string html, string text) =>
        Read($"<article><h1>T</h1>{html}{Filler}{Filler}</article>")!.Sections[0].Blocks[0].Text.ShouldBe(text);

    [Fact]
    public void The_text_is_found_without_a_known_container()
    {
        var article = Read(
            $"<div id=menu><ul>{string.Concat(Enumerable.Repeat("<li><a href=/x>An entry of the menu that is long</a></li>", 20))}</ul></div><div class=weird><h1>Title here</h1>{Filler}{Filler}{Filler}</div><div>© footer</div>"
        );

        article!.Title.ShouldBe("Title here");
        article.Sections.ShouldHaveSingleItem().Blocks.Count.ShouldBe(3);
    }

    [Fact]
    public void A_page_in_an_old_chinese_encoding_is_read()
    {
        Encoding.RegisterProvider(CodePagesEncodingProvider.Instance);
        var html =
            $"<html><head><meta charset=gb2312></head><body><article><h1>黎曼积分</h1><p>勒贝格积分比黎曼积分更强。</p>{Filler}{Filler}</article></body></html>";
        var body = Encoding.GetEncoding("gb2312").GetBytes(html);

        Read(new PageAnswer(200, body))!.Title.ShouldBe("黎曼积分");
    }

    [Fact]
    public void A_date_in_the_future_is_not_believed()
    {
        var article = Read(
            $"<meta property=\"article:published_time\" content=\"2099-01-01\"><article><h1>T</h1>{Filler}{Filler}</article>"
        );

        article!.PublishedAt.ShouldBeNull();
    }

    [Fact]
    public void Json_of_the_page_tells_author_date_and_tags()
    {
        var article = Read(
            $$"""
            <script type="application/ld+json">{"@graph":[{"@type":"BlogPosting","author":{"name":"Ada"},
            "datePublished":"2024-05-01","keywords":"a, b"}]}</script><article><h1>T</h1>{{Filler}}{{Filler}}</article>
            """
        );

        article!.Authors.ShouldBe(["Ada"]);
        article.PublishedAt!.Value.Year.ShouldBe(2024);
        article.Tags.ShouldBe(["a", "b"]);
    }

    [Theory]
    [InlineData("")]
    [InlineData("<p>Short.</p>")]
    [InlineData("\0\u0001<<<>>>&&&")]
    public void What_is_no_article_is_none(string html) => Read(html).ShouldBeNull();

    [Fact]
    public void A_page_that_is_nested_without_end_stops_nothing() =>
        Should.NotThrow(() => Read(string.Concat(Enumerable.Repeat("<div>", 5_000)) + Filler));

    private static Article? Read(string html) => Read(new PageAnswer(200, Encoding.UTF8.GetBytes(html)));

    private static Article? Read(PageAnswer answer) =>
        ArticleReader.Of(answer, new("blog", Address), new("blog", "B", Address, BlogOrigin.Added), Now);
}
