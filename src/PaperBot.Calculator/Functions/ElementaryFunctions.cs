using System.Numerics;
using PaperBot.Calculator.Numbers;
using PaperBot.Calculator.Symbolic;
using PaperBot.Calculator.Tree;

namespace PaperBot.Calculator.Functions;

/// <summary>Roots, exponentials, logarithms and the parts of a complex number.</summary>
internal static class ElementaryFunctions
{
    public static IEnumerable<FunctionEntry> All =>
        [
            new("sqrt")
            {
                Real = Math.Sqrt,
                Complex = Complex.Sqrt,
                Exact = (a, x) => a.Sqrt(x[0]),
                Big = (m, x) => m.Sqrt(x[0]),
            },
            new("cbrt")
            {
                Real = Math.Cbrt,
                Exact = (a, x) => Rules.RealRoot(a, x[0], 3),
                Derivative = (a, x, _) =>
                    a.Product(
                        NumberNode.Of(new Numbers.Rational(1, 3)),
                        a.Power(a.Call("cbrt", x[0]), NumberNode.Of(-2))
                    ),
                Big = (m, x) =>
                    x[0].IsZero ? x[0]
                    : x[0].Sign > 0 ? Root(m, x[0], 3)
                    : -Root(m, -x[0], 3),
            },
            new("root", 2, 2)
            {
                Aliases = ["nthroot", "nthRoot", "surd"],
                Real2 = RealRoot,
                Exact = (a, x) =>
                    Make.IsInteger(x[1], out var n)
                        ? n == 3 && !Signs.IsNonnegative(x[0])
                            ? a.Call("cbrt", x[0])
                            : Rules.RealRoot(a, x[0], n)
                        : Algebra.IsConstant(x[1])
                            ? a.Power(x[0], a.Power(x[1], NumberNode.MinusOne))
                            : null,
                Derivative = (a, x, i) => i == 0 ? a.Divide(a.Call("root", x[0], x[1]), a.Product(x[1], x[0])) : null,
            },
            new("exp")
            {
                Real = Math.Exp,
                Complex = Complex.Exp,
                Exact = (a, x) => a.Power(Algebra.E, x[0]),
                Big = (m, x) => m.Exp(x[0]),
            },
            new("ln")
            {
                Real = Math.Log,
                Complex = Complex.Log,
                Exact = (a, x) => Rules.Ln(a, x[0]),
                Derivative = (a, x, _) => a.Power(x[0], NumberNode.MinusOne),
                Big = (m, x) => m.Log(x[0]),
            },
            new("log", 1, 2)
            {
                Real = Math.Log,
                Real2 = (x, b) => Math.Log(x) / Math.Log(b),
                ComplexMany = x => x.Length == 1 ? Complex.Log(x[0]) : Complex.Log(x[0]) / Complex.Log(x[1]),
                Exact = (a, x) => x.Length == 1 ? a.Call("ln", x[0]) : Logarithm(a, x[0], x[1]),
                Big = (m, x) => x.Length == 1 ? m.Log(x[0]) : m.Divide(m.Log(x[0]), m.Log(x[1])),
            },
            Based("log10", 10, Math.Log10) with
            {
                Aliases = ["lg", "log_10"],
            },
            Based("log2", 2, Math.Log2) with
            {
                Aliases = ["lb", "ld", "log_2"],
            },
            new("expm1")
            {
                Real = Special.Elementary.ExpM1,
                Exact = (_, x) => Make.IsZero(x[0]) ? NumberNode.Zero : null,
                Derivative = (a, x, _) => a.Power(Algebra.E, x[0]),
                Big = (m, x) => Wider(m, x[0], (w, v) => w.Subtract(w.Exp(v), 1)),
            },
            new("log1p")
            {
                Real = Special.Elementary.Log1P,
                Exact = (_, x) => Make.IsZero(x[0]) ? NumberNode.Zero : null,
                Derivative = (a, x, _) => a.Power(a.Sum(NumberNode.One, x[0]), NumberNode.MinusOne),
                Big = (m, x) => Wider(m, x[0], (w, v) => w.Log(w.Add(1, v))),
            },
            new("pow", 2, 2)
            {
                Aliases = ["power"],
                Real2 = Math.Pow,
                ComplexMany = x => Complex.Pow(x[0], x[1]),
                Exact = (a, x) => a.Power(x[0], x[1]),
            },
            new("square") { Real = x => x * x, Exact = (a, x) => a.Power(x[0], NumberNode.Two) },
            new("cube") { Real = x => x * x * x, Exact = (a, x) => a.Power(x[0], NumberNode.Of(3)) },
            new("hypot", 1, 64)
            {
                RealMany = x => x.Aggregate(0.0, double.Hypot),
                Exact = (a, x) => a.Sqrt(a.Sum([.. x.Select(v => a.Power(v, NumberNode.Two))])),
            },
            new("abs")
            {
                Real = Math.Abs,
                Complex = z => Complex.Abs(z),
                HasKinks = true,
                Exact = (a, x) => Rules.Abs(a, x[0]),
                Derivative = (a, x, _) => a.Call("sign", x[0]),
                Big = (_, x) => BigFloat.Abs(x[0]),
            },
            new("re")
            {
                Aliases = ["Re", "real"],
                Real = x => x,
                Complex = z => z.Real,
                Exact = (_, x) => x[0] is NumberNode { Value: ExactNumber z } ? Part(z.Re, z) : null,
            },
            new("im")
            {
                Aliases = ["Im", "imag"],
                Real = _ => 0,
                Complex = z => z.Imaginary,
                Exact = (_, x) => x[0] is NumberNode { Value: ExactNumber z } ? Part(z.Im, z) : null,
            },
            new("conj")
            {
                Aliases = ["conjugate"],
                Real = x => x,
                Complex = Complex.Conjugate,
                Exact = (_, x) =>
                    x[0] is NumberNode { Value: ExactNumber z }
                        ? new NumberNode(new ExactNumber(z.Re, -z.Im, z.IsDecimal))
                        : null,
            },
            new("arg")
            {
                Aliases = ["angle", "phase"],
                Real = x => x < 0 ? Math.PI : 0,
                Complex = z => z.Phase,
                Exact = (_, x) =>
                    x[0] is NumberNode { Value: ExactNumber { IsReal: true } z }
                        ? z.Sign < 0
                            ? Algebra.Pi
                            : NumberNode.Zero
                        : null,
            },
            new("cis")
            {
                Complex = z => Complex.Exp(Complex.ImaginaryOne * z),
                Exact = (a, x) => a.Power(Algebra.E, a.Product(NumberNode.ImaginaryUnit, x[0])),
            },
            new("degrees")
            {
                Aliases = ["rad2deg"],
                Real = x => x * (180 / Math.PI),
                Exact = (a, x) => a.Divide(a.Product(x[0], NumberNode.Of(180)), Algebra.Pi),
            },
            new("radians")
            {
                Aliases = ["deg2rad"],
                Real = x => x * (Math.PI / 180),
                Exact = (a, x) => a.Divide(a.Product(x[0], Algebra.Pi), NumberNode.Of(180)),
            },
        ];

