using System.Text;
using PaperBot.Core.Documents;
using PaperBot.Core.Papers;
using PaperBot.Upstreams.Documents;

namespace PaperBot.Tests.Upstreams.Documents;

public sealed class ArxivHtmlReaderTests
{
    private const string Page = """
        <html><body><nav>menu</nav><article class="ltx_document">
        <h1 class="ltx_title ltx_title_document">On <math alttext="x^{2}"><mi>x</mi></math></h1>
        <div class="ltx_abstract"><h6 class="ltx_title">Abstract</h6><p class="ltx_p">We show it.</p></div>
        <section id="S1" class="ltx_section"><h2 class="ltx_title"><span class="ltx_tag">1 </span>Start</h2>
        <div id="S1.p1" class="ltx_para"><p class="ltx_p">Let <math alttext="a&lt;b"><mi>a</mi></math> cost 5$
        <span class="ltx_note">a footnote</span>today.</p></div></section>
        <section id="S2" class="ltx_section"><h2 class="ltx_title"><span class="ltx_tag">2 </span>More</h2>
        <section id="S2.SS1" class="ltx_subsection"><h3 class="ltx_title"><span class="ltx_tag">2.1 </span>Deep</h3>
        <div id="S2.SS1.p1" class="ltx_para"><p class="ltx_p">It holds that</p>
        <table class="ltx_equation"><tr><td><math alttext="E=mc" display="block"></math></td>
        <td class="ltx_eqn_eqno">(1)</td></tr></table><p class="ltx_p">in all cases.</p></div></section></section>
        <figure id="T1"><figcaption>Table 1: Numbers.</figcaption><table><tr><td>a</td><td>1</td></tr></table></figure>
        <section id="bib" class="ltx_bibliography"><h2 class="ltx_title">References</h2>
        <ul><li id="bib.bib1" class="ltx_bibitem">Nobody. A book.</li></ul></section>
        </article></body></html>
        """;

    [Fact]
    public void Sections_formulas_captions_and_references_are_told_apart()
    {
        var document = Read(Page);

        document.Title.ShouldBe("On $x^{2}$");
        document
            .Passages.Select(p => (p.Kind, document.SectionOf(p).Number, p.Anchor, p.Text))
            .ShouldBe([
                (PassageKind.Abstract, null, null, "We show it."),
                (PassageKind.Body, "1", "S1.p1", "Let $a<b$ cost 5\\$ today."),
                (PassageKind.Body, "2.1", "S2.SS1.p1", "It holds that $$E=mc$$ in all cases."),
                (PassageKind.Caption, "2.1", "T1", "Table 1: Numbers. a | 1;"),
                (PassageKind.Reference, null, "bib.bib1", "Nobody. A book."),
            ]);
    }

    [Fact]
    public void A_page_that_is_no_paper_is_none()
    {
        using var stream = new MemoryStream("<html><body>captcha</body></html>"u8.ToArray());

        ArxivHtmlReader.Read(stream).ShouldBeNull();
    }

    [Fact]
    public void A_page_without_end_of_depth_ends()
    {
        var deep = string.Concat(Enumerable.Repeat("<div>", 5_000));

        var document = Read(
            $"<article class=\"ltx_document\"><p class=\"ltx_p\">Text.</p>{deep}<p class=\"ltx_p\">Lost."
        );

        document.Passages.Select(p => p.Text).ShouldBe(["Text."]);
    }

    private static PaperDocument Read(string page)
    {
        using var stream = new MemoryStream(Encoding.UTF8.GetBytes(page));
        var (title, builder) = ArxivHtmlReader.Read(stream).ShouldNotBeNull();
        return builder
            .Build(DocumentId.Of(ArxivId.Parse("2601.00001v1")), DocumentOrigin.ArxivHtml, title, default)
            .ShouldNotBeNull();
    }
}
