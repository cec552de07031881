using MathNet.Numerics.LinearAlgebra;
using PaperBot.Calculator.Evaluation;
using PaperBot.Calculator.Functions;
using PaperBot.Calculator.Limits;
using PaperBot.Calculator.Numbers;
using PaperBot.Calculator.Numeric;
using PaperBot.Calculator.Symbolic;
using PaperBot.Calculator.Tree;

namespace PaperBot.Calculator.Equations;

/// <summary>ode(x'' = -x, x(0) = 1, x'(0) = 0, t, 0, 10): the values at the end, and the curves.</summary>
internal static class OdeCommand
{
    public static Node Solve(Evaluator e, ApplyNode call)
    {
        Algebra.Arity(FunctionTable.Find("ode")!, call.Arguments.Length);
        var problem = OdeProblem.Read(e, call);
        var coarse = Run(e, problem, 1e-9);
        var fine = coarse.BlowUp is null ? Run(e, problem, 1e-11) : coarse;
        if (fine.BlowUp is { } place)
            throw new CalculatorException("ode.blowup", ("name", problem.Time), ("place", place)).At(call.Span);
        if (fine.IsStiff)
            e.Warn("notice.stiff");
        var largest = Enumerable.Range(0, fine.End.Length).Select(i => fine.States.Max(y => Math.Abs(y[i]))).ToArray();
        var error = fine
            .End.Select((x, i) => Math.Abs(x - coarse.End[i]) / Math.Max(Math.Abs(x), 1e-9 * largest[i] + 1e-300))
            .Max();
        if (error > 1e-6)
            e.Warn("notice.accuracy", ("error", error));
        else
            e.Warn("notice.error", ("error", Math.Max(error, 1e-12)));
        e.Plots.Add(Curves(problem, fine));
        var items = problem.States.Select(
            (s, i) =>
                (Node)
                    Make.Equation(
                        Value(s.Name, s.Order, problem.To),
                        NumberNode.Of(Told(fine.End[i], coarse.End[i], largest[i]))
                    )
        );
        return Make.List([.. items]);
    }

    /// <summary>What is less than its own error beside the whole curve is zero.</summary>
    private static double Told(double fine, double coarse, double largest) =>
        Math.Abs(fine) <= 2 * Math.Abs(fine - coarse) && Math.Abs(fine) < 1e-9 * largest ? 0 : fine;

    private static ApplyNode Value(string name, int order, double to)
    {
        Node head = new SymbolNode(name);
        if (order > 0)
            head = new ApplyNode(Heads.Prime, head, NumberNode.Of(order));
        return new ApplyNode(
            Heads.At,
            head,
            new NumberNode(new ExactNumber(Rational.FromDouble(to), Rational.Zero, true))
        );
    }

    private static OdeSolution Run(Evaluator e, OdeProblem problem, double tolerance)
    {
        var rates = problem.Rates.Select(r => RealCompiler.Compile(r, problem.Names)).ToArray();
        var cost = problem.Rates.Sum(r => r.Count);
        double[] F(double t, double[] y)
        {
            e.Budget.Spend(cost);
            double[] place = [t, .. y];
            return Array.ConvertAll(rates, r => r(place));
        }

        if (problem.From == problem.To)
        {
            var nothing = new OdeSolution();
            nothing.Add(problem.From, problem.Start);
            return nothing;
        }

        if (F(problem.From, problem.Start).Any(v => !double.IsFinite(v)))
            throw new CalculatorException("math.undefined");
        var explicitly = new DormandPrince(F, e.Budget, tolerance).Solve(
            problem.Start,
            problem.From,
            problem.To,
            60_000
        );
        if (!explicitly.IsStiff)
            return explicitly;
        return new StiffExtrapolation(F, Jacobian(e.Algebra, problem, F), e.Budget, tolerance).Solve(
            problem.Start,
            problem.From,
            problem.To
        );
    }

    private static Func<double, double[], Matrix<double>> Jacobian(
        Algebra a,
        OdeProblem problem,
        Func<double, double[], double[]> f
    )
    {
        var names = problem.Names;
        var size = problem.States.Count;
        try
        {
            var differentiator = new Differentiator(a);
            var slopes = problem
                .Rates.Select(r =>
                    names.Skip(1).Select(n => RealCompiler.Compile(differentiator.Differentiate(r, n), names)).ToArray()
                )
                .ToArray();
            return (t, y) =>
            {
                double[] place = [t, .. y];
                a.Budget.Spend(size * size * 8);
                return Matrix<double>.Build.Dense(size, size, (i, j) => slopes[i][j](place));
            };
        }
        catch (CalculatorException error) when (error.Key is "function.derivative" or "function.numeric")
        {
            return (t, y) => Differences(f, t, y);
        }
    }

    private static Matrix<double> Differences(Func<double, double[], double[]> f, double t, double[] y)
    {
        var center = f(t, y);
        var result = Matrix<double>.Build.Dense(y.Length, y.Length);
        for (var j = 0; j < y.Length; j++)
        {
            var moved = (double[])y.Clone();
            var step = 1e-7 * Math.Max(1e-3, Math.Abs(y[j]));
            moved[j] += step;
            var other = f(t, moved);
            for (var i = 0; i < y.Length; i++)
                result[i, j] = (other[i] - center[i]) / step;
        }

        return result;
    }

    private static PlotData Curves(OdeProblem problem, OdeSolution solution)
    {
        var series = problem
            .States.Select((s, i) => (s, i))
            .Where(p => p.s.Order == 0)
            .Take(6)
            .Select(p => new PlotSeries(
                $"{p.s.Name}({problem.Time})",
                null,
                PlotKind.Line,
                [
                    [.. Thin(solution.Times.Zip(solution.States, (t, y) => new PlotPoint(t, y[p.i])))],
                ]
            ))
            .ToList();
        return new PlotData(
            series,
            problem.Time,
            series.Count == 1 ? problem.States[0].Name : "",
            null,
            false,
            false,
            false,
            Math.Min(problem.From, problem.To),
            Math.Max(problem.From, problem.To),
            null,
            null
        );
    }

    private static IEnumerable<PlotPoint> Thin(IEnumerable<PlotPoint> points)
    {
        var all = points.ToList();
        var every = Math.Max(1, all.Count / 2000);
        return all.Where((_, i) => i % every == 0 || i == all.Count - 1);
    }
}
