using System.Numerics;
using PaperBot.Calculator.Limits;
using PaperBot.Calculator.Numbers;
using PaperBot.Calculator.Tree;

namespace PaperBot.Calculator.Numeric;

/// <summary>The value of a constant expression: by doubles, and with more digits where doubles are not enough.</summary>
internal static class NumericValue
{
    private const int CheckBits = 160;

    /// <summary>Null where there is no value; throws where a name is free.</summary>
    public static Number? Of(Node node, Budget budget)
    {
        budget.Spend(node.Count);
        if (node is NumberNode number)
            return number.Value;
        var real = RealCompiler.Compile(node)([]);
        if (double.IsFinite(real) && !IsDelicate(node, real))
            return new FloatNumber(real);
        if (BigEvaluator.TryEvaluate(node, CheckBits, budget) is { } big)
        {
            return Vanishes(node, big, budget) ? new FloatNumber(0) : Arithmetic.Narrow(big);
        }

        if (double.IsFinite(real))
            return new FloatNumber(real);
        var value = ComplexCompiler.Compile(node)([]);
        if (double.IsNaN(value.Real) || double.IsNaN(value.Imaginary))
            return null;
        if (double.IsInfinity(value.Real) || double.IsInfinity(value.Imaginary))
            throw new CalculatorException("math.overflow");
        return new FloatNumber(Chop(value));
    }

    /// <summary>Parts that are only rounding noise are dropped.</summary>
    public static Complex Chop(Complex value)
    {
        var size = Complex.Abs(value) * 1e-15;
        return new Complex(
            Math.Abs(value.Real) < size ? 0 : value.Real,
            Math.Abs(value.Imaginary) < size ? 0 : value.Imaginary
        );
    }

    /// <summary>Sums that cancel, angles of many turns and results near the ends of the range need more digits.</summary>
    private static bool IsDelicate(Node node, double value)
    {
        if (value == 0 || Math.Abs(value) < 1e-290 || Math.Abs(value) > 1e290)
            return true;
        return Walk.Any(
            node,
            n =>
                n
                    is ApplyNode { Head: Heads.Add or Heads.Subtract }
                        or ApplyNode { Head: "sin" or "cos" or "tan" or "mod" or "frac" }
        );
    }

    /// <summary>A sum of which nothing is left but the rounding of its terms is zero.</summary>
    private static bool Vanishes(Node node, BigFloat value, Budget budget)
    {
        if (node is not ApplyNode { Head: Heads.Add or Heads.Subtract } sum || value.Magnitude > -40)
            return value.IsZero;
        var largest = sum.Arguments.Max(t => BigEvaluator.TryEvaluate(t, CheckBits, budget)?.Magnitude ?? 0);
        return value.Magnitude < largest - CheckBits + 24;
    }
}
