using PaperBot.Calculator.Limits;

namespace PaperBot.Calculator.Calculus;

/// <summary>
/// Whether an integral converges at one end, judged by how u·|f(u)| behaves. In t = |ln u| the integral becomes
/// ∫ u·f dt, which converges when u·|f| falls faster than 1/t.
/// </summary>
internal static class Growth
{
    private const double Least = 1.06;

    /// <summary>u → 0. Exact says that f is right down to the smallest distances.</summary>
    public static bool ConvergesAtZero(Func<double, double> f, bool isExact, Budget budget) =>
        (isExact ? Converges(f, [-75, -150, -300, -600], budget) : null)
        ?? Converges(f, [-6, -12, -18, -24], budget)
        ?? false;

    public static bool ConvergesAtInfinity(Func<double, double> f, Budget budget) =>
        Converges(f, [75, 150, 300, 600], budget) ?? false;

    private static bool? Converges(Func<double, double> f, ReadOnlySpan<double> exponents, Budget budget)
    {
        double slope = 0;
        var isKnown = false;
        var before = double.NaN;
        double beforeT = 0;
        foreach (var exponent in exponents)
        {
            var size = Envelope(f, exponent, budget);
            // Zero, or too small to be told from it: it falls fast enough.
            if (size == double.NegativeInfinity)
                return true;
            if (double.IsNaN(size))
                continue;
            // Beyond the range of doubles: nearer distances decide.
            if (size == double.PositiveInfinity)
                return null;
            var t = Math.Abs(exponent);
            if (double.IsFinite(before))
            {
                slope = -(size - before) / Math.Log(t / beforeT);
                isKnown = true;
            }

            (before, beforeT) = (size, t);
        }

        return !isKnown || slope > Least;
    }

    /// <summary>ln of the largest u·|f(u)| for u near e^exponent, so that zeros of a wave do not mislead.</summary>
    private static double Envelope(Func<double, double> f, double exponent, Budget budget)
    {
        var largest = double.NegativeInfinity;
        var isReal = false;
        for (var k = 0; k < 12; k++)
        {
            budget.Spend();
            var t = exponent + (Math.Sign(exponent) * 0.618 * k / 6);
            var value = Math.Abs(f(Math.Exp(t)));
            if (double.IsNaN(value))
                continue;
            isReal = true;
            largest = Math.Max(largest, Math.Log(value) + t);
        }

        return isReal ? largest : double.NaN;
    }
}
