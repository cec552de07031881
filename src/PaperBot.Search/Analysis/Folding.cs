using System.Globalization;
using System.Text;

namespace PaperBot.Search.Analysis;

/// <summary>
/// Makes texts that a person holds for the same the same: full and half width (NFKC), case, accents, and traditional
/// and simplified characters.
/// </summary>
internal static class Folding
{
    /// <summary>The folded text. It may be longer or shorter than the original.</summary>
    public static string Fold(string text)
    {
        if (IsPlainAscii(text))
            return text.ToLowerInvariant();
        var decomposed = Normalized(text, NormalizationForm.FormKD);
        var folded = new StringBuilder(decomposed.Length);
        foreach (var rune in decomposed.EnumerateRunes())
            if (!IsAccent(rune))
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

    private static bool IsPlainAscii(string text) => Ascii.IsValid(text);
}
