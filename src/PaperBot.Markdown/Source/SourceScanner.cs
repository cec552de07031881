using PaperBot.Core.Texts;

namespace PaperBot.Markdown.Source;

/// <summary>
/// Finds code and formulas in Markdown source, whichever begins first. It knows as much of CommonMark's blocks as
/// fences need; what it takes for a formula inside a block that turns out to be code is put back by the parser.
/// </summary>
internal static class SourceScanner
{
    public static IReadOnlyList<SourceSpan> Scan(string text)
    {
        var spans = new List<SourceSpan>();
        var at = 0;
        var lineStart = true;
        while (at < text.Length)
        {
            if (lineStart && FenceLine.TryRead(LineAt(text, at), out var fence))
            {
                var end = EndOfFence(text, at, fence);
                spans.Add(new(SpanKind.Fence, at, end - at));
                at = end;
                continue;
            }
            lineStart = text[at] == '\n';
            var length = text[at] switch
            {
                '`' => AddCode(text, at, spans),
                '\\' or '$' => AddFormula(text, at, spans),
                _ => 1,
            };
            lineStart |= length > 1 && text[at + length - 1] == '\n';
            at += length;
        }
        return spans;
    }

    /// <summary>The line that begins at <paramref name="at"/>, its line break left out.</summary>
    public static ReadOnlySpan<char> LineAt(string text, int at)
    {
        var rest = text.AsSpan(at);
        var end = rest.IndexOf('\n');
        return (end < 0 ? rest : rest[..end]).TrimEnd('\r');
    }

    private static int EndOfFence(string text, int at, FenceLine fence)
    {
        at = NextLine(text, at);
        while (at < text.Length)
        {
            var line = LineAt(text, at);
            if (LinePrefix.Read(line).Quotes < fence.Quotes)
                return at;
            at = NextLine(text, at);
            if (fence.IsClosedBy(line))
                return at;
        }
        return text.Length;
    }

    public static int NextLine(string text, int at)
    {
        var end = text.IndexOf('\n', at);
        return end < 0 ? text.Length : end + 1;
    }

    private static int AddCode(string text, int at, List<SourceSpan> spans)
    {
        var run = Run(text, at);
        for (var i = at + run; i < text.Length; i++)
        {
            if (text[i] == '\n' && LineAt(text, i + 1).Trim([' ', '\t', '>']).IsEmpty)
                return run;
            if (text[i] != '`')
                continue;
            var closing = Run(text, i);
            if (closing == run)
            {
                spans.Add(new(SpanKind.Code, at, i + run - at));
                return i + run - at;
            }
            i += closing - 1;
        }
        return run;
    }

    private static int AddFormula(string text, int at, List<SourceSpan> spans)
    {
        var length = MathSpan.At(text, at);
        if (length > 0)
        {
            spans.Add(new(SpanKind.Formula, at, length));
            return length;
        }
        var pair = at + 1 < text.Length && (text[at] == '\\' ? text[at + 1] != '\n' : text[at + 1] == '$');
        return pair ? 2 : 1;
    }

    private static int Run(string text, int at)
    {
        var end = at;
        while (end < text.Length && text[end] == '`')
            end++;
        return end - at;
    }
}
