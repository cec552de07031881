using System.Text;

namespace PaperBot.Search.Analysis;

/// <summary>
/// How terms are written in the index. FTS5's unicode61 tokeniser splits at everything that is no letter and no digit,
/// so such characters are moved into the private use area, which it holds for letters.
/// </summary>
internal static class Terms
{
    /// <summary>Before a Chinese word of the dictionary, to tell it from the same two characters side by side.</summary>
    public const char WordMark = '\uE001';

    private const int PrivateUse = 0xE000;

    public static string Encode(ReadOnlySpan<char> term)
    {
        var encoded = new StringBuilder(term.Length);
        foreach (var c in term)
            if (c <= 0x7F && !char.IsAsciiLetterOrDigit(c))
                encoded.Append((char)(PrivateUse + c));
            else
                encoded.Append(c);
        return encoded.ToString();
    }

    public static string Word(ReadOnlySpan<char> word) => string.Concat([WordMark], word);

    /// <summary>Hands a dictionary word on without making a string of it.</summary>
    public static void AddWord(ReadOnlySpan<char> word, ITermSink sink)
    {
        Span<char> marked = stackalloc char[64];
        marked[0] = WordMark;
        word = word[..Math.Min(word.Length, marked.Length - 1)];
        word.CopyTo(marked[1..]);
        sink.Add(marked[..(word.Length + 1)], TermKind.ChineseWord);
    }
}
