using System.Text;
using AngleSharp.Dom;
using PaperBot.Core.Articles;

namespace PaperBot.Upstreams.Blogs;

/// <summary>Writes an element as sections of blocks. One walk through the tree, bounded in depth and in what it takes.</summary>
internal sealed class BlockWriter(Uri address)
{
    private const int Deepest = 200;
    private const int MostText = 2_000_000;
    private const int MostBlocks = 20_000;

    private static readonly HashSet<string> Skipped = new(StringComparer.Ordinal)
    {
        "style",
        "noscript",
        "template",
        "iframe",
        "nav",
        "form",
        "button",
        "select",
        "svg",
        "canvas",
        "aside",
        "footer",
        "input",
        "textarea",
        "object",
        "video",
        "audio",
    };

    private static readonly HashSet<string> Breaks = new(StringComparer.Ordinal)
    {
        "p",
        "div",
        "section",
        "article",
        "header",
        "main",
        "ul",
        "ol",
        "dl",
        "dt",
        "dd",
        "table",
        "tbody",
        "thead",
        "figure",
        "hr",
        "center",
        "details",
        "summary",
        "address",
        "body",
    };

    private static readonly string[] Furniture =
    [
        "comments",
        "comment-list",
        "sidebar",
        "share",
        "sharing",
        "related",
        "post-nav",
        "breadcrumb",
        "toc",
        "pagination",
        "cookie",
        "advert",
        "copyright",
        "post-copyright",
        "reward",
        "donate",
        "tags",
        "post-tags",
        "entry-meta",
        "post-meta",
        "headerlink",
        "anchor",
        "sr-only",
        "screen-reader-text",
        "line-numbers",
        "gutter",
    ];

    private readonly List<ArticleSection> _sections = [];
    private readonly StringBuilder _inline = new();
    private List<ArticleBlock> _blocks = [];
    private string _heading = "";
    private string? _anchor;
    private int _level;
    private int _length;
    private int _count;

    /// <summary>The element's sections; headings that repeat the title are left out.</summary>
    public static IReadOnlyList<ArticleSection> Write(IElement element, Uri address, string title)
    {
        var writer = new BlockWriter(address);
        writer.Walk(element, ArticleBlockKind.Prose, 0);
        writer.EndSection();
        return Leveled([.. writer._sections.Where(s => s.Blocks.Count > 0 || s.Heading.Length > 0)], title);
    }

    private static IReadOnlyList<ArticleSection> Leveled(List<ArticleSection> sections, string title)
    {
        var at = sections.FindIndex(section => section.Heading.Length > 0 && section.Heading == title);
        if (at >= 0)
            sections[at] = sections[at] with { Heading = "", Level = 0 };
        var least = sections.Where(section => section.Heading.Length > 0).Select(s => s.Level).DefaultIfEmpty(1).Min();
        return
        [
            .. sections
                .Where(section => section.Heading.Length > 0 || section.Blocks.Count > 0)
                .Select(section =>
                    section.Heading.Length == 0 ? section : section with { Level = section.Level - least + 1 }
                ),
        ];
    }

    private void Walk(INode node, ArticleBlockKind kind, int depth)
    {
        if (depth > Deepest || _length > MostText || _count > MostBlocks)
            return;
        foreach (var child in node.ChildNodes)
        {
            if (child is IText text)
                _inline.Append(text.Data);
            else if (child is IElement element)
                Element(element, kind, depth);
        }
    }

    private void Element(IElement element, ArticleBlockKind kind, int depth)
    {
        var name = element.LocalName;
        if (MathNodes.Of(element) is { } formula)
        {
            _inline.Append(formula);
            return;
        }
        if (name == "script" || Skipped.Contains(name) || MathNodes.IsDrawing(element) || IsFurniture(element))
            return;
        switch (name)
        {
            case "br":
                _inline.Append('\n');
                return;
            case "h1" or "h2" or "h3" or "h4" or "h5" or "h6":
                Heading(element, name[1] - '0', depth);
                return;
            case "pre":
                EndBlock(kind);
                Code(element);
                return;
            case "img":
                EndBlock(kind);
                Picture(element, element.GetAttribute("alt"));
                return;
            case "figure" when element.QuerySelector("img") is { } image && element.QuerySelector("pre,table") is null:
                EndBlock(kind);
                Picture(image, element.QuerySelector("figcaption")?.TextContent ?? image.GetAttribute("alt"));
                return;
            case "tr":
                EndBlock(kind);
                Row(element, depth);
                return;
            case "code" or "tt" or "kbd":
                _inline.Append(element.TextContent);
                return;
            case "li" or "dd":
                Inner(element, kind, ArticleBlockKind.Item, depth);
                return;
            case "blockquote":
                Inner(element, kind, ArticleBlockKind.Quote, depth);
                return;
        }
        if (Breaks.Contains(name))
            Inner(element, kind, kind, depth);
        else
            Walk(element, kind, depth + 1);
    }

