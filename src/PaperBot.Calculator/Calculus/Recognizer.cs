using PaperBot.Calculator.Numbers;
using PaperBot.Calculator.Symbolic;
using PaperBot.Calculator.Tree;

namespace PaperBot.Calculator.Calculus;

/// <summary>A decimal that agrees in all its digits with a short formula: said as a remark, never as a proof.</summary>
internal static class Recognizer
{
    public static Node? Find(double value, double error, Algebra a)
    {
        if (value == 0 || !double.IsFinite(value) || error > 1e-11 * Math.Abs(value))
            return null;
        foreach (var (unit, size) in Units(a))
        {
            var ratio = value / size;
            if (Math.Abs(ratio) is > 1e4 or < 1e-4)
                continue;
            var fraction = Fractions.Nearest(ratio, Math.Max(2e-13, 2 * error / Math.Abs(value)));
            if (Rational.Abs(fraction).Numerator * fraction.Denominator < 500)
                return a.Product(NumberNode.Of(fraction), unit);
        }

        return null;
    }

    private static IEnumerable<(Node Unit, double Size)> Units(Algebra a)
    {
        Node Root(int n) => a.Sqrt(NumberNode.Of(n));
        Node Ln(int n) => a.Call("ln", NumberNode.Of(n));
        yield return (NumberNode.One, 1);
        yield return (Algebra.Pi, Math.PI);
        yield return (a.Sqrt(Algebra.Pi), Math.Sqrt(Math.PI));
        yield return (a.Power(Algebra.Pi, NumberNode.Two), Math.PI * Math.PI);
        yield return (Ln(2), Math.Log(2));
        yield return (a.Product(Algebra.Pi, Ln(2)), Math.PI * Math.Log(2));
        yield return (a.Product(Root(2), Algebra.Pi), Math.Sqrt(2) * Math.PI);
        yield return (a.Product(Root(3), Algebra.Pi), Math.Sqrt(3) * Math.PI);
        yield return (a.Sqrt(a.Product(NumberNode.Two, Algebra.Pi)), Math.Sqrt(2 * Math.PI));
        yield return (Root(2), Math.Sqrt(2));
        yield return (Root(3), Math.Sqrt(3));
        yield return (Ln(3), Math.Log(3));
        yield return (Algebra.E, Math.E);
        yield return (a.Power(Algebra.E, NumberNode.MinusOne), 1 / Math.E);
        yield return (a.Power(Algebra.Pi, NumberNode.MinusOne), 1 / Math.PI);
        yield return (a.Divide(Algebra.Pi, Algebra.E), Math.PI / Math.E);
        yield return (new SymbolNode("catalan_g"), 0.91596559417721901505);
        yield return (new SymbolNode("euler_gamma"), 0.57721566490153286061);
        yield return (a.Power(Algebra.Pi, NumberNode.Of(3)), Math.Pow(Math.PI, 3));
        yield return (a.Power(Algebra.Pi, NumberNode.Of(4)), Math.Pow(Math.PI, 4));
    }
}
