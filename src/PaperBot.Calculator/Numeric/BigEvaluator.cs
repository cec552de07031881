using System.Runtime.CompilerServices;
using PaperBot.Calculator.Functions;
using PaperBot.Calculator.Limits;
using PaperBot.Calculator.Numbers;
using PaperBot.Calculator.Tree;

namespace PaperBot.Calculator.Numeric;

/// <summary>A real constant with many digits, or outside the range of doubles; null where that is not known how.</summary>
internal sealed class BigEvaluator(int bits, Budget budget)
{
    private readonly BigMath _math = new(bits);

    public static BigFloat? TryEvaluate(Node node, int bits, Budget budget)
    {
        try
        {
            return new BigEvaluator(bits, budget).Evaluate(node, null, default);
        }
        catch (Exception e) when (e is ArithmeticException or CalculatorException { Key: "math.overflow" })
        {
            return null;
        }
    }

    public static BigFloat? TryEvaluate(Node node, int bits, Budget budget, string name, BigFloat value)
    {
        try
        {
            return new BigEvaluator(bits, budget).Evaluate(node, name, value);
        }
        catch (Exception e) when (e is ArithmeticException or CalculatorException { Key: "math.overflow" })
        {
            return null;
        }
    }

    private BigFloat? Evaluate(Node node, string? name, BigFloat value)
    {
        RuntimeHelpers.EnsureSufficientExecutionStack();
        budget.Spend(20 + (bits / 8));
        switch (node)
        {
            case NumberNode { Value.IsReal: true } number:
                return Arithmetic.ToBig(number.Value, bits);
            case SymbolNode symbol when symbol.Name == name:
                return value;
            case SymbolNode { Name: "pi" }:
                return _math.Pi;
            case SymbolNode { Name: "e" }:
                return _math.Exp(1);
            case SymbolNode { Name: "deg" }:
                return _math.Divide(_math.Pi, 180);
            case ApplyNode apply:
                var arguments = new BigFloat[apply.Arguments.Length];
                for (var i = 0; i < arguments.Length; i++)
                {
                    if (Evaluate(apply[i], name, value) is not { } argument)
                        return null;
                    arguments[i] = argument;
                }

                return Apply(apply, arguments);
            default:
                return null;
        }
    }

    private BigFloat? Apply(ApplyNode apply, BigFloat[] x)
    {
        switch (apply.Head)
        {
            case Heads.Add:
                return x.Aggregate(BigFloat.Zero, _math.Add);
            case Heads.Multiply:
                return x.Aggregate(BigFloat.One, _math.Multiply);
            case Heads.Subtract:
                return _math.Subtract(x[0], x[1]);
            case Heads.Divide:
                return _math.Divide(x[0], x[1]);
            case Heads.Negate:
                return -x[0];
            case Heads.Power:
                return Power(apply, x);
            default:
                budget.Spend(bits * 4L);
                return FunctionTable.Find(apply.Head)?.Big is { } function ? function(_math, x) : null;
        }
    }

    private BigFloat? Power(ApplyNode apply, BigFloat[] x)
    {
        if (apply[1].Equals(NumberNode.Half))
            return x[0].Sign >= 0 ? _math.Sqrt(x[0]) : null;
        if (Make.IsInteger(apply[1], out var whole))
            return _math.Power(x[0], whole);
        if (apply[0] is SymbolNode { Name: "e" })
            return _math.Exp(x[1]);
        return x[0].Sign > 0 || (x[0].IsZero && x[1].Sign > 0) ? _math.Power(x[0], x[1]) : null;
    }
}
