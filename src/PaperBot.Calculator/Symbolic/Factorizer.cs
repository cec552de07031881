using PaperBot.Calculator.Equations;
using PaperBot.Calculator.Numbers;
using PaperBot.Calculator.Tree;

namespace PaperBot.Calculator.Symbolic;

/// <summary>Polynomials in one name as products: by multiplicity, then by rational roots.</summary>
internal sealed class Factorizer(Algebra a)
{
    public Node Factor(Node node)
    {
        var names = Walk.Symbols(node).Where(n => !Constants.IsKnown(n)).ToList();
        if (names.Count != 1 || RationalPolynomial.From(node, names[0], a) is not { Degree: >= 1 } polynomial)
            return new RationalForm(a).Simplify(node);
        var x = new SymbolNode(names[0]);
        var content = polynomial.Content();
        var factors = new List<Node>();
        if (!content.IsOne)
            factors.Add(NumberNode.Of(content));
        foreach (var (part, power) in polynomial.Scale(Rational.One / content).SquareFree(a.Budget))
        {
            var rest = part;
            foreach (var root in rest.RationalRoots(a.Budget))
            {
                // p·x − q for the root q/p keeps whole coefficients.
                var linear = new RationalPolynomial([new Rational(-root.Numerator), new Rational(root.Denominator)]);
                rest = rest.Divide(linear).Quotient;
                factors.Add(Raise(linear.ToNode(x, a), power));
            }

            if (rest.Degree > 0)
                factors.Add(Raise(rest.ToNode(x, a), power));
            else if (!rest[0].IsOne)
                factors.Insert(0, NumberNode.Of(Rational.Pow(rest[0], power)));
        }

        var constant = factors.OfType<NumberNode>().Aggregate(Rational.One, (p, n) => p * ((ExactNumber)n.Value).Re);
        factors.RemoveAll(f => f is NumberNode);
        if (!constant.IsOne)
            factors.Insert(0, NumberNode.Of(constant));
        if (factors.Count == 1)
            return factors[0];
        // A number before one sum would be multiplied into it again.
        var isPlain = factors.Count(f => f is not NumberNode) > 1;
        return isPlain ? a.Product([.. factors]) : new ApplyNode("factored", [.. factors]);
    }

    private static Node Raise(Node node, int power) =>
        power == 1 ? node : new ApplyNode(Heads.Power, node, NumberNode.Of(power));
}
