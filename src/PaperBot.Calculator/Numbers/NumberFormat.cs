using System.Globalization;
using System.Numerics;
using System.Text;

namespace PaperBot.Calculator.Numbers;

/// <summary>Numbers as text. Decimals have a fixed count of significant digits; 0 means as many as needed.</summary>
internal static class NumberFormat
{
    public const int Significant = 12;

    public static string Text(Number number, int digits = Significant) =>
        number switch
        {
            ExactNumber exact => Exact(exact, digits),
            BigNumber big => Big(big.Value, big.Digits),
            FloatNumber { IsReal: true } real => Real(real.Value.Real, digits),
            FloatNumber complex => Complex(complex.Value, digits),
            _ => throw new ArgumentOutOfRangeException(nameof(number)),
        };

    public static string Real(double value, int digits = Significant)
    {
        if (double.IsNaN(value))
            return "undefined";
        if (double.IsInfinity(value))
            return value > 0 ? "inf" : "-inf";
        if (value == 0)
            return "0";
        return Tidy(
            value.ToString(digits == 0 ? "E16" : "E" + (digits - 1), CultureInfo.InvariantCulture),
            value,
            digits
        );
    }

    /// <summary>The parts of a complex number; a part that is only noise beside the other one is left out.</summary>
    public static string Complex(Complex value, int digits = Significant)
    {
        var size = Math.Max(Math.Abs(value.Real), Math.Abs(value.Imaginary));
        var noise = digits == 0 ? 0 : size * Math.Pow(10, -digits - 1);
        var re = Math.Abs(value.Real) <= noise ? 0 : value.Real;
        var im = Math.Abs(value.Imaginary) <= noise ? 0 : value.Imaginary;
        if (im == 0)
            return Real(re, digits);
        var imaginary = Math.Abs(im) == 1 ? "i" : Real(Math.Abs(im), digits) + "i";
        if (re == 0)
            return im < 0 ? "-" + imaginary : imaginary;
        return Real(re, digits) + (im < 0 ? " - " : " + ") + imaginary;
    }

    public static string Big(BigFloat value, int digits)
    {
        if (value.IsZero)
            return "0";
        var (mantissa, exponent) = BigDecimal(value, digits);
        var sign = value.Sign < 0 ? "-" : "";
        var text = mantissa.ToString(CultureInfo.InvariantCulture).TrimEnd('0');
        var power = exponent;
        if (power is >= -5 and < 21 && text.Length <= 5000)
            return sign + Plain(text, (int)power);
        var fraction = text.Length > 1 ? "." + text[1..] : "";
        return string.Create(CultureInfo.InvariantCulture, $"{sign}{text[0]}{fraction}e{power}");
    }

    private static string Plain(string digits, int power)
    {
        if (power < 0)
            return "0." + new string('0', -power - 1) + digits;
        if (digits.Length <= power + 1)
            return digits + new string('0', power + 1 - digits.Length);
        return digits[..(power + 1)] + "." + digits[(power + 1)..];
    }

    /// <summary>|value| = mantissa × 10^(exponent − digits + 1), with so many digits in the mantissa.</summary>
    private static (BigInteger Mantissa, long Exponent) BigDecimal(BigFloat value, int digits)
    {
        var math = new BigMath((int)(digits * 3.33) + 80);
        var absolute = BigFloat.Abs(value);
        var exponent = (long)Math.Floor((value.Magnitude - 1) * 0.30102999566398119521);
        while (true)
        {
            var scaled = math.Multiply(absolute, math.Power(10, digits - 1 - exponent));
            var mantissa = math.RoundToInteger(scaled);
            var length = mantissa.ToString(CultureInfo.InvariantCulture).Length;
            if (length == digits)
                return (mantissa, exponent);
            exponent += length - digits;
        }
    }

    private static string Exact(ExactNumber exact, int digits)
    {
        if (exact.IsReal)
            return Part(exact.Re, exact.IsDecimal, digits);
        var size = Rational.Abs(exact.Im);
        var imaginary =
            size.IsOne && !exact.IsDecimal ? "i"
            : size.IsInteger || exact.IsDecimal ? Part(size, exact.IsDecimal, digits) + "i"
            : Part(size, false, digits) + "*i";
        if (exact.Re.IsZero)
            return exact.Im.Sign < 0 ? "-" + imaginary : imaginary;
        return Part(exact.Re, exact.IsDecimal, digits) + (exact.Im.Sign < 0 ? " - " : " + ") + imaginary;
    }

    private static string Part(Rational value, bool isDecimal, int digits)
    {
        if (!isDecimal)
            return value.ToString();
        if (digits != 0)
            return Real(value.ToDouble(), digits) is "inf" or "-inf" or "0" && !value.IsZero
                ? Big(BigFloat.Divide(value.Numerator, value.Denominator, 80), digits)
                : Real(value.ToDouble(), digits);
        return Exactly(value);
    }

    /// <summary>A decimal as it can be typed again without loss; 2.0 keeps its point.</summary>
    private static string Exactly(Rational value)
    {
        var numerator = BigInteger.Abs(value.Numerator);
        var scale = 0;
        var denominator = value.Denominator;
        while (!denominator.IsOne && scale < 100_000)
        {
            var divisor = BigInteger.GreatestCommonDivisor(denominator, 10);
            if (divisor.IsOne)
                return (value.Sign < 0 ? "-" : "") + Real(Math.Abs(value.ToDouble()), 17);
            denominator /= divisor;
            numerator *= 10 / divisor;
            scale++;
        }

        var text = new StringBuilder(numerator.ToString(CultureInfo.InvariantCulture));
        if (scale == 0)
            return (value.Sign < 0 ? "-" : "") + text + ".0";
        if (text.Length <= scale)
            text.Insert(0, new string('0', scale - text.Length + 1));
        text.Insert(text.Length - scale, '.');
        return (value.Sign < 0 ? "-" : "") + text;
    }

    private static string Tidy(string scientific, double value, int digits)
    {
        if (digits == 0)
            return Scientific(value.ToString("R", CultureInfo.InvariantCulture));
        var at = scientific.IndexOf('E', StringComparison.Ordinal);
        var exponent = int.Parse(
            scientific.AsSpan(at + 1),
            NumberStyles.AllowLeadingSign,
            CultureInfo.InvariantCulture
        );
        var sign = scientific[0] == '-' ? "-" : "";
        var text = scientific[sign.Length..at].Replace(".", "", StringComparison.Ordinal).TrimEnd('0');
        if (text.Length == 0)
            return "0";
        if (exponent >= -5 && exponent < Math.Max(digits, 15))
            return sign + Plain(text, exponent);
        var fraction = text.Length > 1 ? "." + text[1..] : "";
        return string.Create(CultureInfo.InvariantCulture, $"{sign}{text[0]}{fraction}e{exponent}");
    }

    private static string Scientific(string text)
    {
        var lower = text.Replace("E+", "e", StringComparison.Ordinal).Replace("E", "e", StringComparison.Ordinal);
        return lower.Contains('.', StringComparison.Ordinal) || lower.Contains('e', StringComparison.Ordinal)
            ? lower
            : lower + ".0";
    }
}
