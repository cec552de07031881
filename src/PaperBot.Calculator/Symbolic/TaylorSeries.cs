using PaperBot.Calculator.Limits;
using PaperBot.Calculator.Numbers;
using PaperBot.Calculator.Tree;

namespace PaperBot.Calculator.Symbolic;

/// <summary>Taylor polynomials by repeated derivatives; removable gaps are filled by limits.</summary>
internal static class TaylorSeries
{
    /// <summary>Null when a derivative at the point does not exist.</summary>
    public static Node? Expand(Algebra a, Node f, string name, Node at, int degree)
    {
        var differentiator = new Differentiator(a);
        var simplifier = new Simplifier(a);
        var step = a.Subtract(new SymbolNode(name), at);
        var terms = new List<Node>();
        var derivative = f;
        Rational factorial = Rational.One;
        for (var k = 0; k <= degree; k++)
        {
            if (k > 0)
            {
                derivative = simplifier.Brief(differentiator.Differentiate(derivative, name));
                factorial *= k;
            }

            if (Value(a, derivative, name, at) is not { } value)
                return null;
            terms.Add(a.Product(value, NumberNode.Of(Rational.One / factorial), a.Power(step, NumberNode.Of(k))));
        }

        return terms.Count == 1 ? terms[0] : a.Sum([.. terms]);
    }

    private static Node? Value(Algebra a, Node f, string name, Node at)
    {
        try
        {
            var value = a.Substitute(f, name, at);
            return Walk.Any(value, n => n is SymbolNode { Name: "inf" or "undefined" }) ? null : value;
        }
        catch (CalculatorException e) when (e.Key.StartsWith("math.", StringComparison.Ordinal))
        {
            return LimitFinder.AtPoint(a, f, name, at, 0);
        }
    }
}
