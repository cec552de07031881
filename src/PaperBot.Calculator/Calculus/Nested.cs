using PaperBot.Calculator.Evaluation;
using PaperBot.Calculator.Limits;
using PaperBot.Calculator.Numeric;
using PaperBot.Calculator.Symbolic;
using PaperBot.Calculator.Tree;

namespace PaperBot.Calculator.Calculus;

/// <summary>Integrals over several variables, the inner ones as functions of the outer ones.</summary>
internal static class Nested
{
    public static Node Integrate(Evaluator e, Node f, List<(string Name, Node Low, Node High)> ranges)
    {
        if (ranges.Count > 3)
            throw new CalculatorException("function.many", ("name", "integrate"), ("count", 10));
        var order = Order(ranges);
        if (ByFormula(e, f, order) is { } exact)
            return exact;
        var names = order.Select(r => r.Name).Reverse().ToArray();
        var inner = RealCompiler.Compile(f, names);
        var place = new double[names.Length];
        var result = Level(e, order, names, inner, place, f.Count, order.Count - 1);
        return Integrals.Report(e, result);
    }

    /// <summary>Innermost first: the variable that no bound mentions... is outermost when bounds mention it.</summary>
    private static List<(string Name, Node Low, Node High)> Order(List<(string Name, Node Low, Node High)> ranges)
    {
        var rest = ranges.ToList();
        var order = new List<(string Name, Node Low, Node High)>();
        while (rest.Count > 0)
        {
            // Innermost is a variable on which no remaining bound depends.
            var at = rest.FindIndex(r => !rest.Any(o => Walk.Contains(o.Low, r.Name) || Walk.Contains(o.High, r.Name)));
            if (at < 0)
                throw new CalculatorException("value.bounds");
            order.Add(rest[at]);
            rest.RemoveAt(at);
        }

        return order;
    }

    /// <summary>Inner integrals that have an antiderivative leave one dimension less.</summary>
    private static Node? ByFormula(Evaluator e, Node f, List<(string Name, Node Low, Node High)> order)
    {
        if (f.IsInexact)
            return null;
        var call = f;
        foreach (var (name, low, high) in order.SkipLast(1))
        {
            if (Walk.Any(call, n => Breaks(n, name)))
                return null;
            if (Algebra.IsInfinity(low, out _) || Algebra.IsInfinity(high, out _))
                return null;
            if (
                new Antiderivative(e.Algebra, name).Find(call) is not { } whole
                || Walk.Any(whole, n => n is ApplyNode { Head: "ln" or "atan" })
            )
                return null;
            call = e.Algebra.Subtract(e.Algebra.Substitute(whole, name, high), e.Algebra.Substitute(whole, name, low));
        }

        var last = order[^1];
        var outer = new ApplyNode("integrate", call, new SymbolNode(last.Name), last.Low, last.High);
        return Integrals.Integrate(e, outer);
    }

    private static bool Breaks(Node node, string name) =>
        node is ApplyNode { Head: "abs" or "floor" or "sign" }
        || (
            node is ApplyNode { Head: Heads.Power } power
            && power[1] is NumberNode { Value.Sign: < 0 }
            && Walk.Contains(power[0], name)
        );

    private static Quadrature Level(
        Evaluator e,
        List<(string Name, Node Low, Node High)> order,
        string[] names,
        Func<double[], double> f,
        double[] place,
        int cost,
        int level
    )
    {
        var at = names.Length - 1 - level;
        var (_, low, high) = order[level];
        var from = Bound(low, names, place);
        var to = Bound(high, names, place);
        double worst = 0;
        double Value(double x)
        {
            place[at] = x;
            if (level == 0)
            {
                e.Budget.Spend(cost);
                return f(place);
            }

            var saved = (double[])place.Clone();
            var inner = Level(e, order, names, f, place, cost, level - 1);
            saved.CopyTo(place, 0);
            worst = Math.Max(worst, inner.Error);
            return inner.Value;
        }

        var result = Range(Value, from, to, e.Budget, level);
        var width = double.IsFinite(to - from) ? Math.Abs(to - from) : 10;
        return result with { Error = result.Error + (worst * width) };
    }

    private static Quadrature Range(Func<double, double> f, double from, double to, Budget budget, int level)
    {
        if (from == to)
            return default;
        if (from > to)
            return -1 * Range(f, to, from, budget, level);
        if (double.IsFinite(from) && double.IsFinite(to))
        {
            var smooth = GaussKronrod.Adaptive(f, from, to, budget, level == 0 ? 1e-11 : 1e-9, 40);
            if (smooth.IsGood(1e-8))
                return smooth;
            var half = (to - from) / 2;
            return DoubleExponential.Finite(u => f(from + u), half, budget)
                + DoubleExponential.Finite(u => f(to - u), half, budget);
        }

        if (double.IsFinite(from))
            return DoubleExponential.Infinite(u => f(from + u), budget);
        if (double.IsFinite(to))
            return DoubleExponential.Infinite(u => f(to - u), budget);
        return DoubleExponential.Infinite(f, budget) + DoubleExponential.Infinite(u => f(-u), budget);
    }

    private static double Bound(Node node, string[] names, double[] place)
    {
        if (Algebra.IsInfinity(node, out var sign))
            return sign * double.PositiveInfinity;
        var value = RealCompiler.Compile(node, names)(place);
        return double.IsNaN(value) ? throw new CalculatorException("value.bounds").At(node.Span) : value;
    }
}
