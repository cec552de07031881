using System.Collections.Immutable;
using PaperBot.Calculator.Evaluation;
using PaperBot.Calculator.Limits;
using PaperBot.Calculator.Numeric;
using PaperBot.Calculator.Symbolic;
using PaperBot.Calculator.Tree;

namespace PaperBot.Calculator.Functions;

/// <summary>Ranges, entries, sorting: what is done with lists, vectors and matrices as containers.</summary>
internal static class ListFunctions
{
    public static IEnumerable<FunctionEntry> All =>
        [
            new(Heads.Range, 2, 3) { Whole = Range },
            new("range", 2, 3) { Whole = (e, x) => Range(e, x.Length == 2 ? x : [x[0], x[2], x[1]]) },
            new("linspace", 3, 3) { Whole = Linspace },
            new(Heads.Index, 2, 3) { Whole = Index },
            new("element", 2, 3) { Aliases = ["part", "subset"], Whole = Index },
            new("length") { Aliases = ["len", "count", "numel"], Whole = (_, x) => NumberNode.Of(Items(x[0]).Length) },
            new("size")
            {
                Aliases = ["dim"],
                Whole = (_, x) =>
                    x[0] is MatrixNode m
                        ? MatrixNode.Row([NumberNode.Of(m.Rows), NumberNode.Of(m.Columns)])
                        : NumberNode.Of(Items(x[0]).Length),
            },
            new("rows") { Whole = (_, x) => NumberNode.Of(x[0] is MatrixNode m ? m.Rows : 1) },
            new("columns") { Whole = (_, x) => NumberNode.Of(x[0] is MatrixNode m ? m.Columns : 1) },
            new("row", 2, 2) { Whole = (_, x) => Line(x, true) },
            new("column", 2, 2) { Aliases = ["col"], Whole = (_, x) => Line(x, false) },
            new("sort", 1, 2) { Whole = Sort },
            new("reverse") { Whole = (_, x) => Like(x[0], [.. Items(x[0]).Reverse()]) },
            new("cumsum") { Whole = (e, x) => Running(e, x[0], Heads.Add) },
            new("cumprod") { Whole = (e, x) => Running(e, x[0], Heads.Multiply) },
            new("max", 1, 1000)
            {
                Whole = (e, x) => Extreme(e, x, 1, "max"),
                RealMany = x => x.Max(),
                HasKinks = true,
            },
            new("min", 1, 1000)
            {
                Whole = (e, x) => Extreme(e, x, -1, "min"),
                RealMany = x => x.Min(),
                HasKinks = true,
            },
            new("total", 1, 1000) { Whole = (e, x) => e.Algebra.Sum(Gather(x).AsSpan()) },
            new("concat", 1, 64) { Aliases = ["horzcat"], Whole = (_, x) => MatrixNode.Row(Gather(x)) },
            new("unique") { Whole = (_, x) => Like(x[0], [.. Items(x[0]).Distinct()]) },
        ];

    /// <summary>The entries of a list, a matrix, or of one number.</summary>
    public static ImmutableArray<Node> Items(Node node) =>
        node switch
        {
            MatrixNode matrix => matrix.Entries,
            ApplyNode { Head: Heads.List } list => list.Arguments,
            _ => [node],
        };

    public static ImmutableArray<Node> Gather(ImmutableArray<Node> x) => [.. x.SelectMany(n => Items(n))];

    public static Node Like(Node shape, ImmutableArray<Node> items) =>
        shape is MatrixNode { Columns: 1 } ? MatrixNode.Column(items)
        : shape is MatrixNode ? MatrixNode.Row(items)
        : Make.List(items);

    private static MatrixNode Range(Evaluator e, ImmutableArray<Node> x)
    {
        var (from, to) = (x[0], x[^1]);
        var step = x.Length == 3 ? x[1] : NumberNode.One;
        if (Make.IsZero(step))
            throw new CalculatorException("value.range");
        var count = NumericValue.Of(e.Algebra.Divide(e.Algebra.Subtract(to, from), step), e.Budget);
        if (count is not { IsReal: true })
            throw new CalculatorException("value.real");
        var length = Math.Floor(count.ToDouble() + 1e-9) + 1;
        e.Budget.Elements(length);
        if (length < 1)
            throw new CalculatorException("value.range");
        var items = ImmutableArray.CreateBuilder<Node>((int)length);
        for (var i = 0; i < length; i++)
            items.Add(e.Algebra.Sum(from, e.Algebra.Product(NumberNode.Of(i), step)));
        return MatrixNode.Row(items.MoveToImmutable());
    }

