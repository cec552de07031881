using PaperBot.Calculator.Limits;
using PaperBot.Calculator.Numbers;
using PaperBot.Calculator.Symbolic;
using PaperBot.Calculator.Tree;

namespace PaperBot.Calculator.Calculus;

/// <summary>Antiderivatives by table, by substitution and by parts. What it finds is checked by differentiating.</summary>
internal sealed class Antiderivative(Algebra a, string name)
{
    private const int MaxDepth = 6;
    private readonly SymbolNode _x = new(name);
    private readonly Differentiator _differentiator = new(a);

    /// <summary>Null when none was found.</summary>
    public Node? Find(Node f) => f.Count > 200 || f.IsInexact ? null : Find(f, 0);

    private Node? Find(Node f, int depth)
    {
        a.Budget.Spend(20);
        if (depth > MaxDepth)
            return null;
        if (!Walk.Contains(f, name))
            return a.Product(f, _x);
        if (f is ApplyNode { Head: Heads.Add } sum)
            return Terms(sum, depth);
        var (constant, rest) = Constant(f);
        if (!Make.IsOne(constant))
            return Find(rest, depth + 1) is { } inner ? a.Product(constant, inner) : null;
        return Table(f) ?? Substituted(f, depth) ?? Parts(f, depth) ?? Expanded(f, depth) ?? Reduced(f, depth);
    }

    private Node? Terms(ApplyNode sum, int depth)
    {
        var terms = new List<Node>();
        foreach (var term in sum.Arguments)
        {
            if (Find(term, depth) is not { } part)
                return null;
            terms.Add(part);
        }

        return a.Sum([.. terms]);
    }

    private (Node Factor, Node Part) Constant(Node f)
    {
        if (f is not ApplyNode { Head: Heads.Multiply } product)
            return (NumberNode.One, f);
        var outside = product.Arguments.Where(n => !Walk.Contains(n, name)).ToArray();
        var inside = product.Arguments.Where(n => Walk.Contains(n, name)).ToArray();
        return (a.Product(outside), a.Product(inside));
    }

    private Node? Table(Node f)
    {
        if (f is SymbolNode)
            return a.Product(NumberNode.Half, a.Power(_x, NumberNode.Two));
        if (f is not ApplyNode apply)
            return null;
        if (apply.Head == Heads.Power)
            return Power(apply[0], apply[1]);
        if (apply.Arguments.Length != 1 || Linear(apply[0]) is not { } slope)
            return null;
        var u = apply[0];
        Node? whole = apply.Head switch
        {
            "sin" => a.Negate(a.Call("cos", u)),
            "cos" => a.Call("sin", u),
            "tan" => a.Negate(a.Call("ln", a.Call("abs", a.Call("cos", u)))),
            "sinh" => a.Call("cosh", u),
            "cosh" => a.Call("sinh", u),
            "tanh" => a.Call("ln", a.Call("cosh", u)),
            "ln" => a.Subtract(a.Product(u, a.Call("ln", u)), u),
            "atan" => a.Subtract(
                a.Product(u, f),
                a.Product(NumberNode.Half, a.Call("ln", a.Sum(NumberNode.One, a.Power(u, NumberNode.Two))))
            ),
            "asin" => a.Sum(a.Product(u, f), a.Sqrt(a.Subtract(NumberNode.One, a.Power(u, NumberNode.Two)))),
            "erf" => a.Sum(
                a.Product(u, f),
                a.Divide(a.Power(Algebra.E, a.Negate(a.Power(u, NumberNode.Two))), a.Sqrt(Algebra.Pi))
            ),
            _ => null,
        };
        return whole is null ? null : a.Divide(whole, slope);
    }

    private Node? Power(Node b, Node e)
    {
        if (!Walk.Contains(e, name) && Linear(b) is { } slope)
        {
            return e.Equals(NumberNode.MinusOne)
                ? a.Divide(a.Call("ln", a.Call("abs", b)), slope)
                : a.Divide(a.Power(b, a.Sum(e, NumberNode.One)), a.Product(slope, a.Sum(e, NumberNode.One)));
        }

        if (!Walk.Contains(b, name) && Linear(e) is { } rate)
            return a.Divide(a.Power(b, e), a.Product(rate, a.Call("ln", b)));
        if (b is SymbolNode { Name: "e" } && Gaussian(e) is { } gauss)
            return gauss;
        if (b is ApplyNode { Head: "cos" or "sin" } wave && e.Equals(NumberNode.Of(-2)) && Linear(wave[0]) is { } turn)
            return a.Divide(
                wave.Head == "cos"
                    ? a.Call("tan", wave[0])
                    : a.Negate(a.Power(a.Call("tan", wave[0]), NumberNode.MinusOne)),
                turn
            );
        return Quadratic(b, e);
    }

    /// <summary>∫ e^(−p·x²) = √(π/p)/2·erf(√p·x).</summary>
    private Node? Gaussian(Node exponent)
    {
        if (
            PolynomialForm.Coefficients(exponent, name, a) is not { Count: 3 } c
            || !Make.IsZero(c[1])
            || Signs.Of(c[2]) != -1
        )
            return null;
        var p = a.Negate(c[2]);
        return a.Product(
            a.Power(Algebra.E, c[0]),
            NumberNode.Half,
            a.Sqrt(a.Divide(Algebra.Pi, p)),
            a.Call("erf", a.Product(a.Sqrt(p), _x))
        );
    }

