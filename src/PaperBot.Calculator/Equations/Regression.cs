using System.Collections.Immutable;
using PaperBot.Calculator.Evaluation;
using PaperBot.Calculator.Functions;
using PaperBot.Calculator.Limits;
using PaperBot.Calculator.LinearAlgebra;
using PaperBot.Calculator.Numbers;
using PaperBot.Calculator.Numeric;
using PaperBot.Calculator.Symbolic;
using PaperBot.Calculator.Tree;

namespace PaperBot.Calculator.Equations;

/// <summary>fit(x, y), fit(x, y, degree), fit(x, y, model, t, {a = 1, b = 2}).</summary>
internal static class Regression
{
    public static Node Fit(Evaluator e, ApplyNode call)
    {
        Algebra.Arity(FunctionTable.Find("fit")!, call.Arguments.Length);
        var (x, y) = (ListFunctions.Items(e.Evaluate(call[0])), ListFunctions.Items(e.Evaluate(call[1])));
        if (x.Length != y.Length)
            throw new CalculatorException("list.lengths").At(call.Span);
        if (call.Arguments.Length == 5)
            return Model(e, call, x, y);
        var degree = 1;
        if (call.Arguments.Length == 3 && (!Make.IsInteger(e.Evaluate(call[2]), out degree) || degree is < 0 or > 20))
            throw new CalculatorException("value.range").At(call[2].Span);
        if (call.Arguments.Length == 4)
            throw new CalculatorException("function.few", ("name", "fit"), ("count", 5)).At(call.Span);
        return Polynomial(e, x, y, degree);
    }

    /// <summary>The polynomial of best fit, by exact arithmetic on the decimals that were typed.</summary>
    public static Node Polynomial(Evaluator e, ImmutableArray<Node> x, ImmutableArray<Node> y, int degree)
    {
        if (x.Length <= degree)
            throw new CalculatorException("fit.points", ("points", x.Length), ("parameters", degree + 1));
        var (xs, ys) = (x.Select(v => Exact(e, v)).ToArray(), y.Select(v => Exact(e, v)).ToArray());
        var isDecimal = x.Concat(y).Any(v => v.IsInexact || !Make.IsRational(v, out _));
        var powers = new Rational[(2 * degree) + 1];
        var right = new Rational[degree + 1];
        for (var i = 0; i < xs.Length; i++)
        {
            Rational power = Rational.One;
            for (var k = 0; k <= 2 * degree; k++)
            {
                powers[k] += power;
                if (k <= degree)
                    right[k] += power * ys[i];
                power *= xs[i];
                e.Budget.Bits(power.Bits / 4.0);
            }
        }

        var matrix = MatrixNode.Build(degree + 1, degree + 1, (i, j) => NumberNode.Of(powers[i + j]));
        var elimination = new Elimination(
            e.Algebra,
            matrix,
            MatrixNode.Build(degree + 1, 1, (i, _) => NumberNode.Of(right[i]))
        );
        elimination.Reduce();
        if (elimination.Rank <= degree)
            throw new CalculatorException("matrix.singular");
        var solution = elimination.Solution();
        var coefficients = Enumerable
            .Range(0, degree + 1)
            .Select(k => Make.IsRational(solution[k, 0], out var c) ? c : Rational.Zero)
            .ToArray();
        Quality(e, xs, ys, coefficients);
        var t = new SymbolNode("x");
        var formula = e.Algebra.Sum([
            .. coefficients.Select(
                (c, k) =>
                    e.Algebra.Product(
                        new NumberNode(new ExactNumber(c, Rational.Zero, isDecimal)),
                        e.Algebra.Power(t, NumberNode.Of(k))
                    )
            ),
        ]);
        return Make.Equation(new SymbolNode("y"), formula);
    }

    private static Rational Exact(Evaluator e, Node node)
    {
        if (Make.IsRational(node, out var exact))
            return exact;
        return Algebra.IsConstant(node) && NumericValue.Of(node, e.Budget) is { IsReal: true } value
            ? Rational.FromDouble(value.ToDouble())
            : throw new CalculatorException("value.real").At(node.Span);
    }

    private static void Quality(Evaluator e, Rational[] x, Rational[] y, Rational[] c)
    {
        Rational mean = Rational.Zero;
        foreach (var v in y)
            mean += v / y.Length;
        Rational residual = Rational.Zero,
            total = Rational.Zero;
        for (var i = 0; i < x.Length; i++)
        {
            Rational value = Rational.Zero;
            for (var k = c.Length - 1; k >= 0; k--)
                value = (value * x[i]) + c[k];
            residual += (y[i] - value) * (y[i] - value);
            total += (y[i] - mean) * (y[i] - mean);
        }

        var r2 = total.IsZero ? 1 : 1 - (residual / total).ToDouble();
        e.Warn("notice.r2", ("r2", r2));
    }

    private static ApplyNode Model(Evaluator e, ApplyNode call, ImmutableArray<Node> x, ImmutableArray<Node> y)
    {
        var variable = AlgebraList.Name(call[3]);
        var guesses = Walk.Children(Make.IsList(call[4]) ? call[4] : Make.List([call[4]]))
            .Select(g =>
                g is ApplyNode { Head: Heads.Equation } q
                    ? (Name: AlgebraList.Name(q[0]), Value: SolveCommand.Bound(e, q[1]))
                    : (Name: AlgebraList.Name(g), Value: 1.0)
            )
            .ToArray();
        var names = guesses.Select(g => g.Name).ToArray();
        var model = e.EvaluateFree(call[2], [variable, .. names]);
        var unknown = Walk.Symbols(model)
            .FirstOrDefault(n => n != variable && !names.Contains(n) && !Constants.IsKnown(n));
        if (unknown is not null)
            throw new CalculatorException("name.unknown", ("name", unknown)).At(call[2].Span);
        if (x.Length < names.Length)
            throw new CalculatorException("fit.points", ("points", x.Length), ("parameters", names.Length)).At(
                call.Span
            );
        double[] Values(ImmutableArray<Node> nodes) =>
            [
                .. nodes.Select(n =>
                    NumericValue.Of(n, e.Budget) is { IsReal: true } v
                        ? v.ToDouble()
                        : throw new CalculatorException("value.real")
                ),
            ];
        var fit = new LevenbergMarquardt(e.Algebra, model, variable, names, Values(x), Values(y)).Fit([
            .. guesses.Select(g => g.Value),
        ]);
        e.Warn(
            "notice.fit",
            ("r2", fit.R2),
            ("errors", string.Join(", ", names.Select((n, i) => $"{n} ± {NumberFormat.Real(fit.Errors[i], 4)}")))
        );
        if (!fit.IsConverged)
            e.Warn("notice.local");
        return Make.List([
            .. names.Select((n, i) => (Node)Make.Equation(new SymbolNode(n), NumberNode.Of(fit.Parameters[i]))),
        ]);
    }
}
