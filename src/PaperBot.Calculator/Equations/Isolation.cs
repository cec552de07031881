using System.Collections.Frozen;
using PaperBot.Calculator.Symbolic;
using PaperBot.Calculator.Tree;

namespace PaperBot.Calculator.Equations;

/// <summary>Undoing one operation after another until the unknown stands alone.</summary>
internal sealed class Isolation(Algebra a, string name)
{
    private static readonly FrozenDictionary<string, Func<Algebra, Node, Node[]>> Inverses = new Dictionary<
        string,
        Func<Algebra, Node, Node[]>
    >
    {
        ["sin"] = (a, c) => [a.Call("asin", c), a.Subtract(Algebra.Pi, a.Call("asin", c))],
        ["cos"] = (a, c) => [a.Negate(a.Call("acos", c)), a.Call("acos", c)],
        ["tan"] = (a, c) => [a.Call("atan", c)],
        ["asin"] = (a, c) => [a.Call("sin", c)],
        ["acos"] = (a, c) => [a.Call("cos", c)],
        ["atan"] = (a, c) => [a.Call("tan", c)],
        ["ln"] = (a, c) => [a.Power(Algebra.E, c)],
        ["log10"] = (a, c) => [a.Power(NumberNode.Of(10), c)],
        ["log2"] = (a, c) => [a.Power(NumberNode.Two, c)],
        ["sinh"] = (a, c) => [a.Call("asinh", c)],
        ["cosh"] = (a, c) => [a.Negate(a.Call("acosh", c)), a.Call("acosh", c)],
        ["tanh"] = (a, c) => [a.Call("atanh", c)],
        ["asinh"] = (a, c) => [a.Call("sinh", c)],
        ["acosh"] = (a, c) => [a.Call("cosh", c)],
        ["atanh"] = (a, c) => [a.Call("tanh", c)],
        ["cbrt"] = (a, c) => [a.Power(c, NumberNode.Of(3))],
        ["abs"] = (a, c) => Signs.Of(c) == -1 ? [] : [a.Negate(c), c],
        ["erf"] = (a, c) => [a.Call("erfinv", c)],
    }.ToFrozenDictionary();

    /// <summary>True once a periodic function was undone: the solutions found are those of one period.</summary>
    public bool IsPeriodic { get; private set; }

    /// <summary>Candidates for left = right; null when the unknown cannot be freed this way.</summary>
    public IReadOnlyList<Node>? Solve(Node left, Node right)
    {
        a.Budget.Spend(20);
        if (left is SymbolNode symbol)
            return symbol.Name == name ? [right] : null;
        if (left is not ApplyNode apply)
            return null;
        return apply.Head switch
        {
            Heads.Add => Sum(apply, right),
            Heads.Multiply => Product(apply, right),
            Heads.Power => Power(apply[0], apply[1], right),
            "lambertw" when apply.Arguments.Length == 1 => Solve(apply[0], a.Product(right, a.Power(Algebra.E, right))),
            _ => Function(apply, right),
        };
    }

    private IReadOnlyList<Node>? Sum(ApplyNode sum, Node right)
    {
        var inside = sum.Arguments.Where(t => Walk.Contains(t, name)).ToList();
        if (inside.Count != 1)
            return Quadratic(sum, right);
        var rest = a.Sum([.. sum.Arguments.Where(t => !Walk.Contains(t, name))]);
        return Solve(inside[0], a.Subtract(right, rest));
    }

    private IReadOnlyList<Node>? Quadratic(ApplyNode sum, Node right) =>
        PolynomialForm.Coefficients(a.Subtract(sum, right), name, a) is { Count: 2 or 3 } coefficients
            ? PolynomialSolver.Quadratic(coefficients, a)
            : null;

    private IReadOnlyList<Node>? Product(ApplyNode product, Node right)
    {
        var inside = product.Arguments.Where(f => Walk.Contains(f, name)).ToList();
        var rest = a.Product([.. product.Arguments.Where(f => !Walk.Contains(f, name))]);
        if (inside.Count == 1)
            return Make.IsZero(rest) ? null : Solve(inside[0], a.Divide(right, rest));
        if (Lambert(inside, a.Divide(right, rest)) is { } lambert)
            return lambert;
        if (!Make.IsZero(right))
            return null;
        var all = new List<Node>();
        foreach (var factor in inside)
        {
            // A factor such as e^x has no zero; one that cannot be solved spoils the whole.
            if (
                factor is ApplyNode { Head: Heads.Power } power
                && Walk.Contains(power[1], name)
                && !Walk.Contains(power[0], name)
            )
                continue;
            if (Solve(factor, NumberNode.Zero) is not { } zeros)
                return null;
            all.AddRange(zeros);
        }

        return all;
    }

    /// <summary>x·e^x = c has the solution W(c).</summary>
    private Node[]? Lambert(List<Node> inside, Node right)
    {
        if (
            inside.Count != 2
            || inside[0] is not SymbolNode
            || inside[1] is not ApplyNode { Head: Heads.Power } power
            || power[0] is not SymbolNode { Name: "e" }
            || !Walk.Contains(power[1], name)
        )
            return null;
        var rate = a.Divide(power[1], inside[0]);
        return Walk.Contains(rate, name) || Make.IsZero(right)
            ? null
            : [a.Divide(a.Call("lambertw", a.Product(rate, right)), rate)];
    }

    private IReadOnlyList<Node>? Power(Node b, Node e, Node right)
    {
        if (Walk.Contains(b, name) && Walk.Contains(e, name))
            return null;
        if (Walk.Contains(e, name))
            return Make.IsZero(right) ? [] : Solve(e, a.Divide(a.Call("ln", right), a.Call("ln", b)));
        if (Make.IsZero(right))
            return Signs.Of(e) == -1 ? [] : Solve(b, NumberNode.Zero);
        var root = a.Power(right, a.Power(e, NumberNode.MinusOne));
        if (!Make.IsInteger(e, out var n))
            return Solve(b, root);
        if (n % 2 != 0)
            return Solve(
                b,
                n == -1
                    ? root
                    : Rules.RealRoot(a, n < 0 ? a.Power(right, NumberNode.MinusOne) : right, Math.Abs(n)) ?? root
            );
        var (plus, minus) = (Solve(b, root), Solve(b, a.Negate(root)));
        return plus is null || minus is null ? null : [.. minus, .. plus];
    }

    private IReadOnlyList<Node>? Function(ApplyNode apply, Node right)
    {
        if (apply.Arguments.Length != 1 || !Inverses.TryGetValue(apply.Head, out var inverse))
            return null;
        IsPeriodic |= apply.Head is "sin" or "cos" or "tan";
        var all = new List<Node>();
        foreach (var value in inverse(a, right))
        {
            if (Solve(apply[0], value) is not { } part)
                return null;
            all.AddRange(part);
        }

        return [.. all.Distinct()];
    }
}
