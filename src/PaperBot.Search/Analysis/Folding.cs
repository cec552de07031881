using System.Globalization;
using System.Text;

namespace PaperBot.Search.Analysis;

/// <summary>
/// Makes texts that a person holds for the same the same: full and half width (NFKC), case, accents, and traditional
/// and simplified characters.
/// </summary>
internal static class Folding
{
    // A full-width letter is so far behind its half-width one.
    private const int Width = 0xFEE0;

    /// <summary>The folded text. It may be longer or shorter than the original.</summary>
    public static string Fold(string text)
    {
        if (Ascii.IsValid(text))
            return text.ToLowerInvariant();
        return FoldSimple(text) ?? FoldAny(text);
    }

    // What Chinese and English text is made of nearly always: character by character. Null where there is more.
    private static string? FoldSimple(string text)
    {
        var folded = new StringBuilder(text.Length);
        foreach (var c in text)
        {
            if (c < 0x80)
                folded.Append(char.ToLowerInvariant(c));
            else if (c is >= Simplified.First and <= Simplified.Last && Simplified.Of(c) is not '\0' and var simple)
                folded.Append(simple);
            else if (c is >= '\uFF01' and <= '\uFF5E')
                folded.Append(char.ToLowerInvariant((char)(c - Width)));
            else if (IsHyphen(c))
                folded.Append('-');
            else if (IsAsItIs(c))
                folded.Append(c);
            else
                return null;
        }
        return folded.ToString();
    }

    // Typeset hyphens: PD\u20101 is PD-1.
    private static bool IsHyphen(char c) => c is '\u2010' or '\u2011';

    // Punctuation and small Greek letters.
    private static bool IsAsItIs(char c) =>
        c
            is (>= '\u3001' and <= '\u3011')
                or '\u2013'
                or '\u2014'
                or (>= '\u2018' and <= '\u201D')
                or (>= '\u03B1' and <= '\u03C9');

    private static string FoldAny(string text)
    {
        var decomposed = Normalized(text, NormalizationForm.FormKD);
        var folded = new StringBuilder(decomposed.Length);
        foreach (var rune in decomposed.EnumerateRunes())
            if (rune.IsBmp && IsHyphen((char)rune.Value))
                folded.Append('-');
            else if (!IsAccent(rune))
                folded.Append(Simplified.Of(Rune.ToLowerInvariant(rune)).ToString());
        // Hangul and kana marks that were taken apart are put together again.
        return Normalized(folded.ToString(), NormalizationForm.FormC);
    }

    private static bool IsAccent(Rune rune) =>
        Rune.GetUnicodeCategory(rune) == UnicodeCategory.NonSpacingMark && rune.Value is < 0x3099 or > 0x309A;

    private static string Normalized(string text, NormalizationForm form)
    {
        try
        {
            return text.Normalize(form);
        }
        catch (ArgumentException)
        {
            // A lone surrogate: replaced as any UTF-8 writer would.
            return new UTF8Encoding(false).GetString(new UTF8Encoding(false).GetBytes(text)).Normalize(form);
        }
    }
}
