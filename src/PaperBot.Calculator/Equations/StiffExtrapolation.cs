using MathNet.Numerics.LinearAlgebra;
using PaperBot.Calculator.Limits;

namespace PaperBot.Calculator.Equations;

/// <summary>The linearly implicit Euler method, extrapolated to high order: for stiff equations.</summary>
internal sealed class StiffExtrapolation(
    Func<double, double[], double[]> f,
    Func<double, double[], Matrix<double>> jacobian,
    Budget budget,
    double tolerance
)
{
    private const int Columns = 8;

    public OdeSolution Solve(double[] start, double from, double to)
    {
        var solution = new OdeSolution { IsStiff = true };
        solution.Add(from, start);
        var (t, y) = (from, Vector<double>.Build.DenseOfArray(start));
        var direction = Math.Sign(to - from);
        var h = Math.Abs(to - from) * 1e-6;
        while ((to - t) * direction > 0)
        {
            if (h < 1e-15 * Math.Max(Math.Abs(t), 1e-3 * Math.Abs(to - from)))
            {
                solution.BlowUp = t;
                return solution;
            }

            h = Math.Min(h, Math.Abs(to - t));
            var (next, error, order) = Step(t, y, h * direction);
            if (!(error <= 1))
            {
                h *= double.IsFinite(error) ? Math.Max(0.1, 0.8 * Math.Pow(error, -1.0 / order)) : 0.1;
                continue;
            }

            t = Math.Abs(to - t) <= h * (1 + 1e-12) ? to : t + (h * direction);
            y = next;
            solution.Add(t, y.ToArray());
            if (y.AbsoluteMaximum() > 1e100)
            {
                solution.BlowUp = t;
                return solution;
            }

            h *= Math.Min(4, 0.8 * Math.Pow(Math.Max(error, 1e-10), -1.0 / order));
        }

        return solution;
    }

    private (Vector<double> Next, double Error, int Order) Step(double t, Vector<double> y, double h)
    {
        var j = jacobian(t, y.ToArray());
        if (!j.ForAll(double.IsFinite))
            return (y, double.NaN, 2);
        var table = new Vector<double>[Columns];
        var best = (Next: y, Error: double.PositiveInfinity, Order: 2);
        for (var row = 0; row < Columns; row++)
        {
            var next = Euler(t, y, h, j, row + 1);
            if (!next.ForAll(double.IsFinite))
                return (y, double.NaN, 2);
            var current = next;
            for (var k = 1; k <= row; k++)
            {
                var factor = ((row + 1.0) / (row + 1 - k)) - 1;
                var refined = current + ((current - table[k - 1]) / factor);
                table[k - 1] = current;
                current = refined;
            }

            if (row > 0)
            {
                var error = Norm(current - table[row - 1], y, current);
                if (error < best.Error)
                    best = (current, error, row + 1);
                if (error <= 1)
                    break;
            }

            table[row] = current;
        }

        return best;
    }

    /// <summary>n small steps with one factorisation: (I − hJ)·Δ = h·f.</summary>
    private Vector<double> Euler(double t, Vector<double> y, double h, Matrix<double> j, int n)
    {
        var small = h / n;
        budget.Spend((long)y.Count * y.Count * (y.Count + n));
        var lu = (Matrix<double>.Build.DenseIdentity(y.Count) - (small * j)).LU();
        for (var i = 1; i <= n; i++)
            y += lu.Solve(small * Vector<double>.Build.DenseOfArray(f(t + (i * small), y.ToArray())));
        return y;
    }

    private double Norm(Vector<double> difference, Vector<double> y, Vector<double> next)
    {
        double worst = 0;
        for (var i = 0; i < y.Count; i++)
            worst = Math.Max(
                worst,
                Math.Abs(difference[i]) / (tolerance * (1e-3 + Math.Max(Math.Abs(y[i]), Math.Abs(next[i]))))
            );
        return worst;
    }
}
