using PaperBot.Calculator.Evaluation;
using PaperBot.Calculator.Limits;
using PaperBot.Calculator.Numbers;
using PaperBot.Calculator.Numeric;
using PaperBot.Calculator.Symbolic;
using PaperBot.Calculator.Tree;

namespace PaperBot.Calculator.Equations;

/// <summary>One equation f = 0 in one unknown: as a polynomial, by isolation, in a common kernel, then by search.</summary>
internal sealed class EquationSolver(Evaluator e, string name)
{
    private readonly Algebra _a = e.Algebra;

    /// <summary>The solutions as formulas or numbers; null when only a search could help and names are free.</summary>
    public IReadOnlyList<Node>? Solve(Node f)
    {
        if (!Walk.Contains(f, name))
            throw new CalculatorException(
                Make.IsZero(new Simplifier(_a).Simplify(f)) ? "equation.always" : "equation.none",
                ("name", name)
            );
        var fraction = new RationalForm(_a).Fraction(f);
        var above = fraction?.Above ?? f;
        if (!Walk.Contains(above, name))
            throw new CalculatorException(Make.IsZero(above) ? "equation.always" : "equation.none", ("name", name));
        var found = Polynomial(above) ?? Symbolic(above) ?? Symbolic(f);
        if (found is null)
            return IsNumeric(f) ? Search(f) : null;
        var good = found.Where(r => Holds(f, r)).Distinct().ToList();
        if (good.Count == 0 && found.Count > 0 && IsNumeric(f))
            return Search(f);
        return f.IsInexact ? [.. good.Select(ToDecimal)] : good;
    }

    public bool IsNumeric(Node f) => Walk.Symbols(f).All(n => n == name || Constants.IsKnown(n));

    private Node ToDecimal(Node node) =>
        Algebra.IsConstant(node) && NumericValue.Of(node, e.Budget) is { } value
            ? new NumberNode(value is ExactNumber x ? new ExactNumber(x.Re, x.Im, true) : value)
            : node;

    private IReadOnlyList<Node>? Polynomial(Node above)
    {
        if (RationalPolynomial.From(above, name, _a) is { Degree: >= 1 } polynomial)
        {
            var roots = PolynomialSolver.Roots(polynomial, _a);
            foreach (var (root, count) in roots.Where(r => r.Multiplicity > 1))
                e.Warn(
                    "notice.multiple",
                    ("name", name),
                    ("root", Syntax.Printer.Display(new Presenter(_a).Present(root))),
                    ("count", count)
                );
            return [.. roots.Select(r => r.Root)];
        }

        if (PolynomialForm.Coefficients(above, name, _a) is not { Count: >= 2 } coefficients)
            return null;
        if (coefficients.Count <= 3)
            return PolynomialSolver.Quadratic(coefficients, _a);
        if (!coefficients.All(Algebra.IsConstant))
            return null;
        var values = coefficients
            .Select(c => NumericValue.Of(c, e.Budget)?.ToComplex() ?? throw new CalculatorException("math.undefined"))
            .ToArray();
        return [.. PolynomialRoots.Floating(values, e.Budget).Select(r => (Node)new NumberNode(new FloatNumber(r)))];
    }

    private IReadOnlyList<Node>? Symbolic(Node f)
    {
        try
        {
            var isolation = new Isolation(_a, name);
            if (isolation.Solve(f, NumberNode.Zero) is { } direct)
            {
                if (isolation.IsPeriodic)
                    e.Warn("notice.more");
                return direct;
            }

            return Kernel(f);
        }
        catch (CalculatorException error) when (error.Key.StartsWith("math.", StringComparison.Ordinal))
        {
            return null;
        }
    }

    /// <summary>A polynomial in one inner function of the unknown, such as e^x or sin x.</summary>
    private List<Node>? Kernel(Node f)
    {
        var kernels = new List<Node>();
        Walk.Each(
            f,
            n =>
            {
                if (
                    n is ApplyNode { Head: not (Heads.Add or Heads.Multiply) } apply
                    && Walk.Contains(n, name)
                    && n.Count < 60
                    && !Make.IsInteger(apply.Arguments[^1], out _)
                    && !kernels.Contains(n)
                )
                    kernels.Add(n);
            }
        );
        var t = new SymbolNode("#k");
        foreach (var kernel in kernels.OrderBy(k => k.Count).Take(8))
        {
            var replaced = _a.Rebuild(Replace(f, kernel, t));
            if (Walk.Contains(replaced, name))
                continue;
            if (new EquationSolver(e, t.Name).Solve(replaced) is not { } values)
                continue;
            var all = new List<Node>();
            var isolation = new Isolation(_a, name);
            foreach (var value in values)
            {
                if (isolation.Solve(kernel, value) is not { } part)
                    return null;
                all.AddRange(part);
            }

            if (isolation.IsPeriodic)
                e.Warn("notice.more");
            return all;
        }

        return null;
    }

    private Node Replace(Node node, Node kernel, Node by)
    {
        if (node.Equals(kernel))
            return by;
        // e^(2x) is the square of the kernel e^x.
        if (
            kernel is ApplyNode { Head: Heads.Power } k
            && node is ApplyNode { Head: Heads.Power } p
            && p[0].Equals(k[0])
            && Walk.Contains(p[1], name)
            && Make.IsInteger(new Simplifier(_a).Simplify(_a.Divide(p[1], k[1])), out var n)
        )
            return new ApplyNode(Heads.Power, by, NumberNode.Of(n));
        return Walk.Map(node, c => Replace(c, kernel, by));
    }

    /// <summary>A candidate is kept unless putting it in shows that it is none.</summary>
    private bool Holds(Node f, Node root)
    {
        if (!IsNumeric(f) || !Algebra.IsConstant(root))
            return true;
        try
        {
            var value = _a.Substitute(f, name, root);
            if (Make.IsZero(value))
                return true;
            if (
                NumericValue.Of(value, e.Budget)?.ToComplex() is not { } residual
                || !double.IsFinite(residual.Magnitude)
            )
                return false;
            var scale = Walk.Children(f)
                .Select(t => NumericValue.Of(_a.Substitute(t, name, root), e.Budget)?.ToComplex().Magnitude ?? 0)
                .DefaultIfEmpty(1)
                .Max();
            return residual.Magnitude <= 1e-7 * Math.Max(scale, 1e-3);
        }
        catch (CalculatorException error) when (error.Key.StartsWith("math.", StringComparison.Ordinal))
        {
            return false;
        }
    }

    private IReadOnlyList<Node> Search(Node f)
    {
        var roots = IntervalSolver.Find(e, f, name, double.NegativeInfinity, double.PositiveInfinity);
        e.Warn("notice.numeric");
        return roots;
    }
}
