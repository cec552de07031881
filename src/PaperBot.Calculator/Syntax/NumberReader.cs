using System.Globalization;
using System.Numerics;
using PaperBot.Calculator.Limits;
using PaperBot.Calculator.Numbers;
using PaperBot.Calculator.Tree;

namespace PaperBot.Calculator.Syntax;

/// <summary>The digits of a number to its exact value.</summary>
internal static class NumberReader
{
    public static Number Decimal(string text, Span span, CalculatorLimits limits)
    {
        var exponentAt = text.IndexOf('e', StringComparison.Ordinal);
        var digits = exponentAt < 0 ? text : text[..exponentAt];
        var point = digits.IndexOf('.', StringComparison.Ordinal);
        var whole = point < 0 ? digits : digits.Remove(point, 1);
        if (whole.Length > limits.Digits)
            throw new CalculatorException("limit.digits", ("limit", limits.Digits)).At(span);
        var exponent = 0;
        var isExponent =
            exponentAt >= 0 && int.TryParse(text.AsSpan(exponentAt + 1), CultureInfo.InvariantCulture, out exponent);
        if (exponentAt >= 0 && (!isExponent || Math.Abs((long)exponent) > limits.Digits))
            throw new CalculatorException("limit.digits", ("limit", limits.Digits)).At(span);
        var mantissa = BigInteger.Parse(whole.Length == 0 ? "0" : whole, CultureInfo.InvariantCulture);
        exponent -= point < 0 ? 0 : digits.Length - point - 1;
        var value =
            exponent >= 0
                ? new Rational(mantissa * BigInteger.Pow(10, exponent))
                : new Rational(mantissa, BigInteger.Pow(10, -exponent));
        return new ExactNumber(value, Rational.Zero, point >= 0 || exponentAt >= 0);
    }

    public static Number Prefixed(string text, Span span)
    {
        var radix = text[1] switch
        {
            'x' => 16,
            'o' => 8,
            _ => 2,
        };
        var value = BigInteger.Zero;
        foreach (var c in text.AsSpan(2))
        {
            var digit = char.IsAsciiHexDigit(c) ? Convert.ToInt32(c.ToString(), 16) : 99;
            if (digit >= radix)
                throw new CalculatorException("syntax.number", ("text", text)).At(span);
            value = (value * radix) + digit;
        }

        return new ExactNumber(new Rational(value));
    }
}