    /// <summary>1/(ax² + bx + c) and 1/√(c − a·x²), 1/√(c + a·x²).</summary>
    private Node? Quadratic(Node b, Node e)
    {
        if (PolynomialForm.Coefficients(b, name, a) is not { Count: 3 } c || !c.All(n => Make.IsRational(n, out _)))
            return null;
        var (c0, c1, c2) = (Value(c[0]), Value(c[1]), Value(c[2]));
        if (e.Equals(NumberNode.MinusOne))
        {
            var discriminant = (4 * c2 * c0) - (c1 * c1);
            if (discriminant.Sign <= 0)
                return Partial(b, c2, discriminant);
            var root = a.Sqrt(NumberNode.Of(discriminant));
            var slope = a.Sum(a.Product(NumberNode.Of(2 * c2), _x), c[1]);
            return a.Product(NumberNode.Two, a.Power(root, NumberNode.MinusOne), a.Call("atan", a.Divide(slope, root)));
        }

        if (!e.Equals(NumberNode.Of(new Rational(-1, 2))) || !c1.IsZero || c0.Sign <= 0)
            return null;
        var scale = a.Sqrt(NumberNode.Of(Rational.Abs(c2) / c0));
        var inverse = a.Call(c2.Sign < 0 ? "asin" : "asinh", a.Product(scale, _x));
        return a.Divide(inverse, a.Sqrt(NumberNode.Of(Rational.Abs(c2))));
    }

    private Node? Partial(Node b, Rational lead, Rational discriminant)
    {
        if (!IntegerMath.TryRoot(-discriminant, 2, out var root) || root.IsZero)
            return null;
        var roots = Equations.PolynomialSolver.Roots(Equations.RationalPolynomial.From(b, name, a)!, a);
        Node Log(Node r) => a.Call("ln", a.Call("abs", a.Subtract(_x, r)));
        return a.Divide(
            a.Subtract(Log(roots[1].Root), Log(roots[0].Root)),
            NumberNode.Of(root * (lead.Sign < 0 ? -1 : 1))
        );
    }

    /// <summary>∫ h(g(x))·g'(x) dx: an inner part whose derivative is the rest.</summary>
    private Node? Substituted(Node f, int depth)
    {
        var inner = new List<Node>();
        Walk.Each(
            f,
            n =>
            {
                if (
                    n is ApplyNode apply
                    && !ReferenceEquals(n, f)
                    && Walk.Contains(n, name)
                    && n.Count < 40
                    && !inner.Contains(n)
                    && apply.Head != Heads.Multiply
                )
                    inner.Add(n);
            }
        );
        var t = new SymbolNode("#t" + depth);
        foreach (var g in inner.OrderByDescending(n => n.Count).Take(8))
        {
            var slope = Slope(g);
            if (slope is null || Make.IsZero(slope) || Linear(g) is not null)
                continue;
            var quotient = new Simplifier(a).Simplify(a.Divide(f, slope));
            var replaced = a.Rebuild(Replace(quotient, g, t));
            if (Walk.Contains(replaced, name))
                continue;
            if (new Antiderivative(a, t.Name).Find(replaced, depth + 1) is { } whole)
                return a.Substitute(whole, t.Name, g);
        }

        return null;
    }

    private Node? Slope(Node g)
    {
        try
        {
            return _differentiator.Differentiate(g, name);
        }
        catch (CalculatorException e) when (e.Key == "function.derivative")
        {
            return null;
        }
    }

    private static Node Replace(Node node, Node what, Node by) =>
        node.Equals(what) ? by : Walk.Map(node, n => Replace(n, what, by));

    /// <summary>∫ p·q' = p·q − ∫ p'·q for a power of x times an exponential, a wave or a logarithm.</summary>
    private Node? Parts(Node f, int depth)
    {
        if (f is not ApplyNode { Head: Heads.Multiply } product || product.Arguments.Length != 2)
            return null;
        foreach (var (p, q) in (ReadOnlySpan<(Node, Node)>)[(product[0], product[1]), (product[1], product[0])])
        {
            var isPower =
                p is SymbolNode
                || (
                    p is ApplyNode { Head: Heads.Power } power
                    && power[0] is SymbolNode
                    && Make.IsInteger(power[1], out var n)
                    && n > 0
                );
            var isWave =
                q is ApplyNode { Head: "sin" or "cos" or "sinh" or "cosh" }
                || (q is ApplyNode { Head: Heads.Power } exponential && !Walk.Contains(exponential[0], name));
            var isLog =
                p is ApplyNode { Head: "ln" or "atan" or "asin" } && q is SymbolNode or ApplyNode { Head: Heads.Power };
            if (!(isPower && isWave) && !isLog)
                continue;
            if (Find(q, depth + 1) is not { } whole || Slope(p) is not { } slope)
                continue;
            var rest = new RationalForm(a).Simplify(a.Product(slope, whole));
            if (Find(rest, depth + 1) is { } other)
                return a.Subtract(a.Product(p, whole), other);
        }

        return null;
    }

    private Node? Expanded(Node f, int depth)
    {
        var expanded = new Expander(a).Expand(f);
        return expanded.Equals(f) ? null : Find(expanded, depth + 1);
    }

    private Node? Reduced(Node f, int depth)
    {
        var terms = new TrigReduction(a, name).Terms(f);
        return terms.Count < 2 ? null : Find(a.Sum([.. terms]), depth + 1);
    }

    /// <summary>The slope of a linear formula; null for any other.</summary>
    private Node? Linear(Node node) =>
        PolynomialForm.Coefficients(node, name, a) is { Count: 2 } coefficients ? coefficients[1] : null;

    private static Rational Value(Node node) => Make.IsRational(node, out var value) ? value : Rational.Zero;
}
