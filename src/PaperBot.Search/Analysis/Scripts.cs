using System.Buffers;
using System.Text;

namespace PaperBot.Search.Analysis;

/// <summary>Superscripts and subscripts written on the line: <c>x²</c> as <c>x^2</c>, <c>H₂</c> as <c>H_2</c>.</summary>
internal static class Scripts
{
    private const string Superscripts = "⁰¹²³⁴⁵⁶⁷⁸⁹";
    private const string Subscripts = "₀₁₂₃₄₅₆₇₈₉";

    private static readonly SearchValues<char> Any = SearchValues.Create(Superscripts + Subscripts);

    public static string Linear(string text)
    {
        if (text.AsSpan().IndexOfAny(Any) < 0)
            return text;
        var linear = new StringBuilder(text.Length + 8);
        var before = ' ';
        foreach (var c in text)
        {
            var (mark, digit) = Digit(c);
            if (digit >= 0 && Digit(before).Digit < 0)
                linear.Append(mark);
            linear.Append(digit >= 0 ? (char)('0' + digit) : c);
            before = c;
        }
        return linear.ToString();
    }

    private static (char Mark, int Digit) Digit(char c) =>
        Superscripts.IndexOf(c, StringComparison.Ordinal) is var up and >= 0
            ? ('^', up)
            : ('_', Subscripts.IndexOf(c, StringComparison.Ordinal));
}
