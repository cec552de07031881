using PaperBot.Calculator.Evaluation;
using PaperBot.Calculator.Limits;
using PaperBot.Calculator.Numbers;
using PaperBot.Calculator.Numeric;
using PaperBot.Calculator.Symbolic;
using PaperBot.Calculator.Tree;

namespace PaperBot.Calculator.Equations;

/// <summary>All real roots of f in an interval.</summary>
internal static class IntervalSolver
{
    private const int Samples = 3000;
    private const int MaxRoots = 300;

    public static IReadOnlyList<Node> Find(Evaluator e, Node f, string name, double low, double high)
    {
        var a = e.Algebra;
        if (!f.IsInexact && RationalPolynomial.From(f, name, a) is { Degree: >= 1 } polynomial)
            return Real(e, polynomial, low, high);
        var value = RealCompiler.CompileOne(f, name, e.Budget);
        var found = RootScanner.Find(value, low, high, e.Budget, Samples, MaxRoots, Slope(a, f, name));
        if (found.IsPartial)
            e.Warn("notice.more");
        foreach (var pole in found.Poles.Take(3))
            e.Warn("notice.pole", ("place", pole));
        var roots = found.Roots.ToList();
        Ends(value, low, high, roots);
        if (found.Flats.Count > 0 && IsTrulyZero(e, f, name, found.Flats))
        {
            var nearest = found.Flats.MinBy(Math.Abs);
            // A root of high order looks flat around itself.
            var isPoint = found.Flats.Max() - found.Flats.Min() < 1e-5 * Math.Max(1, Math.Abs(nearest));
            if (!isPoint)
                e.Warn("notice.more");
            if (!roots.Exists(r => Math.Abs(r - nearest) < 1e-6 * Math.Max(1, Math.Abs(nearest))))
                roots.Add(nearest);
        }

        return [.. roots.Order().Select(r => Exact(e, f, name, r)).Distinct()];
    }

    /// <summary>With a wide exponent a value that only underflows is not zero.</summary>
    private static bool IsTrulyZero(Evaluator e, Node f, string name, IEnumerable<double> flats)
    {
        foreach (var x in flats.OrderBy(Math.Abs).Take(20))
        {
            if (BigEvaluator.TryEvaluate(f, 160, e.Budget, name, BigFloat.FromDouble(x)) is { } value)
                return value.IsZero;
        }

        return true;
    }

    /// <summary>The slope as a function, where the formula can be differentiated.</summary>
    public static Func<double, double>? Slope(Algebra a, Node f, string name)
    {
        try
        {
            return RealCompiler.CompileOne(new Differentiator(a).Differentiate(f, name), name, a.Budget);
        }
        catch (CalculatorException error)
            when (error.Key is "function.derivative" or "function.numeric" or "limit.nodes")
        {
            return null;
        }
    }

    private static List<Node> Real(Evaluator e, RationalPolynomial polynomial, double low, double high)
    {
        var roots = new List<Node>();
        foreach (var (root, _) in PolynomialSolver.Roots(polynomial, e.Algebra))
        {
            if (
                NumericValue.Of(root, e.Budget) is { IsReal: true } value
                && value.ToDouble() >= low
                && value.ToDouble() <= high
            )
                roots.Add(root);
        }

        return roots;
    }

    /// <summary>A root at an end, where f is not exactly zero only because of rounding.</summary>
    private static void Ends(Func<double, double> f, double low, double high, List<double> roots)
    {
        foreach (var (end, inside) in (ReadOnlySpan<(double, double)>)[(low, 1), (high, -1)])
        {
            if (double.IsInfinity(end) || roots.Any(r => Math.Abs(r - end) <= 1e-9 * Math.Max(1, Math.Abs(end))))
                continue;
            var step = (high - low) is var width && double.IsFinite(width) ? width * 1e-4 : 1e-4;
            var beside = Math.Abs(f(end + (inside * step)));
            if (Math.Abs(f(end)) <= 1e-11 * beside)
                roots.Add(end);
        }
    }

    /// <summary>A root that is a short fraction, or one times π, and fits exactly, is given exactly.</summary>
    private static Node Exact(Evaluator e, Node f, string name, double root)
    {
        var a = e.Algebra;
        if (f.IsInexact)
            return NumberNode.Of(root);
        foreach (var unit in (ReadOnlySpan<double>)[1, Math.PI])
        {
            var ratio = Fractions.Nearest(root / unit, 1e-11);
            if (ratio.Denominator > 1000 || Rational.Abs(ratio).Numerator > 100_000)
                continue;
            var candidate = unit == 1 ? NumberNode.Of(ratio) : a.Product(NumberNode.Of(ratio), Algebra.Pi);
            if (IsRoot(a, f, name, candidate))
                return candidate;
        }

        return NumberNode.Of(root);
    }

    private static bool IsRoot(Algebra a, Node f, string name, Node candidate)
    {
        try
        {
            return Make.IsZero(new Simplifier(a).Simplify(a.Substitute(f, name, candidate)));
        }
        catch (CalculatorException error) when (error.Key.StartsWith("math.", StringComparison.Ordinal))
        {
            return false;
        }
    }
}
