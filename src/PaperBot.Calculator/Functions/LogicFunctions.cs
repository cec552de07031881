using System.Collections.Immutable;
using PaperBot.Calculator.Limits;
using PaperBot.Calculator.Numeric;
using PaperBot.Calculator.Symbolic;
using PaperBot.Calculator.Tree;

namespace PaperBot.Calculator.Functions;

/// <summary>Comparisons, logic and choices.</summary>
internal static class LogicFunctions
{
    private static readonly SymbolNode True = new("true");
    private static readonly SymbolNode False = new("false");

    public static IEnumerable<FunctionEntry> All =>
        [
            Comparison(Heads.Equal, s => s == 0),
            Comparison(Heads.NotEqual, s => s != 0),
            Comparison(Heads.Less, s => s < 0),
            Comparison(Heads.LessOrEqual, s => s <= 0),
            Comparison(Heads.Greater, s => s > 0),
            Comparison(Heads.GreaterOrEqual, s => s >= 0),
            Logic(Heads.And, (a, b) => a && b),
            Logic(Heads.Or, (a, b) => a || b),
            Logic(Heads.Xor, (a, b) => a != b),
            new(Heads.Not, 1, 1) { Exact = (a, x) => Truth(x[0]) is { } t ? Of(!t) : null },
            new("if", 2, 3)
            {
                HasKinks = true,
                TakesMissing = true,
                RealMany = x =>
                    double.IsNaN(x[0]) ? x[0]
                    : x[0] != 0 ? x[1]
                    : x.Length > 2 ? x[2]
                    : double.NaN,
                Special = (e, call) =>
                {
                    Algebra.Arity(FunctionTable.Find("if")!, call.Arguments.Length);
                    var condition = e.Evaluate(call[0]);
                    if (Truth(condition) is { } truth)
                        return truth ? e.Evaluate(call[1])
                            : call.Arguments.Length > 2 ? e.Evaluate(call[2])
                            : new SymbolNode("undefined");
                    return new ApplyNode("if", [condition, .. call.Arguments.Skip(1).Select(e.Evaluate)]);
                },
            },
            new("piecewise", 2, 40)
            {
                HasKinks = true,
                TakesMissing = true,
                RealMany = Piecewise,
                Exact = (_, x) => Choose(x),
            },
        ];

    public static Node Of(bool value) => value ? True : False;

    public static bool? Truth(Node node) =>
        node switch
        {
            SymbolNode { Name: "true" } => true,
            SymbolNode { Name: "false" } => false,
            NumberNode number => !number.Value.IsZero,
            _ => null,
        };

    private static double Piecewise(double[] x)
    {
        for (var i = 0; i + 1 < x.Length; i += 2)
        {
            if (double.IsNaN(x[i]))
                return x[i];
            if (x[i] != 0)
                return x[i + 1];
        }

        return x.Length % 2 == 1 ? x[^1] : double.NaN;
    }

    private static Node? Choose(ImmutableArray<Node> x)
    {
        for (var i = 0; i + 1 < x.Length; i += 2)
        {
            if (Truth(x[i]) is not { } truth)
                return null;
            if (truth)
                return x[i + 1];
        }

        return x.Length % 2 == 1 ? x[^1] : new SymbolNode("undefined");
    }

    private static FunctionEntry Logic(string head, Func<bool, bool, bool> join) =>
        new(head, 2, 2) { Exact = (_, x) => Truth(x[0]) is { } a && Truth(x[1]) is { } b ? Of(join(a, b)) : null };

    private static FunctionEntry Comparison(string head, Func<int, bool> test) =>
        new(head, 2, 2)
        {
            HasKinks = true,
            Exact = (a, x) => Compare(a, x[0], x[1], head) is { } sign ? Of(test(sign)) : null,
        };

    /// <summary>The sign of x − y for constants; complex ones can only be equal or not.</summary>
    private static int? Compare(Algebra a, Node x, Node y, string head)
    {
        if (x.Equals(y))
            return 0;
        if (x is SymbolNode { Name: "true" or "false" } || y is SymbolNode { Name: "true" or "false" })
            return Truth(x) == Truth(y) ? 0 : 1;
        if (!Algebra.IsConstant(x) || !Algebra.IsConstant(y))
            return null;
        var difference = a.Subtract(x, y);
        if (Algebra.IsInfinity(difference, out var infinite))
            return infinite;
        if (NumericValue.Of(difference, a.Budget) is not { } value)
            return null;
        if (value.IsReal)
            return value.Sign;
        return head is Heads.Equal or Heads.NotEqual ? 1 : throw new CalculatorException("math.order");
    }
}
