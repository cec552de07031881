using System.Text;
using PaperBot.Core.Texts;

namespace PaperBot.Handlers.Papers;

/// <summary>
/// A paper's text cut where its formulas begin and end. In arXiv's texts a dollar sign is nearly always TeX, also where
/// chat would take it for money: H$_2$O, GL$_q$, 3$D$. What has TeX in it or no white space is a formula here.
/// </summary>
internal static class MathParts
{
    private const int LongestFormula = 1_000;

    /// <summary>Plain parts and formulas (with their delimiters) in order.</summary>
    public static IEnumerable<(string Part, bool IsMath)> Of(string text)
    {
        var plain = 0;
        for (var i = 0; i < text.Length; )
        {
            var length = At(text, i);
            if (length == 0)
            {
                i += text[i] == '\\' ? 2 : 1;
                continue;
            }

            if (i > plain)
                yield return (text[plain..i], false);
            yield return (text.Substring(i, length), true);
            plain = i += length;
        }

        if (plain < text.Length)
            yield return (text[plain..], false);
    }

    /// <summary>The words between white space; a formula is never cut.</summary>
    public static IReadOnlyList<string> Words(string text)
    {
        var words = new List<string>();
        var word = new StringBuilder();
        foreach (var (part, isMath) in Of(text))
        {
            foreach (var c in part)
            {
                if (isMath || !char.IsWhiteSpace(c))
                {
                    word.Append(c);
                    continue;
                }

                if (word.Length > 0)
                    words.Add(word.ToString());
                word.Clear();
            }
        }

        if (word.Length > 0)
            words.Add(word.ToString());
        return words;
    }

    private static int At(string text, int at)
    {
        if (text[at] is not ('$' or '\\'))
            return 0;
        var strict = MathSpan.At(text, at);
        if (strict > 0 || text[at] == '\\')
            return strict;
        var span = text.AsSpan(at + 1, Math.Min(LongestFormula, text.Length - at - 1));
        var end = span.IndexOf('$');
        if (end <= 0 || span[end - 1] == '\\')
            return 0;
        var inside = span[..end];
        var isTex = inside.ContainsAny("\\^_{") || inside.IndexOfAny(" \t\n") < 0;
        return isTex && !inside.IsWhiteSpace() ? end + 2 : 0;
    }
}
