using PaperBot.Core.Texts;
using PaperBot.Markdown;
using PaperBot.Markdown.Html;

namespace PaperBot.Tests.Markdown;

public sealed class HtmlDialectTests
{
    private static readonly HtmlDialect Dialect = new();

    [Theory]
    [InlineData("a $x_1*y*$ b", "<p>a <span class=\"math\" data-display=\"false\">x_1*y*</span> b</p>")]
    [InlineData(@"\(a\|b\)", "<p><span class=\"math\" data-display=\"false\">a\\|b</span></p>")]
    [InlineData("$$\na\n= b\n$$", "<p><span class=\"math\" data-display=\"true\">a\n= b</span></p>")]
    [InlineData(
        "> $$\n> a\n> = b\n> $$",
        "<blockquote>\n<p><span class=\"math\" data-display=\"true\">a\n= b</span></p>\n</blockquote>"
    )]
    [InlineData("**$a<b$**", "<p><strong><span class=\"math\" data-display=\"false\">a&lt;b</span></strong></p>")]
    [InlineData("$5 and $10", "<p>$5 and $10</p>")]
    [InlineData("`$x$` and ``$y`z$``", "<p><code>$x$</code> and <code>$y`z$</code></p>")]
    [InlineData(
        "```tex\n$x$\n$$\ny\n$$\n```",
        "<pre tabindex=\"0\" data-language=\"tex\"><code>$x$\n$$\ny\n$$\n</code></pre>"
    )]
    [InlineData("    $x$ \\(y\\)", "<pre tabindex=\"0\"><code>$x$ \\(y\\)\n</code></pre>")]
    [InlineData(
        "[a](https://x.org/$b$c)",
        "<p><a href=\"https://x.org/$b$c\" rel=\"noopener noreferrer\" target=\"_blank\">a</a></p>"
    )]
    public void Formulas_survive_Markdown_and_code_survives_formulas(string markdown, string html) =>
        Render(markdown).ShouldBe(html);

    [Fact]
    public void A_formula_with_bars_stays_in_its_table_cell()
    {
        var html = Render("| a | b |\n| - | -: |\n| $|x|$ | 1 |\n");

        html.ShouldContain("<td><span class=\"math\" data-display=\"false\">|x|</span></td>");
        html.ShouldContain("<td class=\"right\">1</td>");
        html.ShouldStartWith("<div class=\"table\" role=\"group\" tabindex=\"0\"><table>");
    }

    [Theory]
    [InlineData("[a](javascript:alert(1))", "<p>a</p>")]
    [InlineData("[a](data:text/html,x)", "<p>a</p>")]
    [InlineData("[a](//x.org)", "<p>a</p>")]
    [InlineData("[a](/path)", "<p>a</p>")]
    [InlineData("<javascript:alert(1)>", "<p>javascript:alert(1)</p>")]
    [InlineData("<script>alert(1)</script>", "<p>&lt;script&gt;alert(1)&lt;/script&gt;</p>")]
    [InlineData("<b onclick=x>a</b>", "<p>&lt;b onclick=x&gt;a&lt;/b&gt;</p>")]
    [InlineData("# a", "<h3>a</h3>")]
    [InlineData("##### a", "<h6>a</h6>")]
    [InlineData("https://x.org", "<p>https://x.org</p>")]
    public void Nothing_but_plain_elements_and_safe_links_comes_out(string markdown, string html) =>
        Render(markdown).ShouldBe(html);

    [Theory]
    [InlineData("[a](https://x.org \"t\")", "a")]
    [InlineData("![a](https://x.org)", "a")]
    [InlineData("[![a](https://y.org)](https://x.org)", "a")]
    public void Links_and_pictures_are_links(string markdown, string text) =>
        Render(markdown)
            .ShouldBe($"<p><a href=\"https://x.org\" rel=\"noopener noreferrer\" target=\"_blank\">{text}</a></p>");

    [Fact]
    public void Moments_are_worded_in_the_zone_and_language_of_the_reader()
    {
        var zone = TimeZoneInfo.FindSystemTimeZoneById("Asia/Shanghai");

        Render("at <time:1764000000>")
            .ShouldBe("<p>at <time datetime=\"2025-11-24T16:00:00Z\">24 Nov 2025, 16:00 UTC</time></p>");
        Render("于<time:1764000000>", new Reader(Locale.Chinese, zone))
            .ShouldBe("<p>于<time datetime=\"2025-11-24T16:00:00Z\">2025年11月25日 00:00 UTC+8</time></p>");
    }

    [Fact]
    public void A_title_is_plain_but_for_its_formulas() =>
        HtmlDialect
            .RenderPlain("On *stars* <b> & $a<b$")
            .ShouldBe("On *stars* &lt;b&gt; &amp; <span class=\"math\" data-display=\"false\">a&lt;b</span>");

    [Theory]
    [InlineData('[')]
    [InlineData('>')]
    [InlineData('*')]
    [InlineData('`')]
    [InlineData('(')]
    [InlineData('$')]
    [InlineData('|')]
    public void Ten_thousand_of_anything_nest_no_deeper_than_can_be_rendered(char c)
    {
        var text = new string(c, 10_000);

        Render(text + "x").Length.ShouldBeGreaterThan(0);
        Render(string.Concat(Enumerable.Repeat(c + " ", 10_000)) + "x").ShouldContain("x");
        Render(string.Concat(Enumerable.Repeat(c + "\n", 10_000)) + "x").ShouldContain("x");
    }

    [Fact]
    public void Deep_lists_and_quotations_lose_no_text()
    {
        var html = Render(string.Concat(Enumerable.Range(0, 200).Select(i => new string(' ', 2 * i) + "- word\n")));

        html.Split("word").Length.ShouldBe(201);
    }

    [Fact]
    public void A_text_longer_than_the_cap_is_cut_and_says_so()
    {
        var text = new string('a', ParsedMarkdown.LongestText);

        Render(text).ShouldBe($"<p>{text}</p>");
        Render(text + "b").ShouldBe($"<p>{text}…</p>");
    }

    [Fact]
    public void Noncharacters_cannot_forge_a_formula()
    {
        Render("$x$ \uFDD0\uFDD2\uFDD1 \uFDD0\uFDE1\uFDD1")
            .ShouldBe(
                "<p><span class=\"math\" data-display=\"false\">x</span> \uFFFD\uFFFD\uFFFD \uFFFD\uFFFD\uFFFD</p>"
            );
    }

    private static string Render(string markdown, Reader? reader = null) =>
        Dialect.Render(ParsedMarkdown.Parse(markdown), reader ?? Reader.Default).TrimEnd('\n');
}
