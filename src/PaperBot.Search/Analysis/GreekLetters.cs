using System.Buffers;
using System.Text;

namespace PaperBot.Search.Analysis;

/// <summary>
/// A single Greek letter by its name, since one writes TNF-α, the next TNF-alpha and the third <c>\alpha</c>. Greek
/// words stay Greek.
/// </summary>
internal static class GreekLetters
{
    private const char First = '\u03B1';

    private static readonly string[] Names =
    [
        "alpha",
        "beta",
        "gamma",
        "delta",
        "epsilon",
        "zeta",
        "eta",
        "theta",
        "iota",
        "kappa",
        "lambda",
        "mu",
        "nu",
        "xi",
        "omicron",
        "pi",
        "rho",
        "sigma",
        "sigma",
        "tau",
        "upsilon",
        "phi",
        "chi",
        "psi",
        "omega",
    ];

    private static readonly SearchValues<char> Any = SearchValues.Create("αβγδεζηθικλμνξοπρςστυφχψω");

    /// <summary>Whether this is a letter's name.</summary>
    public static bool IsName(ReadOnlySpan<char> word)
    {
        foreach (var name in Names)
            if (word.SequenceEqual(name))
                return true;
        return false;
    }

    /// <summary>The text with its single Greek letters named, apart from what stands beside them by hyphens.</summary>
    public static string Named(string folded)
    {
        if (folded.AsSpan().IndexOfAny(Any) < 0)
            return folded;
        var named = new StringBuilder(folded.Length + 16);
        for (var i = 0; i < folded.Length; i++)
        {
            var c = folded[i];
            var single = Any.Contains(c) && !IsGreek(folded, i - 1) && !IsGreek(folded, i + 1);
            if (!single)
            {
                named.Append(c);
                continue;
            }
            if (IsLatin(folded, i - 1))
                named.Append('-');
            named.Append(Names[c - First]);
            if (IsLatin(folded, i + 1))
                named.Append('-');
        }
        return named.ToString();
    }

    private static bool IsGreek(string text, int at) =>
        at >= 0 && at < text.Length && text[at] is >= '\u0370' and <= '\u03FF';

    private static bool IsLatin(string text, int at) =>
        at >= 0 && at < text.Length && char.IsAsciiLetterOrDigit(text[at]);
}
