using System.Globalization;
using PaperBot.Calculator.Numbers;

namespace PaperBot.Calculator.Latex;

/// <summary>Numbers in LaTeX: fractions stacked, powers of ten written out.</summary>
internal static class LatexNumber
{
    public static string Text(Number number)
    {
        if (number is ExactNumber { IsDecimal: false } exact)
            return Exact(exact);
        return Decimal(NumberFormat.Text(number));
    }

    /// <summary>The text of a decimal; 1.5e10 becomes 1.5 × 10^10.</summary>
    public static string Decimal(string text)
    {
        if (text.Contains("inf", StringComparison.Ordinal))
            return text.Replace("inf", "\\infty", StringComparison.Ordinal);
        if (text.Contains("undefined", StringComparison.Ordinal))
            return "\\text{undefined}";
        var parts = text.Split(' ');
        return string.Join(' ', parts.Select(Part));
    }

    private static string Part(string text)
    {
        var at = text.IndexOf('e', StringComparison.Ordinal);
        if (at < 0)
            return text;
        var end = at + 1;
        while (end < text.Length && (text[end] == '-' || char.IsAsciiDigit(text[end])))
            end++;
        return string.Create(
            CultureInfo.InvariantCulture,
            $"{text[..at]} \\times 10^{{{text[(at + 1)..end]}}}{text[end..]}"
        );
    }

    private static string Exact(ExactNumber exact)
    {
        if (exact.IsReal)
            return Fraction(exact.Re);
        var size = Rational.Abs(exact.Im);
        var imaginary = size.IsOne ? "i" : Fraction(size) + "i";
        if (exact.Re.IsZero)
            return exact.Im.Sign < 0 ? "-" + imaginary : imaginary;
        return Fraction(exact.Re) + (exact.Im.Sign < 0 ? " - " : " + ") + imaginary;
    }

    private static string Fraction(Rational value)
    {
        if (value.IsInteger)
            return value.ToString();
        var sign = value.Sign < 0 ? "-" : "";
        var numerator = System.Numerics.BigInteger.Abs(value.Numerator);
        return string.Create(CultureInfo.InvariantCulture, $"{sign}\\frac{{{numerator}}}{{{value.Denominator}}}");
    }
}
