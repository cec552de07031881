using PaperBot.Markdown.Source;

namespace PaperBot.Markdown.Splitting;

/// <summary>Reads Markdown source into pieces that are kept whole.</summary>
internal sealed class PieceReader
{
    private readonly string _text;
    private readonly PieceList _pieces;
    private readonly InlineReader _inlines;
    private readonly Dictionary<int, int> _fences;

    public PieceReader(string text, int limit, TextUnit unit)
    {
        var spans = SourceScanner.Scan(text);
        _text = text;
        _pieces = new PieceList(limit, unit);
        _inlines = new InlineReader(text, [.. spans.Where(span => span.Kind != SpanKind.Fence)]);
        _fences = spans.Where(span => span.Kind == SpanKind.Fence).ToDictionary(span => span.Start, span => span.End);
    }

    public List<Piece> Read()
    {
        for (var at = 0; at < _text.Length; )
        {
            if (_fences.TryGetValue(at, out var end))
                at = ReadFence(at, end);
            else if (TableReader.Head(_text, at) is > 0 and var head)
                at = ReadTable(at, head);
            else
                at = ReadLine(at);
        }
        return _pieces.Pieces;
    }

    private int ReadFence(int at, int end)
    {
        var opening = SourceScanner.LineAt(_text, at);
        FenceLine.TryRead(opening, out var fence);
        var mark = new string(fence.Mark, fence.Run);
        var prefix = opening[..fence.Prefix].ToString();
        var closing = Continued(prefix) + mark;
        var reopen = Continued(prefix) + opening[fence.Prefix..].ToString() + "\n";
        var lines = LinesOf(at, end);
        var isClosed = lines.Count > 1 && fence.IsClosedBy(_text.AsSpan(lines[^1].Start, lines[^1].Length));
        var last = isClosed ? lines.Count - 2 : lines.Count - 1;
        for (var i = 0; i < lines.Count; i++)
        {
            var (start, length) = lines[i];
            var line = _text.AsMemory(start, length);
            if (i == 0)
                _pieces.Add(new(line, BreakGrade.Never, "", lines.Count == 1 ? "\n" + closing : ""));
            else if (i <= last)
                _pieces.Add(new(line, i == last && isClosed ? BreakGrade.Never : BreakGrade.Line, reopen, Close(line)));
            else
                AddEnd(start, length);
        }
        return end;

        string Close(ReadOnlyMemory<char> line) => line.Span.EndsWith("\n") ? closing : "\n" + closing;
    }

    /// <summary>A line that may end a part; its line breaks are a piece of their own.</summary>
    private void AddEnd(int start, int length)
    {
        var text = _text.AsMemory(start, length);
        var bare = text.TrimEnd('\n');
        _pieces.Add(new(bare, BreakGrade.Never));
        _pieces.Add(new(text[bare.Length..], BreakGrade.Line));
    }

    private int ReadTable(int at, int headLength)
    {
        var head = _text.AsMemory(at, headLength);
        var reopen = _text.Substring(at, headLength);
        if (!_pieces.Fits(new(head, BreakGrade.Never)) || !reopen.EndsWith('\n'))
            return ReadLine(at);
        _pieces.Add(new(head, BreakGrade.Never));
        at += headLength;
        while (TableReader.IsRow(_text, at))
        {
            var row = _text.AsMemory(at, SourceScanner.LineAt(_text, at).Length);
            if (_pieces.Fits(new(row, BreakGrade.Never, reopen)))
            {
                _pieces.Add(new(row, BreakGrade.Never, reopen));
                at = ReadBreak(at + row.Length);
            }
            else
            {
                at = ReadLine(at);
            }
        }
        return at;
    }

    private int ReadLine(int at)
    {
        var line = SourceScanner.LineAt(_text, at);
        var prefix = LinePrefix.Read(line);
        var reopen = string.Concat(Enumerable.Repeat("> ", prefix.Quotes));
        var emphasis = new EmphasisRuns(line);
        var start = at;
        var cursor = at + prefix.Length;
        while (cursor < _text.Length && _text[cursor] != '\n')
        {
            var (length, grade) = _inlines.Next(cursor, emphasis.Holds(cursor - at));
            if (start == at && IsHeadingMark(_text.AsSpan(cursor, length)))
            {
                // The mark stays with the words behind it.
                cursor += length;
                continue;
            }
            var text = _text.AsMemory(start, cursor + length - start);
            _pieces.Add(new(text, grade, start == at ? "" : reopen));
            cursor += length;
            start = cursor;
        }
        _pieces.Add(new(_text.AsMemory(start, cursor - start), BreakGrade.Never));
        return ReadBreak(cursor);
    }

    /// <summary>The line break at <paramref name="at"/> with the empty lines behind it.</summary>
    private int ReadBreak(int at)
    {
        var end = at;
        for (var i = at; i < _text.Length && _text[i] is '\n' or ' ' or '\t' or '\r'; i++)
            if (_text[i] == '\n')
                end = i + 1;
        var breaks = _text.AsSpan(at, end - at).Count('\n');
        _pieces.Add(new(_text.AsMemory(at, end - at), breaks > 1 ? BreakGrade.Paragraph : BreakGrade.Line));
        return end;
    }

    private List<(int Start, int Length)> LinesOf(int at, int end)
    {
        var lines = new List<(int, int)>();
        for (var next = at; at < end; at = next)
        {
            next = Math.Min(end, SourceScanner.NextLine(_text, at));
            lines.Add((at, next - at));
        }
        return lines;
    }

    private static bool IsHeadingMark(ReadOnlySpan<char> word) => word.Trim([' ', '#']).IsEmpty;

    /// <summary>A prefix for the lines behind the first: list marks become spaces.</summary>
    private static string Continued(string prefix) =>
        string.Create(
            prefix.Length,
            prefix,
            static (to, from) =>
            {
                for (var i = 0; i < to.Length; i++)
                    to[i] = from[i] is '>' or '\t' ? from[i] : ' ';
            }
        );
}
