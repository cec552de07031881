using PaperBot.Calculator.Tree;

namespace PaperBot.Calculator.Symbolic;

/// <summary>The shortest of several equivalent forms.</summary>
internal sealed class Simplifier(Algebra a)
{
    public Node Simplify(Node node)
    {
        if (node is not ApplyNode || node.Count > 3000)
            return node;
        var inner = Walk.Map(node, Simplify);
        var start = ReferenceEquals(inner, node) ? node : a.Rebuild(inner);
        var best = start;
        foreach (
            var rewrite in (ReadOnlySpan<Func<Node, Node>>)
                [Trigonometric, new RationalForm(a).Simplify, Expanded, Logarithms]
        )
        {
            var candidate = rewrite(start);
            if (Weight(candidate) < Weight(best))
                best = candidate;
        }

        if (!ReferenceEquals(best, start))
        {
            var again = Trigonometric(new RationalForm(a).Simplify(best));
            if (Weight(again) < Weight(best))
                best = again;
        }

        return best;
    }

    /// <summary>Only what is cheap: for formulas that will be worked on further.</summary>
    public Node Brief(Node node)
    {
        if (node.Count is < 12 or > 400)
            return node;
        var candidate = new RationalForm(a).Simplify(node);
        return Weight(candidate) < Weight(node) ? candidate : node;
    }

    private static int Weight(Node node) =>
        node switch
        {
            ApplyNode { Head: Heads.Power } power when Rules.IsNegative(power[1]) => 1
                + Weight(power[0])
                + Weight(power[1]),
            ApplyNode apply => 2 + apply.Arguments.Sum(Weight),
            _ => 1,
        };

    private Node Expanded(Node node)
    {
        if (Growth(node) > 500)
            return node;
        return new Expander(a).Expand(node);
    }

    /// <summary>A guess of how many terms there would be.</summary>
    private static double Growth(Node node) =>
        node switch
        {
            ApplyNode { Head: Heads.Add } sum => sum.Arguments.Sum(Growth),
            ApplyNode { Head: Heads.Multiply } product => product.Arguments.Aggregate(1.0, (p, f) => p * Growth(f)),
            ApplyNode { Head: Heads.Power } power when Make.IsInteger(power[1], out var n) && n > 0 => Math.Pow(
                Growth(power[0]),
                Math.Min(n, 40)
            ),
            _ => 1,
        };

    /// <summary>cos² is 1 − sin², wherever a sum gets shorter by it; the same for cosh.</summary>
    private Node Trigonometric(Node node)
    {
        var best = node;
        foreach (
            var (square, other, sign) in (ReadOnlySpan<(string, string, int)>)
                [("cos", "sin", -1), ("sin", "cos", -1), ("cosh", "sinh", 1), ("sinh", "cosh", 1)]
        )
        {
            if (!Walk.Any(node, n => n is ApplyNode x && x.Head == square))
                continue;
            var replaced = Squares(node, square, other, sign);
            var candidate =
                Growth(replaced) > 500 ? replaced : new RationalForm(a).Simplify(new Expander(a).Expand(replaced));
            if (Weight(candidate) < Weight(best))
                best = candidate;
        }

        return best;
    }

    private Node Squares(Node node, string square, string other, int sign)
    {
        if (
            node is ApplyNode { Head: Heads.Power } power
            && power[0] is ApplyNode inner
            && inner.Head == square
            && Make.IsInteger(power[1], out var n)
            && n >= 2
        )
        {
            // cosh² = 1 + sinh², but sinh² = cosh² − 1.
            var one = square == "sinh" ? NumberNode.MinusOne : NumberNode.One;
            var replaced = a.Sum(one, a.Product(NumberNode.Of(sign), a.Power(a.Call(other, inner[0]), NumberNode.Two)));
            return a.Product(a.Power(replaced, NumberNode.Of(n / 2)), a.Power(inner, NumberNode.Of(n % 2)));
        }

        var mapped = Walk.Map(node, c => Squares(c, square, other, sign));
        return ReferenceEquals(mapped, node) ? node : a.Rebuild(mapped);
    }

    /// <summary>ln a + ln b is ln ab for positive numbers; n·ln a is ln a^n.</summary>
    private Node Logarithms(Node node)
    {
        if (node is not ApplyNode { Head: Heads.Add } sum)
            return node;
        Numbers.Rational inside = Numbers.Rational.One;
        var rest = new List<Node>();
        var count = 0;
        foreach (var term in sum.Arguments)
        {
            var (coefficient, log) = Algebra.Split(term);
            if (
                log is ApplyNode { Head: "ln" } ln
                && Make.IsRational(ln[0], out var value)
                && value.Sign > 0
                && coefficient is Numbers.ExactNumber { IsInteger: true } times
                && Numbers.Rational.Abs(times.Re) < 20
            )
            {
                inside *= Numbers.Rational.Pow(value, (int)times.Re.Numerator);
                count++;
            }
            else
            {
                rest.Add(term);
            }
        }

        if (count < 2 || inside.Bits > 200)
            return node;
        rest.Add(a.Call("ln", NumberNode.Of(inside)));
        return a.Sum([.. rest]);
    }
}
