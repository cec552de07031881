using System.Collections.Frozen;
using PaperBot.Calculator.Syntax;
using PaperBot.Calculator.Tree;

namespace PaperBot.Calculator.Latex;

/// <summary>Notations that are not a name with brackets.</summary>
internal static class LatexForms
{
    public static readonly FrozenDictionary<string, string> Signs = new Dictionary<string, string>
    {
        [Heads.Add] = " + ",
        [Heads.Subtract] = " - ",
        [Heads.Modulo] = " \\bmod ",
        [Heads.LeftDivide] = " \\backslash ",
        [Heads.EntryMultiply] = " \\odot ",
        [Heads.EntryDivide] = " \\oslash ",
        [Heads.Equation] = " = ",
        [Heads.Define] = " = ",
        [Heads.Equal] = " = ",
        [Heads.NotEqual] = " \\neq ",
        [Heads.Less] = " < ",
        [Heads.LessOrEqual] = " \\leq ",
        [Heads.Greater] = " > ",
        [Heads.GreaterOrEqual] = " \\geq ",
        [Heads.And] = " \\land ",
        [Heads.Or] = " \\lor ",
        [Heads.Xor] = " \\oplus ",
        [Heads.Range] = " : ",
    }.ToFrozenDictionary();

    public static readonly FrozenDictionary<string, Func<LatexPrinter, ApplyNode, bool>> All = new Dictionary<
        string,
        Func<LatexPrinter, ApplyNode, bool>
    >
    {
        [Heads.Multiply] = Multiply,
        [Heads.Divide] = Divide,
        [Heads.Power] = Power,
        [Heads.EntryPower] = Power,
        [Heads.Negate] = (p, a) => Around(p, "-", a[0], Precedence.Sign),
        [Heads.Plus] = (p, a) => Around(p, "+", a[0], Precedence.Sign),
        [Heads.Not] = (p, a) => Around(p, "\\lnot ", a[0], Precedence.Not),
        [Heads.Factorial] = (p, a) => After(p, a[0], "!"),
        [Heads.DoubleFactorial] = (p, a) => After(p, a[0], "!!"),
        [Heads.Percent] = (p, a) => After(p, a[0], "\\%"),
        [Heads.Prime] = (p, a) => After(p, a[0], new string('\'', Make.IsInteger(a[1], out var n) ? n : 1)),
        [Heads.AddPercent] = (p, a) => Share(p, a, " + "),
        [Heads.SubtractPercent] = (p, a) => Share(p, a, " - "),
        [Heads.List] = (p, a) => Fenced(p, a, "\\left\\{", "\\right\\}"),
        [Heads.At] = At,
        ["sqrt"] = (p, a) => a.Arguments.Length == 1 && Fenced(p, a, "\\sqrt{", "}"),
        ["cbrt"] = (p, a) => Fenced(p, a, "\\sqrt[3]{", "}"),
        ["root"] = Root,
        ["abs"] = (p, a) => Fenced(p, a, "\\left|", "\\right|"),
        ["floor"] = (p, a) => Fenced(p, a, "\\left\\lfloor ", "\\right\\rfloor "),
        ["ceil"] = (p, a) => Fenced(p, a, "\\left\\lceil ", "\\right\\rceil "),
        ["exp"] = (p, a) => Fenced(p, a, "e^{", "}"),
        ["conj"] = (p, a) => Fenced(p, a, "\\overline{", "}"),
        ["binomial"] = (p, a) => Pair(p, a, "\\binom{"),
        ["transpose"] = (p, a) => After(p, a[0], "^{\\mathsf{T}}"),
        ["det"] = (p, a) => a[0] is MatrixNode m && Determinant(p, m),
        ["log"] = (p, a) => a.Arguments.Length == 2 && Logarithm(p, a),
        ["integrate"] = Integral,
        ["sum"] = (p, a) => Series(p, a, "\\sum"),
        ["product"] = (p, a) => Series(p, a, "\\prod"),
        ["limit"] = Limit,
        ["diff"] = Derivative,
    }.ToFrozenDictionary();

    private static bool Multiply(LatexPrinter p, ApplyNode a)
    {
        for (var i = 0; i < a.Arguments.Length; i++)
        {
            var needsDot =
                i > 0
                && (
                    StartsWithDigit(a[i])
                    || a[i] is SymbolNode { Name: "deg" } == false && EndsWithName(a[i - 1]) && a[i] is not ApplyNode
                );
            if (i > 0)
                p.Raw(
                    StartsWithDigit(a[i]) ? " \\cdot "
                    : needsDot ? " \\, "
                    : " "
                );
            var isSigned = a[i] is ApplyNode { Head: Heads.Negate or Heads.Plus };
            p.Inside(
                a[i],
                i > 0 && isSigned ? Precedence.Atom : Precedence.Product,
                alsoEqual: i > 0 && !Make.Is(a[i], Heads.Divide) && a[i] is not NumberNode
            );
        }

        return true;
    }

    private static bool StartsWithDigit(Node node) =>
        node switch
        {
            NumberNode => true,
            ApplyNode { Head: Heads.Power or Heads.Multiply or Heads.Factorial } apply => StartsWithDigit(apply[0]),
            ApplyNode { Head: Heads.Divide } => false,
            _ => false,
        };

