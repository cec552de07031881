using System.Collections.Frozen;
using System.Globalization;
using System.Text;
using PaperBot.Core.Texts;

namespace PaperBot.Core.Documents;

/// <summary>
/// Cuts English and Chinese text into sentences. A full stop behind an abbreviation, an initial or a number, or inside
/// a formula, ends none.
/// </summary>
public static class Sentences
{
    private static readonly FrozenSet<string> Abbreviations = FrozenSet.ToFrozenSet(
        [
            "al",
            "approx",
            "ca",
            "cf",
            "chap",
            "ch",
            "dr",
            "e.g",
            "eg",
            "eq",
            "eqn",
            "eqs",
            "ed",
            "eds",
            "etc",
            "fig",
            "figs",
            "i.e",
            "ie",
            "inc",
            "jr",
            "ltd",
            "mr",
            "mrs",
            "ms",
            "no",
            "nos",
            "p",
            "pp",
            "prof",
            "ref",
            "refs",
            "resp",
            "sec",
            "sect",
            "secs",
            "sp",
            "spp",
            "st",
            "subsp",
            "suppl",
            "tab",
            "thm",
            "viz",
            "vol",
            "vols",
            "vs",
            "wrt",
            "a.k.a",
            "w.r.t",
            "i.i.d",
            "var",
            "def",
            "lem",
            "prop",
            "app",
            "alg",
            "univ",
            "dept",
        ],
        StringComparer.OrdinalIgnoreCase
    );

    /// <summary>The sentences as pieces of the text, in order, white space around them left out.</summary>
    public static IReadOnlyList<(int Start, int Length)> Cut(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        var sentences = new List<(int, int)>();
        var start = 0;
        var i = 0;
        var formula = MathSpan.Next(text, 0);
        while (i < text.Length)
        {
            if (formula.Start >= 0 && formula.Start < i)
                formula = MathSpan.Next(text, i);
            if (i == formula.Start)
            {
                i += formula.Length;
                formula = MathSpan.Next(text, i);
                continue;
            }
            var end = EndAt(text, i, start);
            i++;
            if (end < 0)
                continue;
            Take(text, start, end, sentences);
            start = i = end;
        }
        Take(text, start, text.Length, sentences);
        return sentences;
    }

    /// <summary>The sentences as texts.</summary>
    public static IReadOnlyList<string> Of(string text) =>
        [.. Cut(text).Select(piece => text.Substring(piece.Start, piece.Length))];

    /// <summary>How many words; two Chinese characters count as one.</summary>
    public static int CountWords(ReadOnlySpan<char> text)
    {
        var words = 0;
        var characters = 0;
        var inside = false;
        foreach (var c in text)
        {
            var chinese = c is >= '\u3400' and <= '\u9FFF';
            if (chinese)
                characters++;
            var word = !chinese && !char.IsWhiteSpace(c) && c is not (>= '\u3000' and <= '\u303F');
            if (word && !inside)
                words++;
            inside = word;
        }
        return words + (characters + 1) / 2;
    }

    // The index behind the sentence that ends with the character at i; -1 when none does.
    private static int EndAt(string text, int i, int start)
    {
        var c = text[i];
        if (c is '。' or '！' or '？' or '；')
            return Closed(text, i + 1);
        if (c == '\n' && i + 1 < text.Length && text[i + 1] == '\n')
            return i + 1;
        if (c is not ('.' or '!' or '?'))
            return -1;
        var end = Closed(text, i + 1);
        if (end < text.Length && !char.IsWhiteSpace(text[end]))
            return -1;
        var next = end;
        while (next < text.Length && char.IsWhiteSpace(text[next]))
            next++;
        if (next < text.Length && !Begins(text, next))
            return -1;
        return c == '.' && IsAbbreviation(text, i, start, next) ? -1 : end;
    }

    private static bool Begins(string text, int at)
    {
        Rune.DecodeFromUtf16(text.AsSpan(at), out var rune, out _);
        return !Rune.IsLower(rune) && Rune.GetUnicodeCategory(rune) is not UnicodeCategory.OtherPunctuation
            || rune.Value is '\\';
    }

    private static bool IsAbbreviation(string text, int dot, int start, int next)
    {
        var from = dot;
        while (from > start && !char.IsWhiteSpace(text[from - 1]) && text[from - 1] is not ('(' or '[' or '“' or '"'))
            from--;
        var word = text.AsSpan(from, dot - from);
        if (word.Length == 0)
            return false;
        if (word.Length == 1 && char.IsAsciiLetterUpper(word[0]))
            return next < text.Length && char.IsAsciiLetterUpper(text[next]) && from > start;
        // "3. Methods" at the beginning is a number of a list, not a sentence.
        if (from == start && word.Length <= 3 && !word.ContainsAnyExceptInRange('0', '9'))
            return true;
        if (word.ToString() is "Fig" or "Figs" or "Eq" or "Eqs" or "Sec" or "Ref" or "Refs" or "no" or "No")
            return next >= text.Length || char.IsAsciiDigit(text[next]) || text[next] is '(' or '[' or '$' or '\\';
        return Abbreviations.GetAlternateLookup<ReadOnlySpan<char>>().Contains(word);
    }

    private static int Closed(string text, int at)
    {
        while (at < text.Length && text[at] is ')' or ']' or '”' or '’' or '"' or '\'' or '」' or '』' or '）' or '》')
            at++;
        return at;
    }

    private static void Take(string text, int start, int end, List<(int, int)> sentences)
    {
        while (start < end && char.IsWhiteSpace(text[start]))
            start++;
        while (end > start && char.IsWhiteSpace(text[end - 1]))
            end--;
        if (end > start)
            sentences.Add((start, end - start));
    }
}
