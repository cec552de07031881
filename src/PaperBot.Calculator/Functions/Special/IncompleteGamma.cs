using PaperBot.Calculator.Numbers;

namespace PaperBot.Calculator.Functions.Special;

/// <summary>The incomplete gamma functions for a &gt; 0 and x ≥ 0.</summary>
internal static class IncompleteGamma
{
    public static double P(double a, double x) =>
        Valid(a, x)
            ? x == 0
                ? 0
                : x < a + 1
                    ? Prefix(a, x) * Series(a, x)
                    : 1 - Q(a, x)
            : double.NaN;

    public static double Q(double a, double x)
    {
        if (!Valid(a, x))
            return double.NaN;
        if (x == 0)
            return 1;
        return x < a + 1 ? 1 - P(a, x) : Prefix(a, x) * Fraction(a, x);
    }

    public static double Lower(double a, double x)
    {
        if (!Valid(a, x))
            return double.NaN;
        if (x == 0)
            return 0;
        return x < a + 1 ? Power(a, x) * Series(a, x) : GammaFunction.Gamma(a) - Upper(a, x);
    }

    public static double Upper(double a, double x)
    {
        if (x > 0 && a <= 0)
            return UpperOfNegative(a, x);
        if (!Valid(a, x))
            return double.NaN;
        if (x == 0)
            return GammaFunction.Gamma(a);
        return x < a + 1 ? GammaFunction.Gamma(a) - Lower(a, x) : Power(a, x) * Fraction(a, x);
    }

    /// <summary>Q with a wide exponent.</summary>
    public static BigFloat BigQ(double a, double x)
    {
        if (x < a + 1)
            return BigFloat.FromDouble(Q(a, x));
        return new BigMath(100).Multiply(BigPrefix(a, x), BigFloat.FromDouble(Fraction(a, x)));
    }

    public static BigFloat BigP(double a, double x) =>
        x >= a + 1
            ? BigFloat.FromDouble(P(a, x))
            : new BigMath(100).Multiply(BigPrefix(a, x), BigFloat.FromDouble(Series(a, x)));

    public static BigFloat BigUpper(double a, double x)
    {
        var m = new BigMath(100);
        return m.Multiply(BigQ(a, x), BigGamma.Gamma(BigFloat.FromDouble(a), 100));
    }

    public static BigFloat BigLower(double a, double x)
    {
        var m = new BigMath(100);
        return m.Multiply(BigP(a, x), BigGamma.Gamma(BigFloat.FromDouble(a), 100));
    }

    private static bool Valid(double a, double x) => a > 0 && x >= 0;

    /// <summary>xᵃ·e⁻ˣ.</summary>
    private static double Power(double a, double x)
    {
        var direct = Math.Pow(x, a) * Math.Exp(-x);
        if (direct > 1e-290 && double.IsFinite(direct))
            return direct;
        var m = new BigMath(100);
        return m.Multiply(m.Power(BigFloat.FromDouble(x), BigFloat.FromDouble(a)), m.Exp(BigFloat.FromDouble(-x)))
            .ToDouble();
    }

    /// <summary>xᵃ·e⁻ˣ/Γ(a).</summary>
    private static double Prefix(double a, double x)
    {
        if (a < 60 && x < 500)
        {
            var direct = Math.Pow(x, a) * Math.Exp(-x) / GammaFunction.Gamma(a);
            if (direct > 1e-290)
                return direct;
        }

        return BigPrefix(a, x).ToDouble();
    }

    private static BigFloat BigPrefix(double a, double x)
    {
        var m = new BigMath(140);
        var big = BigFloat.FromDouble(a);
        var exponent = m.Subtract(m.Multiply(big, m.Log(BigFloat.FromDouble(x))), BigFloat.FromDouble(x));
        return m.Exp(m.Subtract(exponent, BigGamma.LogAbs(big, 140)));
    }

    private static double Series(double a, double x)
    {
        double term = 1 / a,
            sum = term;
        for (var n = 1; n < 200_000; n++)
        {
            term *= x / (a + n);
            sum += term;
            if (term < sum * 1e-17)
                break;
        }

        return sum;
    }

    /// <summary>Γ(a, x)/(xᵃ·e⁻ˣ) by Lentz's method.</summary>
    private static double Fraction(double a, double x)
    {
        const double Tiny = 1e-300;
        var b = x + 1 - a;
        var c = 1 / Tiny;
        var d = 1 / (b == 0 ? Tiny : b);
        var h = d;
        for (var i = 1; i < 200_000; i++)
        {
            var an = -i * (i - a);
            b += 2;
            d = (an * d) + b;
            d = d == 0 ? Tiny : d;
            c = b + (an / c);
            c = c == 0 ? Tiny : c;
            d = 1 / d;
            var delta = d * c;
            h *= delta;
            if (Math.Abs(delta - 1) < 2e-16)
                break;
        }

        return h;
    }

    private static double UpperOfNegative(double a, double x)
    {
        if (x > 1.5)
            return Power(a, x) * Fraction(a, x);
        // Γ(a, x) = (Γ(a+1, x) − xᵃ·e⁻ˣ)/a, up from a order in (0, 1]; order 0 is E₁.
        if (a == 0)
            return ExponentialIntegral.E(1, x);
        return (Upper(a + 1, x) - Power(a, x)) / a;
    }
}
