using PaperBot.Calculator.Limits;

namespace PaperBot.Calculator.Calculus;

/// <summary>
/// Double-exponential quadrature from a point outwards: the integrand is a function of the distance to that point, so
/// that a singularity there is met with full precision.
/// </summary>
internal static class DoubleExponential
{
    private const int MaxLevel = 11;

    /// <summary>∫ f(u) du for u from 0 to h.</summary>
    public static Quadrature Finite(Func<double, double> f, double h, Budget budget) =>
        Run(
            t =>
            {
                // u = h/(1 + e^(−π·sinh t)) and its derivative.
                var e = Math.Exp(-Math.PI * Math.Sinh(t));
                var u = h / (1 + e);
                var weight = double.IsInfinity(e) ? 0 : Math.PI * Math.Cosh(t) * u * (e / (1 + e));
                return (u, weight);
            },
            f,
            5.6,
            3.2,
            h,
            budget
        );

    /// <summary>∫ f(u) du for u from 0 to ∞.</summary>
    public static Quadrature Infinite(Func<double, double> f, Budget budget) =>
        Run(
            t =>
            {
                var u = Math.Exp(Math.PI / 2 * Math.Sinh(t));
                return (u, Math.PI / 2 * Math.Cosh(t) * u);
            },
            f,
            6.1,
            6.1,
            double.MaxValue,
            budget
        );

    private static Quadrature Run(
        Func<double, (double Point, double Weight)> map,
        Func<double, double> f,
        double left,
        double right,
        double end,
        Budget budget
    )
    {
        double sum = 0,
            absolute = 0,
            before = double.NaN,
            step = 0.5,
            error = double.PositiveInfinity;
        double Add(double t)
        {
            budget.Spend(20);
            var (u, weight) = map(t);
            if (weight == 0 || u == 0 || u >= end || !double.IsFinite(weight))
                return 0;
            var term = f(u) * weight;
            // Beyond the range of doubles the weight has made the tail negligible already.
            if (!double.IsFinite(term))
                return 0;
            absolute += Math.Abs(term);
            return term;
        }

        for (var level = 0; level <= MaxLevel; level++)
        {
            // From the second level on only the points in between are new.
            var start = level == 0 ? 0 : step;
            var stride = level == 0 ? step : 2 * step;
            if (level == 0)
                sum = Add(0);
            for (var t = level == 0 ? step : start; t <= right; t += stride)
                sum += Add(t);
            for (var t = level == 0 ? step : start; t <= left; t += stride)
                sum += Add(-t);
            var value = sum * step;
            error = Math.Abs(value - before);
            var noise = absolute * step * 4e-16;
            if (level >= 4 && error <= Math.Max(noise, 2e-15 * Math.Abs(value)))
                return new Quadrature(value, Math.Max(error, noise));
            before = value;
            step /= 2;
        }

        return new Quadrature(before, Math.Max(error, absolute * step * 1e-15));
    }
}
