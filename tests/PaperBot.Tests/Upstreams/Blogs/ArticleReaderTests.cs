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

    [Theory]
    [InlineData("<table><tr><td>a<td>")]
    [InlineData("<div><h1><div>")]
    [InlineData("<ul><li>")]
    [InlineData("<blockquote>")]
    [InlineData("<b><p>")]
    [InlineData("<span>")]
    [InlineData("<math>")]
    public void Whatever_a_page_nests_the_process_lives(string nested) =>
        Should.NotThrow(() => Read(Filler + string.Concat(Enumerable.Repeat(nested, 20_000)) + Filler));

    [Theory]
    [InlineData("<div>", "</div>", Nesting.Deepest, false)]
    [InlineData("<div>", "</div>", Nesting.Deepest + 1, true)]
    [InlineData("<p>", "", 10_000, false)]
    [InlineData("<svg><path/><use/></svg>", "", 10_000, false)]
    [InlineData("<b>x</b><p>", "", 10_000, false)]
    [InlineData("<br><img src=x>", "", 10_000, false)]
    [InlineData("<script>'<div>'", "</script>", 10_000, false)]
    [InlineData("<!-- <div>", "-->", 10_000, false)]
    public void A_page_of_the_greatest_depth_is_read_and_a_deeper_one_is_not(
        string open,
        string close,
        int times,
        bool isTooDeep
    )
    {
        var nested = string.Concat(Enumerable.Repeat(open, times)) + string.Concat(Enumerable.Repeat(close, times));
        var flat = string.Concat(Enumerable.Repeat(open + close, times));

        Nesting.IsTooDeep(open is "<script>'<div>'" or "<!-- <div>" ? flat : nested).ShouldBe(isTooDeep);
        Nesting.IsTooDeep(flat).ShouldBeFalse();
    }

    [Fact]
    public void Formatting_that_is_never_closed_does_not_fill_the_memory()
    {
        var open = string.Concat(Enumerable.Range(1, 500).Select(n => $"<b id={n}>"));

        Read(open + string.Concat(Enumerable.Repeat("<p>x", 100_000)) + Filler).ShouldBeNull();
        Read("<h1>T</h1><b>" + string.Concat(Enumerable.Repeat(Filler, 1_000))).ShouldNotBeNull();
    }

    [Fact]
    public void Many_environments_take_no_long_time()
    {
        var environments = string.Concat(Enumerable.Repeat("\\begin{a}x\\end{a} $ ", 40_000));

        Read($"<article><h1>T</h1><p>{environments}</p>{Filler}</article>").ShouldNotBeNull();
    }

    [Fact]
    public void A_heading_with_the_blogs_name_is_no_title()
    {
        var article = Read(
            $"<title>On x | My Blog</title><h1><a href=\"/\">My Blog</a></h1><h2 class=entry-title>On x</h2><div class=entry-content>{Filler}{Filler}</div>"
        );

        article!.Title.ShouldBe("On x");
    }

    [Fact]
    public void A_table_in_a_table_is_read_once()
    {
        var article = Read(
            $"<article><h1>T</h1>{Filler}{Filler}<table><tr><td><table><tr><td>one</td><td>two</td></tr></table></td><td>three</td></tr></table></article>"
        );

        article!.Sections[0].Blocks.Skip(2).Select(block => block.Text).ShouldBe(["one | two", "three"]);
    }

    private static Article? Read(string html) => Read(new PageAnswer(200, Encoding.UTF8.GetBytes(html)));

    private static Article? Read(PageAnswer answer) =>
        ArticleReader.Of(answer, new("blog", Address), new("blog", "B", Address, BlogOrigin.Added), Now);
}
