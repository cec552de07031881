using System.Collections.Immutable;
using PaperBot.Calculator.Numbers;
using PaperBot.Calculator.Tree;

namespace PaperBot.Calculator.Symbolic;

/// <summary>The normal form back into what people read: differences, fractions, roots.</summary>
internal sealed class Presenter(Algebra algebra)
{
    public Node Present(Node node)
    {
        algebra.Budget.Spend();
        if (node is not ApplyNode apply)
            return node is MatrixNode ? Walk.Map(node, Present) : node;
        return apply.Head switch
        {
            Heads.Add => Sum(apply),
            Heads.Multiply => Product(apply.Arguments),
            Heads.Power => Power(apply),
            "factored" => Chain([.. apply.Arguments.Select(Present)]),
            _ => Walk.Map(apply, Present),
        };
    }

    private Node Sum(ApplyNode sum)
    {
        var terms = sum.Arguments.ToList();
        // A positive term first, where there is one: 1 - x and not -x + 1.
        if (Rules.IsNegative(terms[0]))
        {
            var positive = terms.FindIndex(t => !Rules.IsNegative(t));
            if (positive > 0)
            {
                var first = terms[positive];
                terms.RemoveAt(positive);
                terms.Insert(0, first);
            }
        }

        var result = Present(terms[0]);
        foreach (var term in terms.Skip(1))
        {
            result =
                Rules.IsNegative(term) && term is not ApplyNode { Head: Heads.Add }
                    ? new ApplyNode(Heads.Subtract, result, Present(Opposite(term)))
                    : new ApplyNode(Heads.Add, result, Present(term));
        }

        return result;
    }

    private Node Opposite(Node term)
    {
        if (term is NumberNode number)
            return new NumberNode(algebra.Numbers.Negate(number.Value));
        var product = (ApplyNode)term;
        var coefficient = algebra.Numbers.Negate(((NumberNode)product[0]).Value);
        if (coefficient is ExactNumber { IsOne: true })
            return product.Arguments.Length == 2
                ? product[1]
                : new ApplyNode(Heads.Multiply, product.Arguments.RemoveAt(0));
        return new ApplyNode(Heads.Multiply, product.Arguments.SetItem(0, new NumberNode(coefficient)));
    }

    private Node Product(ImmutableArray<Node> factors)
    {
        var above = new List<Node>();
        var below = new List<Node>();
        var isNegative = false;
        foreach (var factor in factors)
        {
            if (factor is NumberNode { Value: ExactNumber { IsReal: true, IsDecimal: false } number })
            {
                isNegative = number.Re.Sign < 0;
                var size = Rational.Abs(number.Re);
                if (!size.Numerator.IsOne)
                    above.Add(NumberNode.Of(new Rational(size.Numerator)));
                if (!size.IsInteger)
                    below.Add(NumberNode.Of(new Rational(size.Denominator)));
            }
            else if (
                factor is ApplyNode { Head: Heads.Power } power
                && Rules.IsNegative(power[1])
                && power[0] is not SymbolNode { Name: "e" }
            )
            {
                below.Add(Present(algebra.Power(power[0], algebra.Negate(power[1]))));
            }
            else
            {
                above.Add(Present(factor));
            }
        }

        var result = above.Count == 0 ? NumberNode.One : Chain(above);
        if (below.Count > 0)
            result = new ApplyNode(Heads.Divide, result, Chain(below));
        return isNegative ? new ApplyNode(Heads.Negate, result) : result;
    }

    private static Node Chain(List<Node> factors)
    {
        var result = factors[0];
        foreach (var factor in factors.Skip(1))
            result = new ApplyNode(Heads.Multiply, result, factor);
        return result;
    }

    private Node Power(ApplyNode power)
    {
        if (Rules.IsNegative(power[1]) && power[0] is not SymbolNode { Name: "e" })
            return Product([power]);
        if (power[1].Equals(NumberNode.Half))
            return new ApplyNode("sqrt", Present(power[0]));
        if (
            Make.IsRational(power[1], out var exponent)
            && exponent.Numerator.IsOne
            && !exponent.IsInteger
            && exponent.Denominator < 100
            && Signs.IsNonnegative(power[0])
        )
        {
            return exponent.Denominator == 3
                ? new ApplyNode("cbrt", Present(power[0]))
                : new ApplyNode("root", Present(power[0]), NumberNode.Of(new Rational(exponent.Denominator)));
        }

        return new ApplyNode(Heads.Power, Present(power[0]), Present(power[1]));
    }
}
