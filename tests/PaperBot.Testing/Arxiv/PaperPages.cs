using System.Globalization;
using System.Net;
using System.Text;
using PaperBot.Core.Papers;

namespace PaperBot.Testing.Arxiv;

/// <summary>Abstract, HTML and PDF pages of a paper.</summary>
internal sealed class PaperPages(ArxivCorpus corpus)
{
    /// <summary>The abstract page, with the meta elements that citation tools read.</summary>
    public (int Status, string Body) Abstract(string id)
    {
        if (!Find(id, out var paper, out _))
            return NotFound;
        var title = WebUtility.HtmlEncode(paper.Title);
        var authors = paper.Authors.Select(a =>
            $"<meta name=\"citation_author\" content=\"{WebUtility.HtmlEncode(a.Name)}\"/>"
        );
        return (
            200,
            $"""
            <!DOCTYPE html><html><head><title>[{paper.Id}] {title}</title>
            <meta name="citation_title" content="{title}"/>{string.Concat(authors)}
            <meta name="citation_arxiv_id" content="{paper.Id}"/></head>
            <body><h1 class="title mathjax">{title}</h1>
            <blockquote class="abstract mathjax">{WebUtility.HtmlEncode(paper.Abstract)}</blockquote></body></html>
            """
        );
    }

    /// <summary>The HTML version: sections, formulas, a caption and a reference, as LaTeXML builds them.</summary>
    public (int Status, string Body) Html(string id)
    {
        if (!Find(id, out var paper, out _))
            return NotFound;
        var title = WebUtility.HtmlEncode(paper.Title);
        var text = WebUtility.HtmlEncode(paper.Abstract);
        return (
            200,
            $"""
            <!DOCTYPE html><html><body><article class="ltx_document">
            <h1 class="ltx_title ltx_title_document">{title}</h1>
            <div class="ltx_abstract"><h6 class="ltx_title ltx_title_abstract">Abstract</h6>
            <p class="ltx_p">{text}</p></div>
            <section id="S1" class="ltx_section"><h2 class="ltx_title ltx_title_section"><span
              class="ltx_tag ltx_tag_section">1 </span>Introduction</h2>
            <div id="S1.p1" class="ltx_para"><p class="ltx_p">{text}</p></div></section>
            <section id="S2" class="ltx_section"><h2 class="ltx_title ltx_title_section"><span
              class="ltx_tag ltx_tag_section">2 </span>Method</h2>
            <section id="S2.SS1" class="ltx_subsection"><h3 class="ltx_title ltx_title_subsection"><span
              class="ltx_tag ltx_tag_subsection">2.1 </span>Training</h3>
            <div id="S2.SS1.p1" class="ltx_para"><p class="ltx_p">We train with a learning rate of
            <math alttext="\eta=10^-3" display="inline"><mi>η</mi></math> for {paper.Id.Paper.Length} epochs.</p>
            <table class="ltx_equation"><tr><td><math alttext="E=mc^2" display="block"><mi>E</mi></math></td>
            <td class="ltx_eqn_eqno">(1)</td></tr></table></div></section></section>
            <figure id="S2.F1" class="ltx_figure"><figcaption class="ltx_caption"><span class="ltx_tag">Figure 1:
            </span>The loss over time.</figcaption></figure>
            <section id="bib" class="ltx_bibliography"><h2 class="ltx_title">References</h2><ul><li id="bib.bib1"
              class="ltx_bibitem"><span class="ltx_bibblock">A. Nobody. An invented paper.</span></li></ul></section>
            </article></body></html>
            """
        );
    }

    /// <summary>A PDF of one page with the title on it; null when there is no such paper.</summary>
    public byte[]? Pdf(string id)
    {
        if (!Find(id.EndsWith(".pdf", StringComparison.Ordinal) ? id[..^4] : id, out var paper, out _))
            return null;
        var title = string.Concat(paper.Title.Where(c => c is >= ' ' and <= '~' and not ('(' or ')' or '\\')));
        var content = $"BT /F1 12 Tf 72 720 Td ({title}) Tj ET";
        string[] objects =
        [
            "<< /Type /Catalog /Pages 2 0 R >>",
            "<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
            "<< /Type /Page /Parent 2 0 R /MediaBox [0 0 612 792] /Contents 4 0 R "
                + "/Resources << /Font << /F1 5 0 R >> >> >>",
            $"<< /Length {content.Length} >>\nstream\n{content}\nendstream",
            "<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>",
        ];
        var pdf = new StringBuilder("%PDF-1.4\n");
        var places = new List<int>();
        for (var i = 0; i < objects.Length; i++)
        {
            places.Add(pdf.Length);
            pdf.Append(CultureInfo.InvariantCulture, $"{i + 1} 0 obj\n{objects[i]}\nendobj\n");
        }

        var table = pdf.Length;
        pdf.Append(CultureInfo.InvariantCulture, $"xref\n0 {objects.Length + 1}\n0000000000 65535 f \n");
        foreach (var place in places)
            pdf.Append(CultureInfo.InvariantCulture, $"{place:0000000000} 00000 n \n");
        pdf.Append(
            CultureInfo.InvariantCulture,
            $"trailer << /Size {objects.Length + 1} /Root 1 0 R >>\nstartxref\n{table}\n%%EOF\n"
        );
        return Encoding.ASCII.GetBytes(pdf.ToString());
    }

    private static (int Status, string Body) NotFound => (404, "<html><body>No such paper</body></html>");

    private bool Find(string text, out SimulatedPaper paper, out int version)
    {
        paper = null!;
        version = 0;
        if (!ArxivId.TryParse(text, out var id) || corpus.Find(id) is not { } found || id.Version > found.Versions)
            return false;
        paper = found;
        version = id.Version ?? found.Versions;
        return true;
    }
}
