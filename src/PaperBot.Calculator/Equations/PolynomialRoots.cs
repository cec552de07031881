using System.Numerics;
using PaperBot.Calculator.Limits;
using PaperBot.Calculator.Numbers;

namespace PaperBot.Calculator.Equations;

/// <summary>All complex roots at once (Aberth), in doubles and then, for exact coefficients, with more digits.</summary>
internal static class PolynomialRoots
{
    /// <summary>The roots of a polynomial without multiple roots, to full double precision.</summary>
    public static IReadOnlyList<Complex> Numeric(RationalPolynomial polynomial, Budget budget)
    {
        var degree = polynomial.Degree;
        if (degree < 1)
            return [];
        if (degree == 1)
            return [(-polynomial[0] / polynomial[1]).ToDouble()];
        // So many bits that the evaluation near a root is right even where the coefficients cancel.
        var bits =
            80
            + (6 * degree)
            + (int)Math.Min(2000, Enumerable.Range(0, degree + 1).Max(i => polynomial[i].Numerator.GetBitLength()));
        var coefficients = new BigComplex[degree + 1];
        var m = new BigMath(bits);
        for (var i = 0; i <= degree; i++)
            coefficients[i] = new BigComplex(m.Of(polynomial[i]), BigFloat.Zero);
        var roots = Start(coefficients, degree, m);
        Aberth(coefficients, roots, m, budget);
        return Tidy([.. roots.Select(r => r.ToComplex())]);
    }

    /// <summary>The roots for floating coefficients, lowest degree first.</summary>
    public static IReadOnlyList<Complex> Floating(Complex[] coefficients, Budget budget)
    {
        var m = new BigMath(160);
        var big = coefficients.Select(BigComplex.From).ToArray();
        var roots = Start(big, coefficients.Length - 1, m);
        Aberth(big, roots, m, budget);
        return Tidy([.. roots.Select(r => r.ToComplex())]);
    }

    /// <summary>First guesses on circles whose radii come from the Newton polygon of the coefficients' sizes.</summary>
    private static BigComplex[] Start(BigComplex[] coefficients, int degree, BigMath m)
    {
        var sizes = new double[degree + 1];
        for (var i = 0; i <= degree; i++)
            sizes[i] = coefficients[i].IsZero ? double.NegativeInfinity : coefficients[i].LogSize();
        var hull = new List<int>();
        for (var i = 0; i <= degree; i++)
        {
            if (double.IsNegativeInfinity(sizes[i]))
                continue;
            while (hull.Count >= 2 && Slope(sizes, hull[^2], hull[^1]) <= Slope(sizes, hull[^2], i))
                hull.RemoveAt(hull.Count - 1);
            hull.Add(i);
        }

        var roots = new List<BigComplex>();
        for (var i = 0; i < hull[0]; i++)
            roots.Add(new BigComplex(BigFloat.Zero, BigFloat.Zero));
        for (var k = 0; k + 1 < hull.Count; k++)
        {
            var count = hull[k + 1] - hull[k];
            var log = (sizes[hull[k]] - sizes[hull[k + 1]]) / count;
            var radius = m.Exp(BigFloat.FromDouble(Math.Clamp(log, -1e6, 1e6)));
            for (var i = 0; i < count; i++)
            {
                var angle = (2 * Math.PI * i / count) + (0.7 * (k + 1)) + 0.4;
                roots.Add(
                    new BigComplex(
                        m.Multiply(radius, BigFloat.FromDouble(Math.Cos(angle))),
                        m.Multiply(radius, BigFloat.FromDouble(Math.Sin(angle)))
                    )
                );
            }
        }

        return [.. roots];
    }

    private static double Slope(double[] y, int i, int j) => (y[j] - y[i]) / (j - i);

    private static void Aberth(BigComplex[] coefficients, BigComplex[] roots, BigMath m, Budget budget)
    {
        var done = new bool[roots.Length];
        for (var i = 0; i < roots.Length; i++)
            done[i] = roots[i].IsZero;
        for (var round = 0; round < 300 && done.Contains(false); round++)
        {
            for (var i = 0; i < roots.Length; i++)
            {
                if (done[i])
                    continue;
                budget.Spend(roots.Length * 40L);
                var (value, slope) = Horner(coefficients, roots[i], m);
                if (value.IsZero)
                {
                    done[i] = true;
                    continue;
                }

                var repulsion = new BigComplex(BigFloat.Zero, BigFloat.Zero);
                for (var j = 0; j < roots.Length; j++)
                {
                    if (j != i)
                    {
                        var gap = roots[i].Subtract(roots[j], m);
                        if (!gap.IsZero)
                            repulsion = repulsion.Add(BigComplex.One.Divide(gap, m), m);
                    }
                }

                // step = 1/(p'/p − Σ 1/(z − zⱼ))
                var below = slope.Divide(value, m).Subtract(repulsion, m);
                if (below.IsZero)
                    continue;
                var step = BigComplex.One.Divide(below, m);
                roots[i] = roots[i].Subtract(step, m);
                done[i] = step.IsZero || step.Magnitude < roots[i].Magnitude - 64;
            }
        }

        if (done.Contains(false))
            throw new CalculatorException("math.convergence");
    }

    private static (BigComplex Value, BigComplex Slope) Horner(BigComplex[] coefficients, BigComplex x, BigMath m)
    {
        var value = coefficients[^1];
        var slope = new BigComplex(BigFloat.Zero, BigFloat.Zero);
        for (var i = coefficients.Length - 2; i >= 0; i--)
        {
            slope = slope.Multiply(x, m).Add(value, m);
            value = value.Multiply(x, m).Add(coefficients[i], m);
        }

        return (value, slope);
    }

    /// <summary>Real roots come out real; the order is by real, then by imaginary part.</summary>
    private static List<Complex> Tidy(Complex[] roots)
    {
        var tidy = roots
            .Select(r => new Complex(
                Math.Abs(r.Real) < 1e-17 * Math.Abs(r.Imaginary) ? 0 : r.Real,
                Math.Abs(r.Imaginary) < 1e-15 * Math.Abs(r.Real) ? 0 : r.Imaginary
            ))
            .OrderBy(r => r.Imaginary == 0 ? 0 : 1)
            .ThenBy(r => r.Real)
            .ThenBy(r => r.Imaginary);
        return [.. tidy];
    }
}
