using System.Numerics;
using PaperBot.Calculator.Functions.Special;
using PaperBot.Calculator.Symbolic;
using PaperBot.Calculator.Tree;

namespace PaperBot.Calculator.Functions;

/// <summary>Circular and hyperbolic functions and their inverses; angles in radians.</summary>
internal static class TrigonometricFunctions
{
    public static IEnumerable<FunctionEntry> All =>
        [
            new("sin")
            {
                Real = Math.Sin,
                Complex = Complex.Sin,
                Exact = (a, x) => Rules.Sin(a, x[0]),
                Derivative = (a, x, _) => a.Call("cos", x[0]),
                Big = (m, x) => m.Sin(x[0]),
            },
            new("cos")
            {
                Real = Math.Cos,
                Complex = Complex.Cos,
                Exact = (a, x) => Rules.Cos(a, x[0]),
                Derivative = (a, x, _) => a.Negate(a.Call("sin", x[0])),
                Big = (m, x) => m.Cos(x[0]),
            },
            new("tan")
            {
                Aliases = ["tg"],
                Real = Math.Tan,
                Complex = Complex.Tan,
                Exact = (a, x) => Rules.Tan(a, x[0]),
                Derivative = (a, x, _) => a.Sum(NumberNode.One, a.Power(a.Call("tan", x[0]), NumberNode.Two)),
                Big = (m, x) => m.Divide(m.Sin(x[0]), m.Cos(x[0])),
            },
            Reciprocal("cot", "tan", x => 1 / Math.Tan(x), x => 1 / Complex.Tan(x)) with
            {
                Aliases = ["ctg"],
            },
            Reciprocal("sec", "cos", x => 1 / Math.Cos(x), x => 1 / Complex.Cos(x)),
            Reciprocal("csc", "sin", x => 1 / Math.Sin(x), x => 1 / Complex.Sin(x)) with
            {
                Aliases = ["cosec"],
            },
            new("asin")
            {
                Aliases = ["arcsin"],
                Real = Math.Asin,
                Complex = BranchCuts.Asin,
                Exact = (a, x) => Rules.Asin(a, x[0]),
                Derivative = (a, x, _) => a.Power(OneMinusSquare(a, x[0]), NumberNode.Of(new Numbers.Rational(-1, 2))),
            },
            new("acos")
            {
                Aliases = ["arccos"],
                Real = Math.Acos,
                Complex = BranchCuts.Acos,
                Exact = (a, x) => Rules.Acos(a, x[0]),
                Derivative = (a, x, _) =>
                    a.Negate(a.Power(OneMinusSquare(a, x[0]), NumberNode.Of(new Numbers.Rational(-1, 2)))),
            },
            new("atan")
            {
                Aliases = ["arctan", "arctg"],
                Real = Math.Atan,
                Complex = Complex.Atan,
                Exact = (a, x) => Rules.Atan(a, x[0]),
                Derivative = (a, x, _) => a.Power(OnePlusSquare(a, x[0]), NumberNode.MinusOne),
                Big = (m, x) => m.Atan(x[0]),
            },
            new("acot")
            {
                Aliases = ["arccot"],
                Real = x => (Math.PI / 2) - Math.Atan(x),
                Derivative = (a, x, _) => a.Negate(a.Power(OnePlusSquare(a, x[0]), NumberNode.MinusOne)),
            },
            new("asec") { Aliases = ["arcsec"], Real = x => Math.Acos(1 / x) },
            new("acsc") { Aliases = ["arccsc"], Real = x => Math.Asin(1 / x) },
            new("atan2", 2, 2) { Aliases = ["arctan2"], Real2 = Math.Atan2 },
            new("sinc")
            {
                Real = x => x == 0 ? 1 : Math.Sin(x) / x,
                Exact = (_, x) => Make.IsZero(x[0]) ? NumberNode.One : null,
            },
            new("sinh")
            {
                Aliases = ["sh"],
                Real = Math.Sinh,
                Complex = Complex.Sinh,
                Exact = (a, x) => Odd(a, "sinh", x[0]),
                Derivative = (a, x, _) => a.Call("cosh", x[0]),
                Big = (m, x) => Half(m, m.Subtract(m.Exp(x[0]), m.Exp(-x[0]))),
            },
            new("cosh")
            {
                Aliases = ["ch"],
                Real = Math.Cosh,
                Complex = Complex.Cosh,
                Exact = (a, x) =>
                    Make.IsZero(x[0]) ? NumberNode.One
                    : Rules.IsNegative(x[0]) ? a.Call("cosh", a.Negate(x[0]))
                    : null,
                Derivative = (a, x, _) => a.Call("sinh", x[0]),
                Big = (m, x) => Half(m, m.Add(m.Exp(x[0]), m.Exp(-x[0]))),
            },
            new("tanh")
            {
                Aliases = ["th"],
                Real = Math.Tanh,
                Complex = Complex.Tanh,
                Exact = (a, x) => x[0] is SymbolNode { Name: "inf" } ? NumberNode.One : Odd(a, "tanh", x[0]),
                Derivative = (a, x, _) => a.Subtract(NumberNode.One, a.Power(a.Call("tanh", x[0]), NumberNode.Two)),
                Big = (m, x) => m.Divide(m.Subtract(m.Exp(x[0]), m.Exp(-x[0])), m.Add(m.Exp(x[0]), m.Exp(-x[0]))),
            },
            Reciprocal("coth", "tanh", x => 1 / Math.Tanh(x), x => 1 / Complex.Tanh(x)),
            Reciprocal("sech", "cosh", x => 1 / Math.Cosh(x), x => 1 / Complex.Cosh(x)),
            Reciprocal("csch", "sinh", x => 1 / Math.Sinh(x), x => 1 / Complex.Sinh(x)),
            new("asinh")
            {
                Aliases = ["arsinh", "arcsinh"],
                Real = Math.Asinh,
                Complex = z => Complex.Log(z + Complex.Sqrt((z * z) + 1)),
                Exact = (a, x) => Odd(a, "asinh", x[0]),
                Derivative = (a, x, _) => a.Power(OnePlusSquare(a, x[0]), NumberNode.Of(new Numbers.Rational(-1, 2))),
            },
            new("acosh")
            {
                Aliases = ["arcosh", "arccosh"],
                Real = Acosh,
                Complex = z => Complex.Log(z + (Complex.Sqrt(z + 1) * Complex.Sqrt(z - 1))),
                Exact = (_, x) => Make.IsOne(x[0]) ? NumberNode.Zero : null,
                Derivative = (a, x, _) =>
                    a.Product(
                        a.Power(a.Subtract(x[0], NumberNode.One), NumberNode.Of(new Numbers.Rational(-1, 2))),
                        a.Power(a.Sum(x[0], NumberNode.One), NumberNode.Of(new Numbers.Rational(-1, 2)))
                    ),
            },
            new("atanh")
            {
                Aliases = ["artanh", "arctanh"],
                Real = Math.Atanh,
                Complex = BranchCuts.Atanh,
                Exact = (a, x) => Odd(a, "atanh", x[0]),
                Derivative = (a, x, _) => a.Power(OneMinusSquare(a, x[0]), NumberNode.MinusOne),
            },
        ];

    /// <summary>acosh without the loss near 1.</summary>
    private static double Acosh(double x) =>
        x < 1.5 ? Special.Elementary.Log1P((x - 1) + Math.Sqrt((x - 1) * (x + 1))) : Math.Acosh(x);

    private static Node OneMinusSquare(Algebra a, Node x) => a.Subtract(NumberNode.One, a.Power(x, NumberNode.Two));

    private static Node OnePlusSquare(Algebra a, Node x) => a.Sum(NumberNode.One, a.Power(x, NumberNode.Two));

    private static Numbers.BigFloat Half(Numbers.BigMath m, Numbers.BigFloat x) => m.Divide(x, 2);

    private static Node? Odd(Algebra a, string name, Node x) =>
        Make.IsZero(x) ? NumberNode.Zero
        : Rules.IsNegative(x) ? a.Negate(a.Call(name, a.Negate(x)))
        : null;

    private static FunctionEntry Reciprocal(
        string name,
        string of,
        Func<double, double> real,
        Func<Complex, Complex> complex
    ) =>
        new(name)
        {
            Real = real,
            Complex = complex,
            Exact = (a, x) => a.Power(a.Call(of, x[0]), NumberNode.MinusOne),
        };
}
