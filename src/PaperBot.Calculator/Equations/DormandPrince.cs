using PaperBot.Calculator.Limits;

namespace PaperBot.Calculator.Equations;

/// <summary>The pair of Dormand and Prince of orders 5 and 4, with a test for stiffness.</summary>
internal sealed class DormandPrince(Func<double, double[], double[]> f, Budget budget, double tolerance)
{
    private static readonly double[] C = [0, 0.2, 0.3, 0.8, 8.0 / 9, 1, 1];

    private static readonly double[][] A =
    [
        [],
        [0.2],
        [3.0 / 40, 9.0 / 40],
        [44.0 / 45, -56.0 / 15, 32.0 / 9],
        [19372.0 / 6561, -25360.0 / 2187, 64448.0 / 6561, -212.0 / 729],
        [9017.0 / 3168, -355.0 / 33, 46732.0 / 5247, 49.0 / 176, -5103.0 / 18656],
        [35.0 / 384, 0, 500.0 / 1113, 125.0 / 192, -2187.0 / 6784, 11.0 / 84],
    ];

    private static readonly double[] E =
    [
        71.0 / 57600,
        0,
        -71.0 / 16695,
        71.0 / 1920,
        -17253.0 / 339200,
        22.0 / 525,
        -1.0 / 40,
    ];

    /// <summary>Stops early, with <see cref="OdeSolution.IsStiff"/>, when an implicit method is needed.</summary>
    public OdeSolution Solve(double[] start, double from, double to, int maxSteps)
    {
        var solution = new OdeSolution();
        solution.Add(from, start);
        var (t, y) = (from, start);
        var direction = Math.Sign(to - from);
        var k0 = f(t, y);
        var h = FirstStep(y, k0, Math.Abs(to - from));
        var stiff = 0;
        for (var step = 0; (to - t) * direction > 0; step++)
        {
            budget.Spend(y.Length * 8);
            if (step > maxSteps)
            {
                solution.IsStiff = true;
                return solution;
            }

            if (h < 4e-16 * Math.Max(Math.Abs(t), 1e-3 * Math.Abs(to - from)))
            {
                solution.BlowUp = t;
                return solution;
            }

            h = Math.Min(h, Math.Abs(to - t));
            var (next, error, k6, ratio) = Step(t, y, k0, h * direction);
            if (!(error <= 1))
            {
                h *= double.IsNaN(error) ? 0.1 : Math.Max(0.1, 0.9 * Math.Pow(error, -0.2));
                continue;
            }

            stiff = ratio > 3.25 ? stiff + 1 : Math.Max(0, stiff - 1);
            if (stiff > 25)
            {
                solution.IsStiff = true;
                return solution;
            }

            t = Math.Abs(to - t) <= h * (1 + 1e-12) ? to : t + (h * direction);
            (y, k0) = (next, k6);
            solution.Add(t, y);
            if (y.Any(v => Math.Abs(v) > 1e100))
            {
                solution.BlowUp = t;
                return solution;
            }

            h *= error == 0 ? 5 : Math.Min(5, 0.9 * Math.Pow(error, -0.2));
        }

        return solution;
    }

    private (double[] Next, double Error, double[] Slope, double Ratio) Step(
        double t,
        double[] y,
        double[] k0,
        double h
    )
    {
        var k = new double[7][];
        k[0] = k0;
        var stage = y;
        var before = y;
        for (var s = 1; s < 7; s++)
        {
            before = stage;
            stage = (double[])y.Clone();
            for (var j = 0; j < s; j++)
            {
                for (var i = 0; i < y.Length; i++)
                    stage[i] += h * A[s][j] * k[j][i];
            }

            k[s] = f(t + (C[s] * h), stage);
        }

        double error = 0,
            above = 0,
            below = 0;
        for (var i = 0; i < y.Length; i++)
        {
            double difference = 0;
            for (var s = 0; s < 7; s++)
                difference += E[s] * k[s][i];
            var scale = tolerance * (1e-3 + Math.Max(Math.Abs(y[i]), Math.Abs(stage[i])));
            error = Math.Max(error, Math.Abs(h * difference) / scale);
            if (double.IsNaN(difference))
                error = double.NaN;
            above += Math.Pow(k[6][i] - k[5][i], 2);
            below += Math.Pow(stage[i] - before[i], 2);
        }

        return (stage, error, k[6], below > 0 ? Math.Abs(h) * Math.Sqrt(above / below) : 0);
    }

    private double FirstStep(double[] y, double[] slope, double span)
    {
        var size = y.Max(Math.Abs) + 1e-3;
        var speed = slope.Max(Math.Abs);
        return Math.Min(span, speed > 0 ? 0.01 * size / speed * Math.Pow(tolerance, 0.1) : span * 1e-3);
    }
}
