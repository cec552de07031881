using PaperBot.Calculator.Evaluation;
using PaperBot.Calculator.Functions;
using PaperBot.Calculator.Limits;
using PaperBot.Calculator.Tree;

namespace PaperBot.Calculator.Symbolic;

/// <summary>diff and its relatives.</summary>
internal static class Derivatives
{
    /// <summary>diff(f, x), diff(f, x, a) at a point, diff(f, x, y, …) several times, diff(f, {x, n}).</summary>
    public static Node Diff(Evaluator e, ApplyNode call)
    {
        Algebra.Arity(FunctionTable.Find("diff")!, call.Arguments.Length);
        var names = new List<string>();
        Node? point = null;
        for (var i = 1; i < call.Arguments.Length; i++)
        {
            var argument = call[i];
            if (
                argument is ApplyNode { Head: Heads.List } list
                && list.Arguments.Length == 2
                && Make.IsInteger(list[1], out var times)
                && times is >= 0 and <= 30
            )
                names.AddRange(Enumerable.Repeat(AlgebraList.Name(list[0]), times));
            else if (
                i == 2
                && call.Arguments.Length == 3
                && !(argument is SymbolNode s && !Constants.IsKnown(s.Name) && e.Session.Variable(s.Name) is null)
            )
                point = e.Evaluate(argument);
            else
                names.Add(AlgebraList.Name(argument));
        }

        if (names.Count == 0)
            return e.Evaluate(call[0]);
        var node = e.EvaluateFree(call[0], [.. names]);
        var differentiator = new Differentiator(e.Algebra);
        foreach (var name in names)
            node = differentiator.Differentiate(node, name);
        if (point is not null)
            return e.Evaluate(Walk.Replace(node, names[0], point));
        var simplifier = new Simplifier(e.Algebra);
        return node is MatrixNode ? Walk.Map(node, simplifier.Simplify) : simplifier.Simplify(node);
    }

    public static Node Gradient(Evaluator e, ApplyNode call)
    {
        var (f, names) = Arguments(e, call, "grad");
        return MatrixNode.Row([.. names.Select(n => Slope(e, f, n))]);
    }

    public static Node Jacobian(Evaluator e, ApplyNode call)
    {
        var (f, names) = Arguments(e, call, "jacobian");
        var items = ListFunctions.Items(f);
        e.Budget.Elements((double)items.Length * names.Count);
        return MatrixNode.Build(items.Length, names.Count, (i, j) => Slope(e, items[i], names[j]));
    }

    public static Node Hessian(Evaluator e, ApplyNode call)
    {
        var (f, names) = Arguments(e, call, "hessian");
        return MatrixNode.Build(
            names.Count,
            names.Count,
            (i, j) => Slope(e, new Differentiator(e.Algebra).Differentiate(f, names[i]), names[j])
        );
    }

    /// <summary>taylor(f, x, a, n): the polynomial of degree n around a.</summary>
    public static Node Taylor(Evaluator e, ApplyNode call)
    {
        Algebra.Arity(FunctionTable.Find("taylor")!, call.Arguments.Length);
        var name = AlgebraList.Name(call[1]);
        var f = e.EvaluateFree(call[0], name);
        var at = e.Evaluate(call[2]);
        if (!Make.IsInteger(e.Evaluate(call[3]), out var degree) || degree is < 0 or > 60)
            throw new CalculatorException("value.range").At(call[3].Span);
        return TaylorSeries.Expand(e.Algebra, f, name, at, degree)
            ?? throw new CalculatorException("math.taylor").At(call.Span);
    }

    private static (Node Function, List<string> Names) Arguments(Evaluator e, ApplyNode call, string function)
    {
        Algebra.Arity(FunctionTable.Find(function)!, call.Arguments.Length);
        var names = ListFunctions.Items(call[1]).Select(AlgebraList.Name).ToList();
        return (e.EvaluateFree(call[0], [.. names]), names);
    }

    private static Node Slope(Evaluator e, Node f, string name) =>
        new Simplifier(e.Algebra).Simplify(new Differentiator(e.Algebra).Differentiate(f, name));
}
