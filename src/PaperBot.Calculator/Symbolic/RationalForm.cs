using PaperBot.Calculator.Numbers;
using PaperBot.Calculator.Tree;

namespace PaperBot.Calculator.Symbolic;

/// <summary>One fraction with what numerator and denominator have in common divided out.</summary>
internal sealed class RationalForm(Algebra a)
{
    private readonly Dictionary<Node, int> _indices = [];
    private readonly List<Node> _atoms = [];

    /// <summary>The node itself when it is too large, inexact, or not improved.</summary>
    public Node Simplify(Node node)
    {
        if (node is not ApplyNode || node.IsInexact || node.Count > 2000)
            return node;
        try
        {
            return TryFraction(node) is { } fraction ? Join(fraction.Above, fraction.Below) : node;
        }
        catch (TooLargeException)
        {
            return node;
        }
    }

    /// <summary>Numerator and denominator as trees; null when the node has no such form.</summary>
    public (Node Above, Node Below)? Fraction(Node node)
    {
        try
        {
            return TryFraction(node) is { } f ? (ToNode(f.Above), ToNode(f.Below)) : null;
        }
        catch (TooLargeException)
        {
            return null;
        }
    }

    private (MultiPoly Above, MultiPoly Below)? TryFraction(Node node)
    {
        Collect(node);
        if (_atoms.Count > 12)
            return null;
        var (above, below) = Convert(node);
        if (below.IsZero)
            return null;
        if (!below.IsConstant && !above.IsZero)
        {
            var common = MultiPoly.Gcd(above, below);
            if (!common.IsConstant && above.Divide(common) is { } x && below.Divide(common) is { } y)
                (above, below) = (x, y);
        }

        var primitive = below.Primitive();
        var scale = primitive.Leading().Coefficient / below.Leading().Coefficient;
        return (above.Scale(scale), primitive);
    }

    private Node Join(MultiPoly above, MultiPoly below)
    {
        var top = ToNode(above);
        return below.IsConstant
            ? a.Divide(top, ToNode(below))
            : a.Product(top, a.Power(ToNode(below), NumberNode.MinusOne));
    }

    private void Collect(Node node)
    {
        switch (node)
        {
            case NumberNode { Value: ExactNumber { IsReal: true } }:
                return;
            case ApplyNode { Head: Heads.Add or Heads.Multiply } many:
                foreach (var part in many.Arguments)
                    Collect(part);
                return;
            case ApplyNode { Head: Heads.Power } power when Make.IsInteger(power[1], out _):
                Collect(power[0]);
                return;
            default:
                Index(Base(node).Atom);
                return;
        }
    }

    /// <summary>x^(3/2) is the third power of the atom x^(1/2).</summary>
    private (Node Atom, int Exponent) Base(Node node)
    {
        if (
            node is ApplyNode { Head: Heads.Power } power
            && Make.IsRational(power[1], out var exponent)
            && exponent.Numerator > 1
            && exponent.Numerator < 50
        )
            return (a.Power(power[0], NumberNode.Of(new Rational(1, exponent.Denominator))), (int)exponent.Numerator);
        if (
            node is ApplyNode { Head: Heads.Power } negative
            && Make.IsRational(negative[1], out var below)
            && below.Sign < 0
            && below.Numerator > -50
        )
            return (a.Power(negative[0], NumberNode.Of(new Rational(1, below.Denominator))), (int)below.Numerator);
        return (node, 1);
    }

    private int Index(Node atom)
    {
        if (!_indices.TryGetValue(atom, out var index))
        {
            index = _atoms.Count;
            _indices[atom] = index;
            _atoms.Add(atom);
        }

        return index;
    }

    private (MultiPoly Above, MultiPoly Below) Convert(Node node)
    {
        var count = _atoms.Count;
        var one = MultiPoly.Constant(Rational.One, count, a.Budget);
        switch (node)
        {
            case NumberNode { Value: ExactNumber { IsReal: true } number }:
                return (MultiPoly.Constant(number.Re, count, a.Budget), one);
            case ApplyNode { Head: Heads.Add } sum:
                var total = (Above: MultiPoly.Constant(Rational.Zero, count, a.Budget), Below: one);
                foreach (var term in sum.Arguments)
                    total = Add(total, Convert(term));
                return total;
            case ApplyNode { Head: Heads.Multiply } product:
                var result = (Above: one, Below: one);
                foreach (var factor in product.Arguments)
                {
                    var part = Convert(factor);
                    result = (result.Above.Multiply(part.Above), result.Below.Multiply(part.Below));
                }

                return result;
            case ApplyNode { Head: Heads.Power } power when Make.IsInteger(power[1], out var n):
                var (above, below) = Convert(power[0]);
                return n >= 0 ? (above.Power(n), below.Power(n)) : (below.Power(-n), above.Power(-n));
            default:
                var (atom, exponent) = Base(node);
                var poly = MultiPoly.Atom(Index(atom), count, a.Budget);
                return exponent >= 0 ? (poly.Power(exponent), one) : (one, poly.Power(-exponent));
        }
    }

    private static (MultiPoly Above, MultiPoly Below) Add(
        (MultiPoly Above, MultiPoly Below) x,
        (MultiPoly Above, MultiPoly Below) y
    )
    {
        if (x.Below.Add(y.Below, -1).IsZero)
            return (x.Above.Add(y.Above, Rational.One), x.Below);
        return (x.Above.Multiply(y.Below).Add(y.Above.Multiply(x.Below), Rational.One), x.Below.Multiply(y.Below));
    }

    private Node ToNode(MultiPoly poly)
    {
        var terms = new List<Node>();
        foreach (var (monomial, coefficient) in poly.Terms)
        {
            var factors = new List<Node> { NumberNode.Of(coefficient) };
            for (var i = 0; i < _atoms.Count; i++)
            {
                if (monomial[i] != 0)
                    factors.Add(a.Power(_atoms[i], NumberNode.Of(monomial[i])));
            }

            terms.Add(a.Product([.. factors]));
        }

        return a.Sum([.. terms]);
    }
}