    private void Inner(IElement element, ArticleBlockKind before, ArticleBlockKind kind, int depth)
    {
        EndBlock(before);
        Walk(element, kind, depth + 1);
        EndBlock(kind);
    }

    private void Heading(IElement element, int level, int depth)
    {
        EndBlock(ArticleBlockKind.Prose);
        _inline.Clear();
        var anchor =
            element.Id
            ?? element.QuerySelector("[id]")?.Id
            ?? element.QuerySelector("a[name]")?.GetAttribute("name")
            ?? (
                element.PreviousElementSibling is { LocalName: "a" } mark ? mark.Id ?? mark.GetAttribute("name") : null
            );
        Walk(element, ArticleBlockKind.Prose, depth + 1);
        var text = MathText.Normalize(_inline.ToString()).TrimEnd('¶', '#', ' ');
        _inline.Clear();
        if (text.Length == 0)
            return;
        EndSection();
        (_heading, _level, _anchor) = (text, level, string.IsNullOrEmpty(anchor) ? null : anchor);
    }

    private void Code(IElement element)
    {
        var text = element.TextContent.Replace("\r\n", "\n", StringComparison.Ordinal).Trim('\n', ' ');
        if (text.Length > 0)
            Add(new(ArticleBlockKind.Code, text.Length > 50_000 ? text[..50_000] : text));
    }

    private void Picture(IElement image, string? caption)
    {
        var source = HtmlPages.Absolute(address, image.GetAttribute("data-src") ?? image.GetAttribute("src"));
        var text = MathText.Normalize(caption ?? "");
        if (source is not null && text.Length > 0)
            Add(new(ArticleBlockKind.Picture, text, source));
    }

    private void Row(IElement row, int depth)
    {
        var cells = row.Children.Where(cell => cell.LocalName is "td" or "th").ToList();
        // A table of one column is a frame around something, and so is one with a table inside.
        if (cells.Count == 1 || cells.Exists(cell => cell.QuerySelector("table,pre") is not null))
        {
            foreach (var cell in cells)
                Walk(cell, ArticleBlockKind.Prose, depth + 1);
            EndBlock(ArticleBlockKind.Prose);
            return;
        }
        var texts = new List<string>();
        foreach (var cell in cells)
        {
            Walk(cell, ArticleBlockKind.Row, depth + 1);
            texts.Add(MathText.Normalize(_inline.ToString()));
            _inline.Clear();
        }
        if (texts.Exists(text => text.Length > 0))
            Add(new(ArticleBlockKind.Row, string.Join(" | ", texts)));
    }

    private void EndBlock(ArticleBlockKind kind)
    {
        var text = MathText.Normalize(_inline.ToString());
        _inline.Clear();
        if (text.Length == 0)
            return;
        var isFormula =
            text.StartsWith("$$", StringComparison.Ordinal)
            && text.IndexOf("$$", 2, StringComparison.Ordinal) == text.Length - 2;
        Add(new(isFormula ? ArticleBlockKind.Formula : kind, text));
    }

    private void EndSection()
    {
        EndBlock(ArticleBlockKind.Prose);
        _sections.Add(new(_heading, _level, _anchor, _blocks));
        _blocks = [];
        (_heading, _level, _anchor) = ("", 0, null);
    }

    private void Add(ArticleBlock block)
    {
        _length += block.Text.Length;
        _count++;
        _blocks.Add(block);
    }

    private static bool IsFurniture(IElement element) =>
        element.GetAttribute("aria-hidden") == "true"
        || element.ClassList.Any(name => Array.IndexOf(Furniture, name.ToLowerInvariant()) >= 0)
        || (element.Id is { } id && Array.IndexOf(Furniture, id.ToLowerInvariant()) >= 0);
}
