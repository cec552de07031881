using PaperBot.Calculator.Numbers;

namespace PaperBot.Calculator.Functions.Special;

/// <summary>Orthogonal polynomials by their three-term recurrences, with digits to spare.</summary>
internal static class Orthogonal
{
    private const int MaxDegree = 2000;

    public static double Hermite(double n, double x) => Run(n, x, BigHermite);

    public static double Laguerre(double n, double x) => Run(n, x, (d, y, m) => BigLaguerre(d, 0, y, m));

    public static double Laguerre(double n, double a, double x) =>
        Run(n, x, (d, y, m) => BigLaguerre(d, BigFloat.FromDouble(a), y, m));

    public static double LegendreP(double n, double x) => Run(n, x, BigLegendre);

    public static double ChebyshevT(double n, double x) => Run(n, x, (d, y, m) => Chebyshev(d, y, m, y));

    public static double ChebyshevU(double n, double x) => Run(n, x, (d, y, m) => Chebyshev(d, y, m, m.Multiply(2, y)));

    public static double LegendreQ(double n, double x)
    {
        if (!Valid(n) || double.IsNaN(x) || Math.Abs(x) == 1)
            return double.NaN;
        return BigLegendreQ((int)n, BigFloat.FromDouble(x), Digits((int)n, x, 2)).ToDouble();
    }

    /// <summary>P with order m ≤ n, with the factor (−1)^m left out.</summary>
    public static double AssociatedLegendre(double n, double order, double x)
    {
        if (!Valid(n) || order != Math.Floor(order) || Math.Abs(order) > n || !(Math.Abs(x) <= 1))
            return double.NaN;
        var m = (int)Math.Abs(order);
        double value = 1;
        for (var k = 1; k <= m; k++)
            value *= ((2 * k) - 1) * Math.Sqrt((1 - x) * (1 + x));
        double before = 0;
        for (var k = m + 1; k <= n; k++)
            (before, value) = (value, ((((2 * k) - 1) * x * value) - ((k + m - 1) * before)) / (k - m));
        if (order >= 0)
            return value;
        return value * GammaFunction.Gamma(n - m + 1) / GammaFunction.Gamma(n + m + 1) * (m % 2 == 0 ? 1 : -1);
    }

    public static BigFloat BigHermite(int n, BigFloat x, BigMath m) =>
        Recur(n, 1, m.Multiply(2, x), (k, p, q) => m.Subtract(m.Multiply(m.Multiply(2, x), p), m.Multiply(2 * k, q)));

    public static BigFloat BigLaguerre(int n, BigFloat a, BigFloat x, BigMath m) =>
        Recur(
            n,
            1,
            m.Subtract(m.Add(1, a), x),
            (k, p, q) =>
                m.Divide(
                    m.Subtract(m.Multiply(m.Subtract(m.Add((2 * k) + 1, a), x), p), m.Multiply(m.Add(k, a), q)),
                    k + 1
                )
        );

    public static BigFloat BigLegendre(int n, BigFloat x, BigMath m) => Recur(n, 1, x, Step(x, m));

    private static BigFloat BigLegendreQ(int n, BigFloat x, BigMath m)
    {
        var ratio = m.Divide(m.Add(1, x), m.Subtract(1, x));
        var zero = m.Divide(m.Log(BigFloat.Abs(ratio)), 2);
        return Recur(n, zero, m.Subtract(m.Multiply(x, zero), 1), Step(x, m));
    }

    private static Func<int, BigFloat, BigFloat, BigFloat> Step(BigFloat x, BigMath m) =>
        (k, p, q) => m.Divide(m.Subtract(m.Multiply(m.Multiply((2 * k) + 1, x), p), m.Multiply(k, q)), k + 1);

    private static BigFloat Chebyshev(int n, BigFloat x, BigMath m, BigFloat first) =>
        Recur(n, 1, first, (_, p, q) => m.Subtract(m.Multiply(m.Multiply(2, x), p), q));

    private static BigFloat Recur(int n, BigFloat zero, BigFloat one, Func<int, BigFloat, BigFloat, BigFloat> next)
    {
        if (n == 0)
            return zero;
        var (before, value) = (zero, one);
        for (var k = 1; k < n; k++)
            (before, value) = (value, next(k, value, before));
        return value;
    }

    private static bool Valid(double n) => n >= 0 && n <= MaxDegree && n == Math.Floor(n);

    private static double Run(double n, double x, Func<int, BigFloat, BigMath, BigFloat> polynomial) =>
        Valid(n) && double.IsFinite(x)
            ? polynomial((int)n, BigFloat.FromDouble(x), Digits((int)n, x, 0)).ToDouble()
            : double.NaN;

    /// <summary>Forward recurrence loses what the growing solution takes; that many bits more are kept.</summary>
    private static BigMath Digits(int n, double x, int growth)
    {
        var lost = Math.Abs(x) > 1 ? growth * n * Math.Log2(Math.Abs(x) + Math.Sqrt((x * x) - 1)) : 0;
        return new BigMath(140 + (2 * (int)Math.Log2(n + 1)) + (int)lost);
    }
}
