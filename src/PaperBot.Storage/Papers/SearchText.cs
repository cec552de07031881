using System.Globalization;
using System.Text;
using PaperBot.Storage.Engines;

namespace PaperBot.Storage.Papers;

/// <summary>
/// Folds text for searching: full width to half, case, accents and the letters that Unicode does not take apart; all
/// but letters and digits becomes one space. Stored and asked texts fold alike, so both engines compare plain bytes.
/// </summary>
internal static class SearchText
{
    /// <summary>The folded text with a space at each end, so that <c>' word '</c> finds whole words; <c>" "</c> for nothing.</summary>
    public static string Fold(string text)
    {
        var folded = new StringBuilder(text.Length + 2).Append(' ');
        foreach (var c in StoredText.Of(text, int.MaxValue).Normalize(NormalizationForm.FormKD))
        {
            if (CharUnicodeInfo.GetUnicodeCategory(c) is UnicodeCategory.NonSpacingMark)
                continue;
            if (char.IsLetterOrDigit(c) || char.IsSurrogate(c))
                folded.Append(Letter(char.ToLowerInvariant(c)));
            else if (folded[^1] != ' ')
                folded.Append(' ');
        }
        if (folded[^1] != ' ')
            folded.Append(' ');
        return folded.ToString();
    }

    private static string Letter(char c) =>
        c switch
        {
            'ß' => "ss",
            'æ' => "ae",
            'œ' => "oe",
            'ø' => "o",
            'ł' => "l",
            'đ' or 'ð' => "d",
            'þ' => "th",
            'ħ' => "h",
            'ı' => "i",
            _ => c.ToString(),
        };
}
