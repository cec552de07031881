using PaperBot.Calculator.Limits;
using PaperBot.Calculator.Numbers;
using PaperBot.Calculator.Numeric;
using PaperBot.Calculator.Tree;

namespace PaperBot.Calculator.Symbolic;

/// <summary>Exact limits: by putting in, and for quotients by l'Hospital's rule.</summary>
internal static class LimitFinder
{
    private const int MaxDepth = 12;

    /// <summary>Null when no exact limit was found.</summary>
    public static Node? AtPoint(Algebra a, Node f, string name, Node at, int depth)
    {
        if (depth > MaxDepth || f.Count > 600)
            return null;
        try
        {
            var value = a.Substitute(f, name, at);
            if (!IsUndefined(a, value))
                return value;
        }
        catch (CalculatorException e) when (e.Key.StartsWith("math.", StringComparison.Ordinal))
        {
            // 0/0 and the like: the rule below.
        }

        if (new RationalForm(a).Fraction(f) is not var (above, below) || !Walk.Contains(below, name))
            return null;
        if (!IsZeroAt(a, above, name, at) || !IsZeroAt(a, below, name, at))
            return null;
        var differentiator = new Differentiator(a);
        var up = differentiator.Differentiate(above, name);
        var down = differentiator.Differentiate(below, name);
        return Make.IsZero(down) ? null : AtPoint(a, new Simplifier(a).Brief(a.Divide(up, down)), name, at, depth + 1);
    }

    private static bool IsUndefined(Algebra a, Node value) =>
        Walk.Any(value, n => n is SymbolNode { Name: "inf" or "undefined" })
        || (Algebra.IsConstant(value) && NumericValue.Of(value, a.Budget) is null or FloatNumber { IsFinite: false });

    private static bool IsZeroAt(Algebra a, Node node, string name, Node at)
    {
        try
        {
            var value = a.Substitute(node, name, at);
            if (Make.IsZero(value))
                return true;
            return Algebra.IsConstant(value)
                && !IsUndefined(a, value)
                && NumericValue.Of(value, a.Budget) is { } number
                && number.ToComplex().Magnitude < 1e-14;
        }
        catch (CalculatorException e) when (e.Key.StartsWith("math.", StringComparison.Ordinal))
        {
            return false;
        }
    }
}
