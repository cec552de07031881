using System.Buffers;
using System.Globalization;
using System.Text;

namespace PaperBot.Search.Analysis;

/// <summary>
/// Text to terms, the same for documents and queries: folded and stemmed words; Chinese by dictionary words in search
/// mode, pairs and single characters; formulas and identifiers so that <c>x^2</c>, <c>\\int</c>, <c>ds^2</c>,
/// <c>C++</c> and <c>GPT-4</c> are found.
/// </summary>
internal static class Analyzer
{
    private const int LongestWord = 60;
    private const int LongestExponent = 12;

    public static void Analyze(string text, ITermSink sink)
    {
        var folded = GreekLetters.Named(Folding.Fold(Scripts.Linear(text)));
        var at = 0;
        while (at < folded.Length)
        {
            Rune.DecodeFromUtf16(folded.AsSpan(at), out var rune, out var used);
            if (Chinese.Is(rune))
                at = ChineseTerms.Read(folded, at, sink);
            else if (Chinese.IsRelated(rune))
                at = ChineseTerms.ReadPairs(folded, at, sink);
            else if (IsWordPart(rune))
                at = ReadWord(folded, at, sink);
            else if (rune.Value == '\\')
                at = ReadCommand(folded, at, sink);
            else
                at += used;
        }
    }

    private static bool IsWordPart(Rune rune) =>
        (Rune.IsLetter(rune) || Rune.GetUnicodeCategory(rune) is UnicodeCategory.DecimalDigitNumber)
        && !Chinese.Is(rune)
        && !Chinese.IsRelated(rune);

    private static int WordEnd(string text, int at)
    {
        while (
            at < text.Length
            && Rune.DecodeFromUtf16(text.AsSpan(at), out var rune, out var used) == OperationStatus.Done
        )
        {
            if (!IsWordPart(rune))
                break;
            at += used;
        }
        return at;
    }

    private static int ReadWord(string text, int start, ITermSink sink)
    {
        var end = Math.Max(WordEnd(text, start), start + 1);
        var word = text.AsSpan(start, end - start);
        // Bounded: nobody searches for a word of more than sixty letters, and a base64 blob is no word.
        if (word.Length > LongestWord)
            word = word[..LongestWord];
        AddStem(word, TermKind.Word, sink);
        if (IsPossessive(text, end))
            return end + 2;
        if (Suffix(text, end) is { Length: > 0 } suffix)
        {
            sink.Add(Terms.Encode(string.Concat(word, suffix)), TermKind.Joined);
            return end + suffix.Length;
        }
        if (word.Length <= 4 && Exponent(text, end) is { Length: > 1 } exponent)
            sink.Add(Terms.Encode(string.Concat(word, exponent)), TermKind.Joined);
        else
            AddCompound(text, start, end, sink);
        return end;
    }

    private static void AddStem(ReadOnlySpan<char> word, TermKind kind, ITermSink sink)
    {
        Span<char> stem = stackalloc char[EnglishStem.Room];
        sink.Add(stem[..EnglishStem.Write(word, stem)], kind);
    }

    private static bool IsPossessive(string text, int end) =>
        end + 1 < text.Length
        && text[end] is '\'' or '\u2019'
        && text[end + 1] == 's'
        && (end + 2 == text.Length || !char.IsLetterOrDigit(text[end + 2]));

    // GPT-4, e-mail, t-SNE: the parts are terms by themselves, and so is the whole without its hyphens.
    private static void AddCompound(string text, int start, int end, ITermSink sink)
    {
        if (start > 0 && text[start - 1] == '-' && start > 1 && char.IsLetterOrDigit(text[start - 2]))
            return;
        var whole = new StringBuilder(text, start, end - start, LongestWord);
        var at = end;
        while (at + 1 < text.Length && text[at] == '-' && WordEnd(text, at + 1) is var next && next > at + 1)
        {
            whole.Append(text, at + 1, next - at - 1);
            at = next;
        }
        if (at > end && whole.Length <= LongestWord)
            AddStem(whole.ToString(), TermKind.Joined, sink);
    }

    private static string Suffix(string text, int at)
    {
        var rest = text.AsSpan(at);
        return rest.StartsWith("++") ? "++"
            : rest.StartsWith("#") && (rest.Length == 1 || !char.IsLetterOrDigit(rest[1])) ? "#"
            : "";
    }

    // "^2", "^{n+1}" and "_{ij}" behind a symbol, without braces and spaces.
    private static string Exponent(string text, int at)
    {
        var joined = new StringBuilder();
        while (at + 1 < text.Length && text[at] is '^' or '_' && joined.Length < LongestExponent)
        {
            joined.Append(text[at]);
            if (text[at + 1] == '{')
            {
                var close = text.IndexOf('}', at);
                if (close < 0 || close - at > LongestExponent)
                    return "";
                foreach (var c in text.AsSpan(at + 2, close - at - 2))
                    if (!char.IsWhiteSpace(c))
                        joined.Append(c);
                at = close + 1;
            }
            else
            {
                var end = WordEnd(text, at + 1);
                if (end == at + 1)
                    return "";
                joined.Append(text, at + 1, end - at - 1);
                at = end;
            }
        }
        return joined.ToString();
    }

    private static int ReadCommand(string text, int start, ITermSink sink)
    {
        var end = start + 1;
        while (end < text.Length && char.IsAsciiLetterLower(text[end]) && end - start < LongestWord)
            end++;
        if (end > start + 1)
            sink.Add(Terms.Encode(text.AsSpan(start, end - start)), TermKind.Word);
        var name = text.AsSpan(start + 1, end - start - 1);
        if (GreekLetters.IsName(name))
            sink.Add(name, TermKind.Joined);
        return end;
    }
}
