using System.Globalization;
using System.Text;

namespace PaperBot.Markdown.Splitting;

/// <summary>
/// Splits plain text into parts of a limited number of bytes whose joined text is the whole: at an empty line where there
/// is one, else at a line's end, behind 。！？, at a space, between two characters of a script without spaces; never inside
/// a character, a link or what <see cref="Keep"/> marked. What is longer than a whole part is cut between characters.
/// </summary>
public static class PlainSplitter
{
    /// <summary>The smallest limit, in bytes of UTF-8.</summary>
    public const int SmallestLimit = 64;

    // Two of Unicode's noncharacters: no text has them.
    private const char Opening = '\uFDD1';
    private const char Closing = '\uFDD2';

    /// <summary>Marks a stretch (a formula) that is not cut. The marks are gone from the parts.</summary>
    public static string Keep(string text) => text.Length == 0 ? text : $"{Opening}{Without(text)}{Closing}";

    /// <summary>The text without marks.</summary>
    public static string Without(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        return text.AsSpan().ContainsAny(Opening, Closing)
            ? string.Concat(text.Where(c => c is not (Opening or Closing)))
            : text;
    }

    /// <summary>The parts; none when there is nothing but white space.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The limit is below <see cref="SmallestLimit"/>.</exception>
    public static IReadOnlyList<string> Split(string text, int limit)
    {
        ArgumentNullException.ThrowIfNull(text);
        ArgumentOutOfRangeException.ThrowIfLessThan(limit, SmallestLimit);
        if (text.AsSpan().Trim().IsEmpty)
            return [];
        var pieces = Pieces(text, limit);
        var parts = new List<string>();
        for (var from = 0; from < pieces.Count; )
        {
            var to = End(pieces, from, limit);
            parts.Add(string.Concat(pieces[from..to].Select(piece => piece.Text)));
            from = to;
        }
        return parts;
    }

    private static int End(List<(string Text, int Size, BreakGrade Break)> pieces, int from, int limit)
    {
        var breaks = new BreakPoints(limit);
        var size = 0;
        var to = from;
        for (; to < pieces.Count && size + pieces[to].Size <= limit; to++)
        {
            size += pieces[to].Size;
            breaks.Add(to + 1, pieces[to].Break, size);
        }
        return to == pieces.Count ? to : breaks.End(from, to);
    }

    private static List<(string Text, int Size, BreakGrade Break)> Pieces(string text, int limit)
    {
        var pieces = new List<(string, int, BreakGrade)>();
        var word = new StringBuilder();
        var isKept = false;
        foreach (var element in Elements(text))
        {
            if (element is [Opening])
            {
                isKept = true;
                continue;
            }
            if (element is [Closing])
            {
                isKept = false;
                continue;
            }
            // White space belongs to what stands before it: no part is nothing but white space.
            if (!isKept && char.IsWhiteSpace(element[0]))
            {
                if (word.Length > 0)
                    Flush(BreakGrade.Never);
                AddSpace(element);
                continue;
            }
            word.Append(element);
            if (!isKept && IsWide(element))
                Flush(Ends(element) ? BreakGrade.Sentence : BreakGrade.Character);
        }
        Flush(BreakGrade.Never);
        return pieces;

        void Flush(BreakGrade grade)
        {
            if (word.Length == 0)
                return;
            var whole = word.ToString();
            word.Clear();
            foreach (var cut in Cut(whole, limit))
                pieces.Add((cut, Encoding.UTF8.GetByteCount(cut), BreakGrade.Character));
            var (last, size, _) = pieces[^1];
            pieces[^1] = (last, size, grade);
        }

        void AddSpace(string space)
        {
            var before = pieces.Count == 0 ? "" : pieces[^1].Item1;
            var grade = space.Contains('\n', StringComparison.Ordinal)
                ? before.TrimEnd(' ', '\t').EndsWith('\n')
                    ? BreakGrade.Paragraph
                    : BreakGrade.Line
                : pieces.Count > 0 && pieces[^1].Item3 >= BreakGrade.Line
                    ? pieces[^1].Item3
                    : before.Length > 0 && before[^1] is '.' or '!' or '?'
                        ? BreakGrade.Sentence
                        : BreakGrade.Space;
            var size = Encoding.UTF8.GetByteCount(space);
            if (pieces.Count > 0 && pieces[^1].Item2 + size <= limit)
                pieces[^1] = (before + space, pieces[^1].Item2 + size, grade);
            else
                pieces.Add((space, size, grade));
        }
    }

    private static IEnumerable<string> Cut(string word, int limit)
    {
        if (Encoding.UTF8.GetByteCount(word) <= limit)
        {
            yield return word;
            yield break;
        }
        var part = new StringBuilder();
        var size = 0;
        foreach (var element in Elements(word).SelectMany(element => Fitting(element, limit)))
        {
            var length = Encoding.UTF8.GetByteCount(element);
            if (size + length > limit)
            {
                yield return part.ToString();
                part.Clear();
                size = 0;
            }
            part.Append(element);
            size += length;
        }
        yield return part.ToString();
    }

    /// <summary>A character with so many marks on it that no part takes it falls into its code points.</summary>
    private static IEnumerable<string> Fitting(string element, int limit) =>
        Encoding.UTF8.GetByteCount(element) <= limit ? [element] : element.EnumerateRunes().Select(r => r.ToString());

    private static IEnumerable<string> Elements(string text)
    {
        var elements = StringInfo.GetTextElementEnumerator(text);
        while (elements.MoveNext())
            yield return elements.GetTextElement();
    }

    /// <summary>Whether a script has no spaces between its words.</summary>
    private static bool IsWide(string element) =>
        element[0] >= '\u2E80' && element[0] is not (>= '\uFF10' and <= '\uFF5A');

    private static bool Ends(string element) => element is "。" or "！" or "？" or "；";
}
