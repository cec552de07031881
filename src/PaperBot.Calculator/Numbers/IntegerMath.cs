using System.Numerics;

namespace PaperBot.Calculator.Numbers;

/// <summary>Roots and factors of whole numbers.</summary>
internal static class IntegerMath
{
    /// <summary>The largest integer whose square does not exceed the value.</summary>
    public static BigInteger Root(BigInteger value)
    {
        if (value.Sign <= 0)
            return BigInteger.Zero;
        if (value.GetBitLength() <= 52)
            return (BigInteger)Math.Floor(Math.Sqrt((double)value));
        // Newton from above, started with what the upper half gives.
        var length = (int)value.GetBitLength();
        var shift = (length / 4) << 1;
        var x = (Root(value >> shift) + 1) << (shift / 2);
        while (true)
        {
            var y = (x + (value / x)) >> 1;
            if (y >= x)
                return x;
            x = y;
        }
    }

    /// <summary>The largest integer whose n-th power does not exceed the value.</summary>
    public static BigInteger Root(BigInteger value, int n)
    {
        if (value.IsZero || n == 1)
            return value;
        if (n == 2)
            return Root(value);
        var x = BigInteger.One << (int)((value.GetBitLength() + n - 1) / n);
        while (true)
        {
            var y = (((n - 1) * x) + (value / BigInteger.Pow(x, n - 1))) / n;
            if (y >= x)
                return x;
            x = y;
        }
    }

    /// <summary>The exact n-th root of a fraction, when there is one.</summary>
    public static bool TryRoot(Rational value, int n, out Rational root)
    {
        root = default;
        if (value.Sign < 0)
            return false;
        var numerator = Root(value.Numerator, n);
        var denominator = value.IsInteger ? BigInteger.One : Root(value.Denominator, n);
        if (BigInteger.Pow(numerator, n) != value.Numerator || BigInteger.Pow(denominator, n) != value.Denominator)
            return false;
        root = new Rational(numerator, denominator);
        return true;
    }

    /// <summary>outside^n · inside = value, with the inside free of n-th powers of small primes.</summary>
    public static (BigInteger Outside, BigInteger Inside) Extract(BigInteger value, int n)
    {
        var outside = BigInteger.One;
        var exact = Root(value, n);
        if (BigInteger.Pow(exact, n) == value)
            return (exact, BigInteger.One);
        for (var p = 2; p < 2000; p += p == 2 ? 1 : 2)
        {
            var power = BigInteger.Pow(p, n);
            if (power > value)
                break;
            while (true)
            {
                var quotient = BigInteger.DivRem(value, power, out var rest);
                if (!rest.IsZero)
                    break;
                value = quotient;
                outside *= p;
            }
        }

        return (outside, value);
    }
}
