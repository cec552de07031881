using System.Numerics;
using PaperBot.Calculator.Limits;
using PaperBot.Calculator.Numbers;
using PaperBot.Calculator.Symbolic;
using PaperBot.Calculator.Tree;

namespace PaperBot.Calculator.Functions;

/// <summary>Rounding, remainders, signs, the largest and the smallest.</summary>
internal static class RoundingFunctions
{
    public static IEnumerable<FunctionEntry> All =>
        [
            Round("floor", Math.Floor, v => v.Floor()),
            Round("ceil", Math.Ceiling, v => -(-v).Floor()) with
            {
                Aliases = ["ceiling"],
            },
            Round("trunc", Math.Truncate, v => v.Sign < 0 ? -(-v).Floor() : v.Floor()) with
            {
                Aliases = ["fix", "int"],
            },
            new("round", 1, 2)
            {
                HasKinks = true,
                Real = x => Math.Round(x, MidpointRounding.AwayFromZero),
                Real2 = (x, n) => Math.Round(x * Math.Pow(10, n), MidpointRounding.AwayFromZero) / Math.Pow(10, n),
                Exact = (a, x) => x.Length == 1 ? Rules.ToInteger(a, x[0], Rules.HalfUp) : ToPlaces(a, x[0], x[1]),
                Derivative = (_, _, _) => NumberNode.Zero,
            },
            new("frac")
            {
                HasKinks = true,
                Real = x => x - Math.Floor(x),
                Exact = (a, x) => Algebra.IsConstant(x[0]) ? a.Subtract(x[0], a.Call("floor", x[0])) : null,
            },
            new("sign")
            {
                Aliases = ["sgn"],
                HasKinks = true,
                Real = x => double.IsNaN(x) ? x : Math.Sign(x),
                Exact = (a, x) => Rules.Sign(a, x[0]),
                Derivative = (_, _, _) => NumberNode.Zero,
            },
            new("heaviside")
            {
                Aliases = ["step"],
                HasKinks = true,
                Real = x =>
                    x < 0 ? 0
                    : x > 0 ? 1
                    : 0.5,
                Exact = (a, x) =>
                    Rules.Sign(a, x[0]) is { } s ? a.Divide(a.Sum(s, NumberNode.One), NumberNode.Two) : null,
                Derivative = (_, _, _) => NumberNode.Zero,
            },
            new(Heads.Modulo, 2, 2)
            {
                HasKinks = true,
                Real2 = (a, b) => a - (b * Math.Floor(a / b)),
                Exact = (a, x) => Modulo(a, x[0], x[1]),
            },
            new("rem", 2, 2)
            {
                HasKinks = true,
                Real2 = Math.IEEERemainder,
                Exact = Remainder,
            },
            new("div", 2, 2)
            {
                Aliases = ["quotient"],
                HasKinks = true,
                Real2 = (a, b) => Math.Floor(a / b),
                Exact = (a, x) => a.Call("floor", a.Divide(x[0], x[1])),
            },
        ];

    private static FunctionEntry Round(string name, Func<double, double> real, Func<Rational, BigInteger> exact) =>
        new(name)
        {
            HasKinks = true,
            Real = real,
            Exact = (a, x) => Rules.ToInteger(a, x[0], exact),
            Derivative = (_, _, _) => NumberNode.Zero,
        };

    private static Node? Modulo(Algebra a, Node x, Node y)
    {
        if (Make.IsZero(y))
            throw new CalculatorException("math.division");
        return Algebra.IsConstant(x) && Algebra.IsConstant(y)
            ? a.Subtract(x, a.Product(y, a.Call("floor", a.Divide(x, y))))
            : null;
    }

    private static Node? Remainder(Algebra a, System.Collections.Immutable.ImmutableArray<Node> x) =>
        Algebra.IsConstant(x[0]) && Algebra.IsConstant(x[1])
            ? a.Subtract(x[0], a.Product(x[1], a.Call("trunc", a.Divide(x[0], x[1]))))
            : null;

    private static NumberNode? ToPlaces(Algebra a, Node x, Node places)
    {
        if (!Make.IsInteger(places, out var n) || Math.Abs(n) > 1000)
            return null;
        var scale = NumberNode.Of(Rational.Pow(10, n));
        if (Rules.ToInteger(a, a.Product(x, scale), Rules.HalfUp) is not NumberNode { Value: ExactNumber whole })
            return null;
        return new NumberNode(new ExactNumber(whole.Re / Rational.Pow(10, n), Rational.Zero, true));
    }
}