    private static bool EndsWithName(Node node) => node is SymbolNode or ApplyNode { Head: not Heads.Power };

    private static bool Divide(LatexPrinter p, ApplyNode a)
    {
        if (a.Arguments.Length != 2)
            return false;
        p.Raw("\\frac");
        p.Braced(a[0]);
        p.Braced(a[1]);
        return true;
    }

    private static bool Power(LatexPrinter p, ApplyNode a)
    {
        if (a.Arguments.Length != 2)
            return false;
        var isTall = a[0] is NumberNode { Value: Numbers.ExactNumber { IsReal: true } e } && !e.Re.IsInteger;
        p.Inside(a[0], isTall || Make.Is(a[0], "exp") ? Precedence.Atom + 1 : Precedence.Power, alsoEqual: true);
        p.Raw("^");
        p.Braced(a[1]);
        return true;
    }

    private static bool Around(LatexPrinter p, string sign, Node operand, int level)
    {
        p.Raw(sign);
        var level2 = operand is ApplyNode { Head: Heads.Multiply or Heads.Divide } ? Precedence.Product : level;
        p.Inside(operand, level2, alsoEqual: operand is ApplyNode { Head: Heads.Negate or Heads.Plus });
        return true;
    }

    private static bool After(LatexPrinter p, Node operand, string sign)
    {
        p.Inside(operand, Precedence.Postfix, alsoEqual: true);
        p.Raw(sign);
        return true;
    }

    private static bool Share(LatexPrinter p, ApplyNode a, string sign)
    {
        p.Inside(a[0], Precedence.Sum);
        p.Raw(sign);
        return After(p, a[1], "\\%");
    }

    private static bool Fenced(LatexPrinter p, ApplyNode a, string open, string close)
    {
        p.Raw(open);
        p.Listed(a.Arguments.AsSpan());
        p.Raw(close);
        return true;
    }

    private static bool At(LatexPrinter p, ApplyNode a)
    {
        p.Write(a[0]);
        p.Raw("\\left(");
        p.Listed(a.Arguments.AsSpan()[1..]);
        p.Raw("\\right)");
        return true;
    }

    private static bool Root(LatexPrinter p, ApplyNode a)
    {
        if (a.Arguments.Length != 2)
            return false;
        p.Raw("\\sqrt[");
        p.Write(a[1]);
        p.Raw("]");
        p.Braced(a[0]);
        return true;
    }

    private static bool Pair(LatexPrinter p, ApplyNode a, string open)
    {
        if (a.Arguments.Length != 2)
            return false;
        p.Raw(open);
        p.Write(a[0]);
        p.Raw("}");
        p.Braced(a[1]);
        return true;
    }

    private static bool Determinant(LatexPrinter p, MatrixNode matrix)
    {
        p.Matrix(matrix, "vmatrix");
        return true;
    }

    private static bool Logarithm(LatexPrinter p, ApplyNode a)
    {
        p.Raw("\\log_");
        p.Braced(a[1]);
        p.Bracketed(a[0]);
        return true;
    }

    private static bool Integral(LatexPrinter p, ApplyNode a)
    {
        if (a.Arguments.Length < 2 || (a.Arguments.Length != 2 && a.Arguments.Length % 3 != 1))
            return false;
        for (var i = a.Arguments.Length - 3; i > 0; i -= 3)
        {
            p.Raw("\\int_");
            p.Braced(a[i + 1]);
            p.Raw("^");
            p.Braced(a[i + 2]);
        }

        if (a.Arguments.Length == 2)
            p.Raw("\\int ");
        p.Inside(a[0], Precedence.Sum, alsoEqual: true);
        for (var i = 1; i < a.Arguments.Length; i += 3)
        {
            p.Raw("\\,\\mathrm{d}");
            p.Write(a[i]);
        }

        return true;
    }

    private static bool Series(LatexPrinter p, ApplyNode a, string sign)
    {
        if (a.Arguments.Length != 4)
            return false;
        p.Raw(sign + "_{");
        p.Write(a[1]);
        p.Raw("=");
        p.Write(a[2]);
        p.Raw("}^");
        p.Braced(a[3]);
        p.Raw(" ");
        p.Inside(a[0], Precedence.Sum, alsoEqual: true);
        return true;
    }

    private static bool Limit(LatexPrinter p, ApplyNode a)
    {
        if (a.Arguments.Length < 3)
            return false;
        p.Raw("\\lim_{");
        p.Write(a[1]);
        p.Raw(" \\to ");
        p.Write(a[2]);
        p.Raw("} ");
        p.Inside(a[0], Precedence.Sum, alsoEqual: true);
        return true;
    }

    private static bool Derivative(LatexPrinter p, ApplyNode a)
    {
        if (a.Arguments.Length is not (2 or 3) || a[1] is not SymbolNode variable)
            return false;
        p.Raw(a.Arguments.Length == 3 ? "\\left." : "");
        p.Raw("\\frac{\\mathrm{d}}{\\mathrm{d}");
        p.Write(variable);
        p.Raw("} ");
        p.Inside(a[0], Precedence.Product, alsoEqual: true);
        if (a.Arguments.Length == 3)
        {
            p.Raw("\\right|_{");
            p.Write(variable);
            p.Raw(" = ");
            p.Write(a[2]);
            p.Raw("}");
        }

        return true;
    }
}
