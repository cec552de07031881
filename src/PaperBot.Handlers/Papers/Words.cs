using System.Globalization;
using System.Text;

namespace PaperBot.Handlers.Papers;

/// <summary>Words of a text for comparing: case, accents and full width folded, marks left out.</summary>
internal static class Words
{
    /// <summary>The words in order; an unbroken run of Chinese characters is one word.</summary>
    public static IReadOnlyList<string> Of(string text) => Fold(text).Split(' ', StringSplitOptions.RemoveEmptyEntries);

    /// <summary>The words in one text, so that equal titles are equal.</summary>
    public static string Key(string text) => string.Join(' ', Of(text));

    /// <summary>Letters and digits in lower case without accents, everything else a space.</summary>
    public static string Fold(string text)
    {
        var folded = new StringBuilder(text.Length);
        foreach (var c in Whole(text).Normalize(NormalizationForm.FormKD))
        {
            var kind = CharUnicodeInfo.GetUnicodeCategory(c);
            if (kind is UnicodeCategory.NonSpacingMark or UnicodeCategory.EnclosingMark || c is '\'' or '’')
                continue;
            folded.Append(char.IsLetterOrDigit(c) || char.IsSurrogate(c) ? char.ToLowerInvariant(c) : ' ');
        }

        return folded.ToString();
    }

    /// <summary>The text without halves of surrogate pairs, on which normalising would throw.</summary>
    public static string Whole(string text)
    {
        var whole = new StringBuilder(text.Length);
        foreach (var rune in text.EnumerateRunes())
            whole.Append(rune.ToString());
        return whole.ToString();
    }
}
