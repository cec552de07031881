using PaperBot.Calculator.Numeric;
using PaperBot.Calculator.Symbolic;
using PaperBot.Calculator.Tree;

namespace PaperBot.Calculator.LinearAlgebra;

/// <summary>Is an exact or symbolic entry zero? By its normal form, and by its value where it is constant.</summary>
internal sealed class ZeroTest(Algebra algebra)
{
    public bool IsZero(Node node)
    {
        if (node is NumberNode number)
            return number.Value.IsZero || (node.IsInexact && number.Value.ToComplex().Magnitude < 1e-14);
        if (Make.IsZero(Tidy(node)))
            return true;
        if (!Algebra.IsConstant(node))
            return false;
        return NumericValue.Of(node, algebra.Budget) is { } value && value.ToComplex().Magnitude < 1e-13;
    }

    /// <summary>Small formulas are brought to one normal form, so that what cancels is seen.</summary>
    public Node Tidy(Node node) =>
        node is ApplyNode && node.Count <= 300 ? new RationalForm(algebra).Simplify(node) : node;
}
