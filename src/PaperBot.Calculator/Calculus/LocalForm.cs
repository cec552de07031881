using PaperBot.Calculator.Limits;
using PaperBot.Calculator.Numbers;
using PaperBot.Calculator.Numeric;
using PaperBot.Calculator.Symbolic;
using PaperBot.Calculator.Tree;

namespace PaperBot.Calculator.Calculus;

/// <summary>The integrand as a function of the distance u from a point, with what cancels there cancelled by algebra.</summary>
internal sealed class LocalForm
{
    private static readonly SymbolNode U = new("#u");

    private LocalForm(Node formula, Func<double, double> value, bool isExact)
    {
        Formula = formula;
        Value = value;
        IsExact = isExact;
    }

    public Node Formula { get; }

    public Func<double, double> Value { get; }

    public bool IsExact { get; }

    public static string Name => U.Name;

    /// <summary>f(place + u) or f(place − u).</summary>
    public static LocalForm At(Algebra a, Node f, string name, Node place, int direction)
    {
        var isExact = !place.IsInexact;
        var shifted = Shift(a, f, name, place, direction);
        return new LocalForm(shifted, RealCompiler.CompileOne(shifted, U.Name, a.Budget), isExact);
    }

    public static LocalForm Of(Algebra a, Node formula) =>
        new(formula, RealCompiler.CompileOne(formula, U.Name, a.Budget), true);

    /// <summary>The same function with many digits at every point: slow, for integrands that cancel.</summary>
    public Func<double, double> Careful(Budget budget) =>
        u =>
            BigEvaluator.TryEvaluate(Formula, 240, budget, U.Name, BigFloat.FromDouble(u)) is { } value
                ? value.ToDouble()
                : Value(u);

    /// <summary>∫ |rounding of f| du from 0 to the end, estimated on points spread over all scales.</summary>
    public double Noise(double end, Budget budget)
    {
        double sum = 0;
        const double Ratio = 4;
        for (var u = end / Ratio * 0.97; u > end * 1e-14 && u > 1e-300; u /= Ratio)
        {
            var value = Value(u);
            if (!double.IsFinite(value))
                continue;
            if (BigEvaluator.TryEvaluate(Formula, 240, budget, U.Name, BigFloat.FromDouble(u)) is not { } exact)
                return 0;
            sum += Math.Abs(value - exact.ToDouble()) * u * Math.Log(Ratio);
        }

        return sum;
    }

    private static Node Shift(Algebra a, Node f, string name, Node place, int direction)
    {
        var step = direction > 0 ? (Node)U : a.Negate(U);
        var plain = a.Substitute(f, name, a.Sum(place, step));
        if (Make.IsZero(place))
            return plain;
        try
        {
            return Tidy(a, plain);
        }
        catch (Exception e)
            when (e is TooLargeException or CalculatorException { Key: "limit.nodes" or "limit.digits" })
        {
            return plain;
        }
    }

    /// <summary>Polynomials in u are multiplied out, so that 1 − (1 − u)² becomes 2u − u².</summary>
    private static Node Tidy(Algebra a, Node node)
    {
        if (node is not ApplyNode apply)
            return node;
        if (
            node is ApplyNode { Head: Heads.Add or Heads.Multiply or Heads.Power }
            && PolynomialForm.Coefficients(node, U.Name, a) is { Count: > 1 and <= 24 } coefficients
            && Walk.Contains(node, U.Name)
        )
        {
            var lowest = 0;
            while (IsNothing(a, coefficients[lowest]))
                lowest++;
            var terms = new List<Node>();
            for (var k = lowest; k < coefficients.Count; k++)
                terms.Add(a.Product(coefficients[k], a.Power(U, NumberNode.Of(k - lowest))));
            return a.Product(a.Power(U, NumberNode.Of(lowest)), a.Sum([.. terms]));
        }

        if (apply.Head == Heads.Add)
        {
            // Constants that cancel among the terms: cos u − 1 keeps its form, 1 − 1 + u does not.
            return a.Sum([.. apply.Arguments.Select(t => Tidy(a, t))]);
        }

        return a.Apply(apply.Head, [.. apply.Arguments.Select(t => Tidy(a, t))]);
    }

    private static bool IsNothing(Algebra a, Node node) =>
        Make.IsZero(node)
        || (
            Algebra.IsConstant(node)
            && !node.IsInexact
            && NumericValue.Of(node, a.Budget) is FloatNumber { IsZero: true }
        );
}
