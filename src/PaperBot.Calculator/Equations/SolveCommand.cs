using System.Collections.Immutable;
using PaperBot.Calculator.Evaluation;
using PaperBot.Calculator.Functions;
using PaperBot.Calculator.Limits;
using PaperBot.Calculator.Numbers;
using PaperBot.Calculator.Numeric;
using PaperBot.Calculator.Symbolic;
using PaperBot.Calculator.Syntax;
using PaperBot.Calculator.Tree;

namespace PaperBot.Calculator.Equations;

/// <summary>solve(equation, x), solve(equation, x, a, b), solve({equations}, {unknowns}).</summary>
internal static class SolveCommand
{
    public static Node Solve(Evaluator e, ApplyNode call)
    {
        Algebra.Arity(FunctionTable.Find("solve")!, call.Arguments.Length);
        if (Make.IsList(call[0]) || Make.IsList(call[1]))
            return System(e, call);
        var name = AlgebraList.Name(call[1]);
        var f = Difference(e, call[0], name);
        if (call.Arguments.Length == 4)
            return Interval(e, call, f, name);
        var roots = new EquationSolver(e, name).Solve(f) ?? throw new CalculatorException("math.solve").At(call.Span);
        if (roots.Count == 0)
            throw new CalculatorException("equation.none").At(call[0].Span);
        Suggest(e, call[0], f, name, roots, null);
        return Make.List([.. roots.Select(r => (Node)Make.Equation(new SymbolNode(name), r))]);
    }

    /// <summary>left − right of an equation; an expression is meant to be zero.</summary>
    public static Node Difference(Evaluator e, Node equation, params string[] names)
    {
        var value = e.EvaluateFree(equation, names);
        if (value is ApplyNode { Head: Heads.Equation } sides)
        {
            return sides[0] is MatrixNode || sides[1] is MatrixNode
                ? throw new CalculatorException("value.scalar").At(equation.Span)
                : e.Algebra.Subtract(sides[0], sides[1]);
        }

        if (
            value is ApplyNode
            {
                Head: Heads.Less or Heads.LessOrEqual or Heads.Greater or Heads.GreaterOrEqual or Heads.NotEqual
            }
        )
            throw new CalculatorException("equation.inequality").At(equation.Span);
        if (value is ApplyNode { Head: Heads.Equal } test)
            return e.Algebra.Subtract(test[0], test[1]);
        if (value is MatrixNode or TextNode || Make.IsList(value))
            throw new CalculatorException("value.scalar").At(equation.Span);
        return value;
    }

    private static ApplyNode Interval(Evaluator e, ApplyNode call, Node f, string name)
    {
        var (low, high) = (Bound(e, call[2]), Bound(e, call[3]));
        if (low > high)
            (low, high) = (high, low);
        if (!new EquationSolver(e, name).IsNumeric(f))
            throw new CalculatorException(
                "equation.unknowns",
                ("names", string.Join(", ", Walk.Symbols(f).Where(n => !Constants.IsKnown(n))))
            ).At(call[0].Span);
        if (!Walk.Contains(f, name))
            throw new CalculatorException(Make.IsZero(f) ? "equation.always" : "equation.none", ("name", name)).At(
                call[0].Span
            );
        var roots = IntervalSolver.Find(e, f, name, low, high);
        if (roots.Count == 0)
        {
            e.Warn("notice.noroot");
            return Make.List([]);
        }

        Suggest(e, call[0], f, name, roots, (low, high));
        return Make.List([.. roots.Select(r => (Node)Make.Equation(new SymbolNode(name), r))]);
    }

    public static double Bound(Evaluator e, Node node)
    {
        var value = e.Evaluate(node);
        if (Algebra.IsInfinity(value, out var sign))
            return sign * double.PositiveInfinity;
        return Algebra.IsConstant(value) && NumericValue.Of(value, e.Budget) is { IsReal: true } number
            ? number.ToDouble()
            : throw new CalculatorException("value.bounds").At(node.Span);
    }

    /// <summary>Both sides over a range that shows the real roots.</summary>
    private static void Suggest(
        Evaluator e,
        Node equation,
        Node f,
        string name,
        IReadOnlyList<Node> roots,
        (double Low, double High)? range
    )
    {
        var values = roots
            .Where(Algebra.IsConstant)
            .Select(r => NumericValue.Of(r, e.Budget))
            .Where(v => v is { IsReal: true })
            .Select(v => v!.ToDouble())
            .Where(double.IsFinite)
            .ToList();
        if (values.Count == 0 || Walk.Symbols(f).Any(n => n != name && !Constants.IsKnown(n)))
            return;
        var (low, high) =
            range is { } given && double.IsFinite(given.High - given.Low) ? given : (values.Min(), values.Max());
        if (range is null || !double.IsFinite(range.Value.High - range.Value.Low))
        {
            var margin = Math.Max((high - low) * 0.3, Math.Max(1, Math.Abs(low) * 0.3));
            (low, high) = (low - margin, high + margin);
        }

        var sides = equation is ApplyNode { Head: Heads.Equation } both
            ? $"{{{Printer.Exactly(both[0])}, {Printer.Exactly(both[1])}}}"
            : Printer.Exactly(equation);
        e.SuggestedPlot = $"plot({sides}, {name}, {NumberFormat.Real(low, 4)}, {NumberFormat.Real(high, 4)})";
    }

    private static ApplyNode System(Evaluator e, ApplyNode call)
    {
        var names = ListFunctions.Items(call[1]).Select(AlgebraList.Name).ToArray();
        var equations = ListFunctions.Items(call[0]).Select(q => Difference(e, q, names)).ToImmutableArray();
        var solutions = new SystemSolver(e, names).Solve(equations);
        if (solutions.Count == 0)
            throw new CalculatorException("equation.none").At(call.Span);
        var items = solutions.SelectMany(
            (s, i) =>
                s.Select(
                    (value, j) =>
                        (Node)
                            Make.Equation(
                                new SymbolNode(solutions.Count == 1 ? names[j] : $"{names[j]}_{i + 1}"),
                                value
                            )
                )
        );
        return Make.List([.. items]);
    }
}
