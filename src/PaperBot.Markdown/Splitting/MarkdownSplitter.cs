using System.Text;

namespace PaperBot.Markdown.Splitting;

/// <summary>
/// Splits Markdown into parts of a limited size, each whole by itself: at an empty line where there is one, else at a
/// line's end, a sentence's end, a space; never inside a formula, a link, a code span, a table row or a character.
/// A fence is closed and opened again, a table's head repeated, a quotation's marks too. What is longer than a whole
/// part is cut between characters.
/// </summary>
public static class MarkdownSplitter
{
    /// <summary>The smallest limit.</summary>
    public const int SmallestLimit = 64;

    /// <summary>The parts, none empty; none at all when there is nothing but white space.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The limit is below <see cref="SmallestLimit"/>.</exception>
    public static IReadOnlyList<string> Split(string markdown, int limit, TextUnit unit)
    {
        ArgumentNullException.ThrowIfNull(markdown);
        ArgumentNullException.ThrowIfNull(unit);
        ArgumentOutOfRangeException.ThrowIfLessThan(limit, SmallestLimit);
        var text = markdown.ReplaceLineEndings("\n");
        if (unit.Measure(text) <= limit)
            return text.AsSpan().Trim().IsEmpty ? [] : [text.TrimEnd()];
        var pieces = new PieceReader(text, limit, unit).Read();
        var parts = new List<string>();
        for (var from = 0; SkipBlank(pieces, ref from); )
        {
            var to = End(pieces, from, limit, unit);
            parts.Add(Join(pieces, from, to));
            from = to;
        }
        return parts;
    }

    private static bool SkipBlank(List<Piece> pieces, ref int from)
    {
        // Indentation belongs to the line behind it: only what ends a line or stands before nothing is skipped.
        while (from < pieces.Count && pieces[from].IsBlank)
            from++;
        return from < pieces.Count;
    }

    private static int End(List<Piece> pieces, int from, int limit, TextUnit unit)
    {
        var breaks = new BreakPoints(limit);
        var size = unit.Measure(pieces[from].Reopen);
        var to = from;
        for (; to < pieces.Count; to++)
        {
            var piece = pieces[to];
            size += unit.Measure(piece.Text.Span);
            var closed = size + unit.Measure(piece.Close);
            if (closed > limit && !piece.IsBlank)
                break;
            breaks.Add(to + 1, piece.Break, size);
        }
        return to == pieces.Count ? to : breaks.End(from, to);
    }

    private static string Join(List<Piece> pieces, int from, int to)
    {
        var part = new StringBuilder(pieces[from].Reopen);
        while (to > from + 1 && pieces[to - 1].IsBlank)
            to--;
        for (var i = from; i < to; i++)
            part.Append(pieces[i].Text.Span);
        var close = pieces[to - 1].Close;
        if (close.Length == 0)
        {
            while (part.Length > 0 && char.IsWhiteSpace(part[^1]))
                part.Length--;
        }
        else
        {
            part.Append(close);
        }
        return part.ToString();
    }
}
