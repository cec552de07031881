using System.Text;
using AngleSharp.Dom;
using AngleSharp.Html.Parser;
using PaperBot.Core.Documents;

namespace PaperBot.Upstreams.Documents;

/// <summary>
/// Reads the HTML that arXiv makes with LaTeXML: sections by their headings, paragraphs, captions and tables,
/// references; formulas as the LaTeX in their <c>alttext</c>. Footnotes and what is no text are left out.
/// </summary>
internal sealed class ArxivHtmlReader
{
    private const int Deepest = 200;
    private readonly DocumentBuilder _builder = new();

    private ArxivHtmlReader() { }

    /// <summary>The title and what the builder was given; null when the page holds no paper.</summary>
    public static (string Title, DocumentBuilder Builder)? Read(Stream html)
    {
        using var page = new HtmlParser().ParseDocument(html);
        if (page.QuerySelector(".ltx_document") is not { } paper)
            return null;
        var reader = new ArxivHtmlReader();
        reader.Walk(paper, 0);
        var title = paper.QuerySelector(".ltx_title_document") is { } heading ? HtmlText.Of(heading) : "";
        return (title, reader._builder);
    }

    private void Walk(IElement element, int depth)
    {
        if (depth > Deepest)
            return;
        foreach (var child in element.Children)
        {
            var classes = child.ClassList;
            if (classes.Contains("ltx_abstract"))
                Add(PassageKind.Abstract, Body(child), child.Id);
            else if (classes.Contains("ltx_bibliography"))
                References(child);
            else if (classes.Contains("ltx_para") || (child.LocalName == "p" && classes.Contains("ltx_p")))
                Add(PassageKind.Body, HtmlText.Of(child), child.Id);
            else if (child.LocalName is "figure")
                Figure(child, depth);
            else if (LevelOf(classes) is { } level)
                Section(child, level, depth);
            else if (!Skipped(child))
                Walk(child, depth + 1);
        }
    }

    private void Section(IElement element, int level, int depth)
    {
        var heading = element.Children.FirstOrDefault(child => child.ClassList.Contains("ltx_title"));
        if (heading is not null)
        {
            var tag = heading.QuerySelector(".ltx_tag");
            var number = tag is null ? "" : HtmlText.Of(tag).Trim(' ', '.', ':', '§');
            if (number.StartsWith("Appendix ", StringComparison.Ordinal))
                number = number["Appendix ".Length..];
            tag?.Remove();
            _builder.Add(
                new DocumentSection(number.Length == 0 ? null : number, HtmlText.Of(heading), level, element.Id)
            );
        }
        Walk(element, depth + 1);
    }

    private void Figure(IElement figure, int depth)
    {
        var caption = figure.Children.FirstOrDefault(child => child.LocalName == "figcaption");
        var inner = figure.QuerySelectorAll("figure").Length;
        var text = new StringBuilder(caption is null ? "" : HtmlText.Of(caption));
        if (inner == 0)
            foreach (var row in figure.QuerySelectorAll("tr"))
            {
                var cells = row.Children.Select(HtmlText.Of).Where(cell => cell.Length > 0);
                text.Append(text.Length > 0 ? " " : "").AppendJoin(" | ", cells).Append(';');
            }
        Add(PassageKind.Caption, text.ToString(), figure.Id);
        if (inner > 0 && depth < Deepest)
            foreach (var part in figure.QuerySelectorAll("figure"))
                if (part.ParentElement?.Closest("figure") == figure)
                    Figure(part, depth + 1);
    }

    private void References(IElement list)
    {
        _builder.Add(new DocumentSection(null, Heading(list) ?? "References", 1, list.Id));
        foreach (var entry in list.QuerySelectorAll(".ltx_bibitem"))
            Add(PassageKind.Reference, HtmlText.Of(entry), entry.Id);
    }

    private void Add(PassageKind kind, string text, string? anchor)
    {
        if (text.Length > 0)
            _builder.Add(new DocumentPart(kind, text) { Anchor = string.IsNullOrEmpty(anchor) ? null : anchor });
    }

    private static string Body(IElement element) =>
        string.Join(' ', element.Children.Where(child => !child.ClassList.Contains("ltx_title")).Select(HtmlText.Of));

    private static string? Heading(IElement element) =>
        element.Children.FirstOrDefault(child => child.ClassList.Contains("ltx_title")) is { } heading
            ? HtmlText.Of(heading)
            : null;

    private static int? LevelOf(ITokenList classes) =>
        classes.Contains("ltx_part") ? 1
        : classes.Contains("ltx_chapter") ? 1
        : classes.Contains("ltx_section") ? 1
        : classes.Contains("ltx_appendix") ? 1
        : classes.Contains("ltx_subsection") ? 2
        : classes.Contains("ltx_subsubsection") ? 3
        : classes.Contains("ltx_paragraph") ? 4
        : null;

    private static bool Skipped(IElement element) =>
        element.LocalName is "nav" or "header" or "footer" or "script" or "style" or "math"
        || element.ClassList.Contains("ltx_title")
        || element.ClassList.Contains("ltx_authors")
        || element.ClassList.Contains("ltx_dates")
        || element.ClassList.Contains("ltx_TOC");
}