    private static NumberNode Part(Rational part, ExactNumber of) =>
        new(new ExactNumber(part, Rational.Zero, of.IsDecimal));

    private static double RealRoot(double x, double n)
    {
        if (n == 3)
            return Math.Cbrt(x);
        return x < 0 && Math.Abs(n % 2) == 1 ? -Math.Pow(-x, 1 / n) : Math.Pow(x, 1 / n);
    }

    private static BigFloat Root(BigMath m, BigFloat x, int n) => m.Power(x, m.Divide(1, n));

    /// <summary>More bits, as many as cancel when the argument is small.</summary>
    private static BigFloat Wider(BigMath m, BigFloat x, Func<BigMath, BigFloat, BigFloat> f) =>
        x.IsZero ? x : f(new BigMath(m.Bits + (int)Math.Clamp(-x.Magnitude, 0, 4000) + 10), x).Round(m.Bits);

    private static FunctionEntry Based(string name, int @base, Func<double, double> real) =>
        new(name)
        {
            Real = real,
            Complex = z => Complex.Log(z) / Math.Log(@base),
            Exact = (a, x) => Whole(x[0], @base) is { } n ? NumberNode.Of(n) : null,
            Derivative = (a, x, _) => a.Power(a.Product(x[0], a.Call("ln", NumberNode.Of(@base))), NumberNode.MinusOne),
            Big = (m, x) => m.Divide(m.Log(x[0]), m.Log(@base)),
        };

    private static Node? Logarithm(Algebra a, Node x, Node b)
    {
        if (Make.IsInteger(b, out var whole) && whole > 1 && Whole(x, whole) is { } n)
            return NumberNode.Of(n);
        return Make.IsZero(x) || Algebra.IsConstant(b) ? a.Divide(a.Call("ln", x), a.Call("ln", b)) : null;
    }

    /// <summary>n when the number is base^n.</summary>
    private static int? Whole(Node node, int @base)
    {
        if (!Make.IsRational(node, out var value) || value.Sign <= 0 || node.IsInexact)
            return null;
        var isSmall = value < Rational.One;
        var rest = isSmall ? Rational.One / value : value;
        if (!rest.IsInteger)
            return null;
        var n = (int)Math.Round(BigInteger.Log(rest.Numerator) / Math.Log(@base));
        if (BigInteger.Pow(@base, n) != rest.Numerator)
            return null;
        return isSmall ? -n : n;
    }
}
