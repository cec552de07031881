using System.Globalization;
using System.Text;
using PaperBot.Core.Papers;
using PaperBot.Core.Texts;

namespace PaperBot.Core.Documents;

/// <summary>
/// How the place of a passage is written: <c>[§3.2, p. 5]</c>. Only this code writes it, never a model. It says what
/// is known: section number, else the section's title; the page where the text came from a PDF.
/// </summary>
public static class Citation
{
    private const int LongestTitle = 40;

    /// <summary>The place without brackets, plain text: <c>§3.2, p. 5</c>, <c>Methods, p. 2</c>, <c>Abstract</c>.</summary>
    /// <param name="document">The document that the passage belongs to.</param>
    /// <param name="passage">The passage.</param>
    /// <param name="mark">What tells one document from another (<c>1706.03762v5</c>); null: there is only one.</param>
    public static string Place(PaperDocument document, Passage passage, string? mark = null)
    {
        ArgumentNullException.ThrowIfNull(document);
        ArgumentNullException.ThrowIfNull(passage);
        var parts = new List<string>(3);
        if (mark is not null)
            parts.Add(mark);
        if (Section(document.SectionOf(passage), passage.Kind) is { Length: > 0 } section)
            parts.Add(section);
        if (passage.Page is { } page)
            parts.Add(string.Create(CultureInfo.InvariantCulture, $"p. {page}"));
        return parts.Count == 0 ? "text" : string.Join(", ", parts);
    }

    /// <summary>The citation in Markdown, in brackets, a link where the place has an address.</summary>
    public static string Markdown(PaperDocument document, Passage passage, IPaperLinks links, string? mark = null)
    {
        var place = MarkdownText.Escape(Place(document, passage, mark), keepMath: false);
        return Address(document, passage, links) is { } address
            ? $"[&#91;{place}&#93;](<{address.AbsoluteUri}>)"
            : $"&#91;{place}&#93;";
    }

    /// <summary>Where a reader finds the passage; null for an upload and for a sample.</summary>
    public static Uri? Address(PaperDocument document, Passage passage, IPaperLinks links)
    {
        ArgumentNullException.ThrowIfNull(document);
        ArgumentNullException.ThrowIfNull(passage);
        ArgumentNullException.ThrowIfNull(links);
        if (document.Paper is not { } paper)
            return null;
        var fragment = document.Origin switch
        {
            DocumentOrigin.ArxivHtml => passage.Anchor ?? document.SectionOf(passage).Anchor,
            DocumentOrigin.ArxivPdf when passage.Page is { } page => string.Create(
                CultureInfo.InvariantCulture,
                $"page={page}"
            ),
            _ => null,
        };
        return document.Origin switch
        {
            DocumentOrigin.ArxivHtml => WithFragment(links.Html(paper), fragment),
            DocumentOrigin.ArxivPdf => WithFragment(links.Pdf(paper), fragment),
            _ => null,
        };
    }

    private static string Section(DocumentSection section, PassageKind kind)
    {
        if (kind == PassageKind.Abstract)
            return "Abstract";
        if (section.Number is { } number)
            return "§" + number;
        var title = new StringBuilder(LongestTitle);
        foreach (var rune in section.Title.EnumerateRunes())
            if (title.Length < LongestTitle)
                title.Append(rune is { Value: '[' or ']' or '$' } ? " " : rune.ToString());
        return title.ToString().Trim() + (section.Title.Length > LongestTitle ? "…" : "");
    }

    private static Uri WithFragment(Uri address, string? fragment) =>
        fragment is null ? address : new UriBuilder(address) { Fragment = fragment }.Uri;
}
