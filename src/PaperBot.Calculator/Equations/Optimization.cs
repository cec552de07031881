using System.Collections.Immutable;
using PaperBot.Calculator.Evaluation;
using PaperBot.Calculator.Functions;
using PaperBot.Calculator.Limits;
using PaperBot.Calculator.Numbers;
using PaperBot.Calculator.Numeric;
using PaperBot.Calculator.Symbolic;
using PaperBot.Calculator.Tree;

namespace PaperBot.Calculator.Equations;

/// <summary>minimize(f, x), minimize(f, x, a, b), minimize(f, {x, y}); maximize the same.</summary>
internal static class Optimization
{
    public static Node Minimize(Evaluator e, ApplyNode call) => Run(e, call, 1, "minimum");

    public static Node Maximize(Evaluator e, ApplyNode call) => Run(e, call, -1, "maximum");

    private static ApplyNode Run(Evaluator e, ApplyNode call, int sign, string word)
    {
        Algebra.Arity(FunctionTable.Find(call.Head)!, call.Arguments.Length);
        var names = ListFunctions.Items(call[1]).Select(AlgebraList.Name).ToArray();
        var f = SolveCommand.Difference(e, call[0], names);
        if (Walk.Symbols(f).Any(n => !names.Contains(n) && !Constants.IsKnown(n)))
            throw new CalculatorException("value.number").At(call[0].Span);
        if (names.Length > 1)
            return Several(e, f, names, sign, word);
        var (low, high) =
            call.Arguments.Length >= 4
                ? (SolveCommand.Bound(e, call[2]), SolveCommand.Bound(e, call[3]))
                : (double.NegativeInfinity, double.PositiveInfinity);
        return One(e, f, names[0], Math.Min(low, high), Math.Max(low, high), sign, word);
    }

    private static ApplyNode One(Evaluator e, Node f, string name, double low, double high, int sign, string word)
    {
        var a = e.Algebra;
        var value = RealCompiler.CompileOne(f, name, e.Budget);
        var candidates = new List<Node>();
        foreach (
            var (end, exact) in (ReadOnlySpan<(double, Node)>)[(low, NumberNode.Of(low)), (high, NumberNode.Of(high))]
        )
        {
            if (double.IsFinite(end))
                candidates.Add(Fractions.Nearest(end, 0) is var r && r.Denominator < 1000 ? NumberNode.Of(r) : exact);
            else if (
                sign * value(end > 0 ? 1e9 : -1e9) < -1e8
                || double.IsInfinity(value(end > 0 ? 1e9 : -1e9)) && sign * value(end > 0 ? 1e9 : -1e9) < 0
            )
                throw new CalculatorException("math.unbounded");
        }

        if (Slopes(e, f, name) is { } slope)
            candidates.AddRange(IntervalSolver.Find(e, slope, name, low, high));
        candidates.AddRange(new Calculus.CriticalPoints(a, name).Find(f, low, high).Select(p => p.Exact));
        candidates.AddRange(Grid(value, low, high, sign, e.Budget).Select(x => (Node)NumberNode.Of(x)));
        Node? best = null;
        var least = double.PositiveInfinity;
        foreach (var candidate in candidates)
        {
            if (NumericValue.Of(candidate, e.Budget) is not { IsReal: true } place)
                continue;
            var here = sign * value(place.ToDouble());
            // An exact place is preferred to the same place as a decimal.
            if (
                here < least - (1e-13 * Math.Abs(here))
                || (here <= least + (1e-13 * Math.Abs(here)) && best is { IsInexact: true } && !candidate.IsInexact)
            )
                (best, least) = (candidate, here);
        }

        if (best is null || !double.IsFinite(least))
            throw new CalculatorException("math.solve");
        foreach (var end in (ReadOnlySpan<double>)[low, high])
        {
            // exp(x) comes ever closer to 0 and never reaches it.
            if (double.IsInfinity(end) && sign * value(end > 0 ? 1e9 : -1e9) is var far && far < least)
                throw new CalculatorException("math.infimum", ("value", sign * far), ("end", end)).At(f.Span);
        }

        var top = best.IsInexact ? NumberNode.Of(sign * least) : a.Substitute(f, name, best);
        return Make.List([Make.Equation(new SymbolNode(name), best), Make.Equation(new SymbolNode(word), top)]);
    }

    private static Node? Slopes(Evaluator e, Node f, string name)
    {
        try
        {
            var slope = new Simplifier(e.Algebra).Brief(new Differentiator(e.Algebra).Differentiate(f, name));
            return Walk.Contains(slope, name) ? slope : null;
        }
        catch (CalculatorException error) when (error.Key == "function.derivative")
        {
            return null;
        }
    }

    /// <summary>The best few of many places, each followed down into its valley.</summary>
    private static IEnumerable<double> Grid(Func<double, double> f, double low, double high, int sign, Budget budget)
    {
        var (from, to) = (Math.Max(low, -100), Math.Min(high, 100));
        if (from >= to)
            (from, to) = double.IsFinite(low) ? (low, low + 200) : (high - 200, high);
        const int Count = 2000;
        var values = Enumerable
            .Range(0, Count + 1)
            .Select(i => (X: from + ((to - from) * i / Count), I: i))
            .Select(p => (p.X, p.I, Y: sign * f(p.X)))
            .Where(p => double.IsFinite(p.Y))
            .OrderBy(p => p.Y)
            .Take(5)
            .ToList();
        var step = (to - from) / Count;
        foreach (var (x, _, _) in values)
            yield return RootScanner.Golden(t => sign * f(t), Math.Max(from, x - step), Math.Min(to, x + step), budget);
    }

    private static ApplyNode Several(Evaluator e, Node f, string[] names, int sign, string word)
    {
        var a = e.Algebra;
        var value = RealCompiler.Compile(f, names);
        var differentiator = new Differentiator(a);
        var gradient = names.Select(n => differentiator.Differentiate(f, n)).ToImmutableArray();
        var points = new NewtonSystem(a, gradient, names).Find().ToList();
        var simplex = new NelderMead(x => sign * value(x), names.Length, e.Budget, f.Count);
        points.AddRange(simplex.Find());
        var best =
            points.Where(p => double.IsFinite(value(p))).OrderBy(p => sign * value(p)).FirstOrDefault()
            ?? throw new CalculatorException("math.solve");
        if (best.Any(x => Math.Abs(x) > 1e7))
            throw new CalculatorException("math.unbounded");
        e.Warn("notice.local");
        var items = names
            .Select((n, i) => (Node)Make.Equation(new SymbolNode(n), NumberNode.Of(Clean(best[i]))))
            .ToList();
        items.Add(Make.Equation(new SymbolNode(word), NumberNode.Of(value(best))));
        return Make.List([.. items]);
    }

    private static double Clean(double x) =>
        Math.Abs(x) < 1e-10 ? 0
        : Math.Abs(x - Math.Round(x)) < 1e-10 ? Math.Round(x)
        : x;
}
