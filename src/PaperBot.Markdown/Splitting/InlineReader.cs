using System.Globalization;
using System.Text;
using PaperBot.Markdown.Source;

namespace PaperBot.Markdown.Splitting;

/// <summary>Finds, inside a line, the next stretch that is kept whole.</summary>
internal sealed class InlineReader(string text, IReadOnlyList<SourceSpan> spans)
{
    private const string WordEnds = " \t\n`$\\[<!&";
    private const string SentenceEnds = ".!?";
    private const string WideSentenceEnds = "。！？…";
    private const string WideClosers = "，。！？、；：）】」』》”’…";
    private const int LongestEntity = 32;

    private readonly Dictionary<int, int> _spanEnds = spans.ToDictionary(span => span.Start, span => span.End);

    /// <summary>The stretch that begins at <paramref name="at"/>, which is not a line break.</summary>
    public (int Length, BreakGrade Break) Next(int at, bool inEmphasis)
    {
        if (_spanEnds.TryGetValue(at, out var end))
            return (end - at, Behind(end, inEmphasis));
        var c = text[at];
        if (c is ' ' or '\t')
            return (Spaces(at), inEmphasis ? BreakGrade.Emphasis : AfterWord(at));
        var whole = c switch
        {
            '[' => LinkReader.Link(text, at, _spanEnds),
            '!' when at + 1 < text.Length && text[at + 1] == '[' => 1 + LinkReader.Link(text, at + 1, _spanEnds),
            '<' => LinkReader.Autolink(text, at),
            'h' => LinkReader.Address(text, at),
            '&' => Entity(at),
            '\\' when at + 1 < text.Length && char.IsAscii(text[at + 1]) && text[at + 1] != '\n' => 2,
            _ => 0,
        };
        if (whole > 1)
            return (whole, Behind(at + whole, inEmphasis));
        if (IsWide(at))
            return Wide(at, inEmphasis);
        var length = Word(at);
        return (length, Behind(at + length, inEmphasis));
    }

    private (int Length, BreakGrade Break) Wide(int at, bool inEmphasis)
    {
        var length = StringInfo.GetNextTextElementLength(text.AsSpan(at));
        var end = at + length;
        if (inEmphasis || end >= text.Length || WideClosers.Contains(text[end], StringComparison.Ordinal))
            return (length, BreakGrade.Never);
        var last = text[at];
        var ends = WideClosers.Contains(last, StringComparison.Ordinal) && EndsSentence(at);
        return (length, ends ? BreakGrade.Sentence : BreakGrade.Character);
    }

    /// <summary>True when a run of closing marks up to here holds the end of a sentence: 。” or ！）.</summary>
    private bool EndsSentence(int at)
    {
        while (at >= 0 && WideClosers.Contains(text[at], StringComparison.Ordinal))
        {
            if (WideSentenceEnds.Contains(text[at], StringComparison.Ordinal))
                return true;
            at--;
        }
        return false;
    }

    private BreakGrade Behind(int end, bool inEmphasis) =>
        !inEmphasis && end < text.Length && IsWide(end) && !WideClosers.Contains(text[end], StringComparison.Ordinal)
            ? BreakGrade.Character
            : BreakGrade.Never;

    private BreakGrade AfterWord(int space)
    {
        var at = space - 1;
        while (at > 0 && text[at] is ')' or '"' or '\'' or '”' or '’' or '*' or '_')
            at--;
        return at > 0 && SentenceEnds.Contains(text[at], StringComparison.Ordinal)
            ? BreakGrade.Sentence
            : BreakGrade.Space;
    }

    private int Spaces(int at)
    {
        var end = at;
        while (end < text.Length && text[end] is ' ' or '\t')
            end++;
        return end - at;
    }

    private int Word(int at)
    {
        var end = at + StringInfo.GetNextTextElementLength(text.AsSpan(at));
        while (end < text.Length && !WordEnds.Contains(text[end], StringComparison.Ordinal) && !IsWide(end))
            end += StringInfo.GetNextTextElementLength(text.AsSpan(end));
        return end - at;
    }

    private int Entity(int at)
    {
        var rest = text.AsSpan(at, Math.Min(LongestEntity, text.Length - at));
        var end = rest.IndexOf(';');
        return end > 1 && rest[1..end].IndexOfAny(" \n\t&") < 0 ? end + 1 : 0;
    }

    /// <summary>Letters of scripts without spaces, and their punctuation.</summary>
    private bool IsWide(int at)
    {
        if (text[at] < '\u1100')
            return false;
        if (!Rune.TryGetRuneAt(text, at, out var rune))
            return false;
        return Rune.GetUnicodeCategory(rune) is UnicodeCategory.OtherLetter or UnicodeCategory.OtherPunctuation
            || rune.Value is >= 0x2018 and <= 0x201D or >= 0x3000 and <= 0x303F or >= 0xFF00 and <= 0xFFEF;
    }
}
