using System.Text;
using System.Text.RegularExpressions;
using PaperBot.Core.Documents;

namespace PaperBot.Upstreams.Documents;

/// <summary>
/// Puts a PDF's pages together: paragraphs that run over columns and pages are joined, headings open sections,
/// captions and references are told from running text, and each sentence keeps the page on which it begins.
/// </summary>
internal sealed partial class PdfReader
{
    private const int Milliseconds = 5_000;

    private readonly DocumentBuilder _builder = new();
    private readonly PdfHeading _headings = new();
    private readonly StringBuilder _text = new();
    private readonly List<(int At, int Page)> _pages = [];
    private PassageKind _kind = PassageKind.Body;
    private bool _caption;

    private readonly PdfMarks _marks;
    private int _page;

    private PdfReader(PdfMarks marks) => _marks = marks;

    /// <summary>What the builder was given, and the title: what is set largest, else the first lines.</summary>
    public static (string Title, DocumentBuilder Builder) Read(IReadOnlyList<string> pages, PdfMarks? marks = null)
    {
        var reader = new PdfReader(marks ?? PdfMarks.None);
        var blocks = PdfPage.Blocks(pages);
        for (var page = 0; page < blocks.Count; page++)
            foreach (var block in blocks[page])
                reader.Block(block, page + 1);
        reader.Close();
        var first = blocks.SelectMany(page => page).FirstOrDefault();
        var title = reader._marks.Title ?? (first is null ? "" : PdfPage.Join(first.Take(2)));
        return (title, reader._builder);
    }

    private void Block(string[] lines, int page)
    {
        _page = page;
        var from = 0;
        if (Heading(lines, ref from))
            Close();
        if (from >= lines.Length)
            return;
        var isCaption = Caption().IsMatch(lines[from]);
        // A paragraph goes on behind a figure or over a page: what was open ended in the middle of a sentence.
        if (_text.Length > 0 && (isCaption || _caption || EndsSentence() || _kind == PassageKind.Reference))
            Close();
        _caption = isCaption;
        if (_kind == PassageKind.Reference)
        {
            foreach (var line in lines.Skip(from))
            {
                if (_text.Length > 0 && Entry().IsMatch(line))
                    Close();
                Append([line], page);
            }
            Close();
            return;
        }
        var start = from;
        for (var i = from; i < lines.Length; i++)
        {
            // A heading inside a block, when the text follows without an empty line.
            var next = i;
            if (i > start && Heading(lines, ref next, i))
            {
                var section = _pendingSection!;
                _pendingSection = null;
                Append(lines[start..i], page);
                Close();
                Open(section);
                start = i = next;
                i--;
            }
        }
        Append(lines[start..], page);
        if (_caption)
            Close();
    }

    private DocumentSection? _pendingSection;

    private bool Heading(string[] lines, ref int from)
    {
        if (!Heading(lines, ref from, 0))
            return false;
        Close();
        Open(_pendingSection!);
        _pendingSection = null;
        return true;
    }

    private bool Heading(string[] lines, ref int from, int at)
    {
        // With text below it in one block, "1. Label: …" is more likely an item of a list.
        var line = _marks.NumberOf(_page, lines[at]) is { } number ? $"{number} {lines[at]}" : lines[at];
        var isMarked = _marks.Has(_page, line);
        if (_headings.Read(line, lines.Length == 1 || isMarked, _marks.HasNumbers && !isMarked) is not { } section)
            return false;
        _pendingSection = section;
        from = at + 1;
        return true;
    }

    private void Open(DocumentSection section)
    {
        var name = section.Title.ToUpperInvariant();
        _kind = name switch
        {
            "ABSTRACT" or "摘要" => PassageKind.Abstract,
            "REFERENCES" or "BIBLIOGRAPHY" or "参考文献" => PassageKind.Reference,
            _ => PassageKind.Body,
        };
        _builder.Add(section);
    }

    private void Append(IEnumerable<string> lines, int page)
    {
        var text = PdfPage.Join(lines);
        if (text.Length == 0)
            return;
        if (_text.Length > 0)
        {
            if (_text[^1] == '-' && char.IsLower(text[0]))
                _text.Length--;
            else
                _text.Append(' ');
        }
        if (_pages.Count == 0 || _pages[^1].Page != page)
            _pages.Add((_text.Length, page));
        _text.Append(text);
    }

    private bool EndsSentence() => _text[^1] is '.' or '!' or '?' or ':' or '。' or '！' or '？' or ')' or ']' or '”';

    private void Close()
    {
        if (_text.Length > 0)
            _builder.Add(
                new DocumentPart(_caption && _kind == PassageKind.Body ? PassageKind.Caption : _kind, _text.ToString())
                {
                    Pages = [.. _pages],
                }
            );
        _text.Clear();
        _pages.Clear();
    }

    [GeneratedRegex(
        @"^(?:Fig(?:ure|\.)|Table|Algorithm|图|表)\s*\d+",
        RegexOptions.CultureInvariant | RegexOptions.IgnoreCase,
        Milliseconds
    )]
    private static partial Regex Caption();

    [GeneratedRegex(@"^(?:\[[^\]]{1,20}\]|\d{1,3}\.\s)", RegexOptions.CultureInvariant, Milliseconds)]
    private static partial Regex Entry();
}
