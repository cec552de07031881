using MathNet.Numerics;
using PaperBot.Calculator.Numbers;

namespace PaperBot.Calculator.Functions.Special;

/// <summary>erf and its kin; the inverse is refined until it fits.</summary>
internal static class ErrorFunction
{
    public static double Erf(double x) => SpecialFunctions.Erf(x);

    public static double Erfc(double x) =>
        x > 26 ? BigErfc(BigFloat.FromDouble(x)).ToDouble() : SpecialFunctions.Erfc(x);

    public static double Erfi(double x) =>
        Math.Abs(x) > 27
            ? Math.Sign(x) * double.PositiveInfinity
            : 2 / Math.Sqrt(Math.PI) * Math.Exp(x * x) * Dawson(x);

    public static double ErfInverse(double y)
    {
        if (!(Math.Abs(y) < 1))
            return Math.Abs(y) == 1 ? y * double.PositiveInfinity : double.NaN;
        return Math.Abs(y) > 0.5
            ? Math.Sign(y) * ErfcInverse(1 - Math.Abs(y))
            : Refine(SpecialFunctions.ErfInv(y), x => Erf(x) - y, 1);
    }

    public static double ErfcInverse(double y)
    {
        if (!(y > 0 && y < 2))
            return y == 0 ? double.PositiveInfinity
                : y == 2 ? double.NegativeInfinity
                : double.NaN;
        return y > 1.5 ? -ErfcInverse(2 - y) : Refine(SpecialFunctions.ErfcInv(y), x => Erfc(x) - y, -1);
    }

    /// <summary>erfc with a wide exponent: e^(−x²) times its continued fraction.</summary>
    public static BigFloat BigErfc(BigFloat x)
    {
        var m = new BigMath(120);
        if (x.CompareTo(4) < 0)
            return BigFloat.FromDouble(SpecialFunctions.Erfc(x.ToDouble()));
        BigFloat fraction = x;
        for (var k = 400; k >= 1; k--)
            fraction = m.Add(x, m.Divide(new BigFloat(k, -1), fraction));
        var scale = m.Multiply(m.Exp(-m.Multiply(x, x)), m.Divide(1, m.Sqrt(m.Pi)));
        return m.Divide(scale, fraction);
    }

    private static double Refine(double x, Func<double, double> residual, int sign)
    {
        if (!double.IsFinite(x))
            return x;
        for (var i = 0; i < 3; i++)
        {
            // Halley: erf'' = −2x·erf'.
            var slope = sign * 2 / Math.Sqrt(Math.PI) * Math.Exp(-x * x);
            if (slope == 0)
                break;
            var step = residual(x) / slope;
            x -= step / (1 + (x * step));
        }

        return x;
    }

    /// <summary>Dawson's integral: Rybicki's exponentially accurate sum, or the series for small x.</summary>
    private static double Dawson(double x)
    {
        if (Math.Abs(x) < 0.5)
        {
            double term = x,
                sum = x;
            for (var k = 1; k < 60 && Math.Abs(term) > 1e-19; k++)
            {
                term *= -2 * x * x / ((2 * k) + 1);
                sum += term;
            }

            return sum;
        }

        const double H = 0.2;
        double total = 0;
        for (var n = -201; n <= 201; n += 2)
            total += Math.Exp(-Math.Pow(x - (n * H), 2)) / n;
        return total / Math.Sqrt(Math.PI);
    }
}
