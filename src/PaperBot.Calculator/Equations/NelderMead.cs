using PaperBot.Calculator.Limits;

namespace PaperBot.Calculator.Equations;

/// <summary>The simplex method of Nelder and Mead, from several starts: needs no derivatives.</summary>
internal sealed class NelderMead(Func<double[], double> f, int size, Budget budget, int cost)
{
    public IEnumerable<double[]> Find()
    {
        for (var k = 0; k < 8 && budget.Used < 0.7; k++)
        {
            var start = Enumerable
                .Range(0, size)
                .Select(j => (NewtonSystem.Halton(k + 1, j) - 0.5) * (k < 4 ? 4 : 20))
                .ToArray();
            yield return From(start);
        }
    }

    private double[] From(double[] start)
    {
        var simplex = new List<(double[] X, double Y)> { Measure(start) };
        for (var j = 0; j < size; j++)
        {
            var x = (double[])start.Clone();
            x[j] += x[j] == 0 ? 0.5 : 0.25 * Math.Abs(x[j]) + 0.1;
            simplex.Add(Measure(x));
        }

        for (var i = 0; i < 400 * size; i++)
        {
            simplex.Sort((p, q) => p.Y.CompareTo(q.Y));
            if (Math.Abs(simplex[^1].Y - simplex[0].Y) <= 1e-16 * Math.Abs(simplex[0].Y) && Spread(simplex) < 1e-9)
                break;
            var center = new double[size];
            for (var k = 0; k < size; k++)
            {
                for (var j = 0; j < size; j++)
                    center[j] += simplex[k].X[j] / size;
            }

            var worst = simplex[^1];
            var reflected = Along(center, worst.X, -1);
            if (reflected.Y < simplex[0].Y)
            {
                var expanded = Along(center, worst.X, -2);
                simplex[^1] = expanded.Y < reflected.Y ? expanded : reflected;
            }
            else if (reflected.Y < simplex[^2].Y)
            {
                simplex[^1] = reflected;
            }
            else
            {
                var contracted = Along(center, worst.X, reflected.Y < worst.Y ? -0.5 : 0.5);
                if (contracted.Y < Math.Min(worst.Y, reflected.Y))
                    simplex[^1] = contracted;
                else
                    Shrink(simplex);
            }
        }

        return simplex[0].X;
    }

    private (double[] X, double Y) Along(double[] center, double[] worst, double factor) =>
        Measure([.. center.Zip(worst, (c, w) => c + (factor * (w - c)))]);

    private void Shrink(List<(double[] X, double Y)> simplex)
    {
        for (var k = 1; k < simplex.Count; k++)
            simplex[k] = Along(simplex[0].X, simplex[k].X, 0.5);
    }

    private (double[] X, double Y) Measure(double[] x)
    {
        budget.Spend(cost + 10);
        var y = f(x);
        return (x, double.IsNaN(y) ? double.PositiveInfinity : y);
    }

    private static double Spread(List<(double[] X, double Y)> simplex) =>
        simplex.Max(p => p.X.Zip(simplex[0].X, (a, b) => Math.Abs(a - b)).Max());
}