    private static MatrixNode Linspace(Evaluator e, ImmutableArray<Node> x)
    {
        if (!Make.IsInteger(x[2], out var n) || n < 2)
            throw new CalculatorException("value.range");
        e.Budget.Elements(n);
        var step = e.Algebra.Divide(e.Algebra.Subtract(x[1], x[0]), NumberNode.Of(n - 1));
        return MatrixNode.Row([
            .. Enumerable.Range(0, n).Select(i => e.Algebra.Sum(x[0], e.Algebra.Product(NumberNode.Of(i), step))),
        ]);
    }

    private static Node Index(Evaluator e, ImmutableArray<Node> x)
    {
        var items = Items(x[0]);
        if (
            x.Length == 3
            && x[0] is MatrixNode matrix
            && Make.IsInteger(x[1], out var i)
            && Make.IsInteger(x[2], out var j)
        )
        {
            return i >= 1 && j >= 1 && i <= matrix.Rows && j <= matrix.Columns
                ? matrix[i - 1, j - 1]
                : throw new CalculatorException(
                    "value.index",
                    ("index", $"{i}, {j}"),
                    ("size", $"{matrix.Rows}×{matrix.Columns}")
                );
        }

        if (x.Length != 2 || !Make.IsInteger(x[1], out var place))
            throw new CalculatorException("value.integer", ("name", "[]"));
        return place >= 1 && place <= items.Length
            ? items[place - 1]
            : throw new CalculatorException("value.index", ("index", place), ("size", items.Length));
    }

    private static MatrixNode Line(ImmutableArray<Node> x, bool isRow)
    {
        var matrix = LinearAlgebra.MatrixOperations.Matrix(x[0]);
        var count = isRow ? matrix.Rows : matrix.Columns;
        if (!Make.IsInteger(x[1], out var n) || n < 1 || n > count)
            throw new CalculatorException("value.index", ("index", x[1].ToString() ?? ""), ("size", count));
        return isRow
            ? MatrixNode.Row([.. Enumerable.Range(0, matrix.Columns).Select(j => matrix[n - 1, j])])
            : MatrixNode.Column([.. Enumerable.Range(0, matrix.Rows).Select(i => matrix[i, n - 1])]);
    }

    private static Node Sort(Evaluator e, ImmutableArray<Node> x)
    {
        var keyed = Items(x[0]).Select(n => (Node: n, Value: Real(e, n))).OrderBy(p => p.Value).Select(p => p.Node);
        var isDown = x.Length > 1 && (x[1] is NumberNode { Value.Sign: < 0 } || Make.IsZero(x[1]));
        return Like(x[0], isDown ? [.. keyed.Reverse()] : [.. keyed]);
    }

    private static double Real(Evaluator e, Node node) =>
        Algebra.IsConstant(node) && NumericValue.Of(node, e.Budget) is { IsReal: true } value
            ? value.ToDouble()
            : throw new CalculatorException("value.real").At(node.Span);

    private static Node Running(Evaluator e, Node x, string head)
    {
        var items = Items(x);
        var result = ImmutableArray.CreateBuilder<Node>(items.Length);
        for (var i = 0; i < items.Length; i++)
            result.Add(i == 0 ? items[0] : e.Apply(head, result[i - 1], items[i]));
        return Like(x, result.MoveToImmutable());
    }

    private static Node Extreme(Evaluator e, ImmutableArray<Node> x, int sign, string name)
    {
        var items = Gather(x);
        if (items.Any(n => !Algebra.IsConstant(n)))
            return new ApplyNode(name, items);
        var best = items[0];
        foreach (var item in items.Skip(1))
        {
            var greater = e.Algebra.Apply(Heads.Greater, sign > 0 ? [item, best] : [best, item]);
            if (LogicFunctions.Truth(greater) == true)
                best = item;
        }

        return best;
    }
}
