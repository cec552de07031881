using System.Collections.Frozen;
using System.Collections.Immutable;
using PaperBot.Calculator.Evaluation;
using PaperBot.Calculator.Functions;
using PaperBot.Calculator.Limits;
using PaperBot.Calculator.Symbolic;
using PaperBot.Calculator.Tree;

namespace PaperBot.Calculator.LinearAlgebra;

/// <summary>Operators where at least one side is a matrix.</summary>
internal static class MatrixOperations
{
    private static readonly FrozenDictionary<string, Func<Evaluator, Node, Node, Node>> Binary = new Dictionary<
        string,
        Func<Evaluator, Node, Node, Node>
    >
    {
        [Heads.Add] = (e, a, b) => Entrywise(e, Heads.Add, a, b),
        [Heads.Subtract] = (e, a, b) => Entrywise(e, Heads.Subtract, a, b),
        [Heads.EntryMultiply] = (e, a, b) => Broadcast(e, Heads.Multiply, a, b),
        [Heads.EntryDivide] = (e, a, b) => Broadcast(e, Heads.Divide, a, b),
        [Heads.EntryPower] = (e, a, b) => Broadcast(e, Heads.Power, a, b),
        [Heads.Modulo] = (e, a, b) => Broadcast(e, Heads.Modulo, a, b),
        [Heads.Multiply] = (e, a, b) => Multiply(e, a, b),
        [Heads.Divide] = Divide,
        [Heads.LeftDivide] = (e, a, b) => LinearSystem.Solve(e, Matrix(a), b),
        [Heads.Power] = Power,
        [Heads.Equal] = (_, a, b) => LogicFunctions.Of(a.Equals(b)),
        [Heads.NotEqual] = (_, a, b) => LogicFunctions.Of(!a.Equals(b)),
    }.ToFrozenDictionary();

    public static Node Apply(Evaluator e, string head, ImmutableArray<Node> x)
    {
        if (x.Length == 1)
            return Each((MatrixNode)x[0], n => e.Apply(head, n));
        if (Binary.TryGetValue(head, out var operation))
        {
            var result = operation(e, x[0], x[1]);
            for (var i = 2; i < x.Length; i++)
                result = operation(e, result, x[i]);
            return result;
        }

        // Functions of several arguments go entry by entry.
        var shape = (MatrixNode)x.First(n => n is MatrixNode);
        if (x.Any(n => n is MatrixNode m && (m.Rows != shape.Rows || m.Columns != shape.Columns)))
            throw Sizes(head, x);
        e.Budget.Elements(shape.Entries.Length);
        return MatrixNode.Build(
            shape.Rows,
            shape.Columns,
            (i, j) => e.Apply(head, [.. x.Select(n => n is MatrixNode m ? m[i, j] : n)])
        );
    }

    public static MatrixNode Each(MatrixNode matrix, Func<Node, Node> change) =>
        MatrixNode.Build(matrix.Rows, matrix.Columns, (i, j) => change(matrix[i, j]));

    public static MatrixNode Transpose(MatrixNode matrix) =>
        MatrixNode.Build(matrix.Columns, matrix.Rows, (i, j) => matrix[j, i]);

    public static MatrixNode Identity(int size) =>
        MatrixNode.Build(size, size, (i, j) => i == j ? NumberNode.One : NumberNode.Zero);

    public static Node Multiply(Evaluator e, Node a, Node b)
    {
        if (a is not MatrixNode left)
            return Each((MatrixNode)b, n => e.Algebra.Product(a, n));
        if (b is not MatrixNode right)
            return Each(left, n => e.Algebra.Product(n, b));
        if (left.Columns != right.Rows)
            throw Sizes(Heads.Multiply, [a, b]);
        e.Budget.Elements((double)left.Rows * right.Columns);
        e.Budget.Spend((long)left.Rows * right.Columns * left.Columns);
        var product = MatrixNode.Build(left.Rows, right.Columns, (i, j) => Dot(e.Algebra, left, right, i, j));
        // Row times column is a number.
        return product.Entries.Length == 1 && left.Columns > 1 ? product[0, 0] : product;
    }

    /// <summary>Matrices and ranges inside a matrix become its blocks.</summary>
    public static Node Flatten(Node node)
    {
        if (
            node is not MatrixNode matrix
            || !matrix.Entries.Any(n => n is MatrixNode or ApplyNode { Head: Heads.List })
        )
            return node;
        var rows = new List<Node[]>();
        for (var i = 0; i < matrix.Rows; i++)
        {
            var blocks = Enumerable.Range(0, matrix.Columns).Select(j => Block(matrix[i, j])).ToList();
            var height = blocks[0].Rows;
            if (blocks.Any(b => b.Rows != height))
                throw new CalculatorException("matrix.blocks").At(node.Span);
            for (var r = 0; r < height; r++)
                rows.Add([.. blocks.SelectMany(b => Enumerable.Range(0, b.Columns).Select(c => b[r, c]))]);
        }

        if (rows.Any(r => r.Length != rows[0].Length))
            throw new CalculatorException(
                "matrix.ragged",
                ("first", rows[0].Length),
                ("other", rows.First(r => r.Length != rows[0].Length).Length)
            ).At(node.Span);
        return new MatrixNode(rows.Count, rows[0].Length, [.. rows.SelectMany(r => r)]) { Span = node.Span };
    }

    public static MatrixNode Matrix(Node node) =>
        node as MatrixNode ?? throw new CalculatorException("value.matrix").At(node.Span);

    public static CalculatorException Sizes(string head, ImmutableArray<Node> x)
    {
        var sizes = x.OfType<MatrixNode>().Select(m => $"{m.Rows}×{m.Columns}").ToList();
        return new CalculatorException(
            "matrix.sizes",
            ("operation", head),
            ("first", sizes[0]),
            ("second", sizes.Count > 1 ? sizes[1] : "1×1")
        );
    }

    private static MatrixNode Block(Node node) =>
        node switch
        {
            MatrixNode matrix => matrix,
            ApplyNode { Head: Heads.List } list => MatrixNode.Row(list.Arguments),
            _ => MatrixNode.Row([node]),
        };

    private static Node Dot(Algebra algebra, MatrixNode left, MatrixNode right, int i, int j)
    {
        var terms = new Node[left.Columns];
        for (var k = 0; k < terms.Length; k++)
            terms[k] = algebra.Product(left[i, k], right[k, j]);
        return algebra.Sum(terms);
    }

    private static MatrixNode Entrywise(Evaluator e, string head, Node a, Node b)
    {
        if (
            a is not MatrixNode left
            || b is not MatrixNode right
            || left.Rows != right.Rows
            || left.Columns != right.Columns
        )
            throw Sizes(head, [a, b]);
        return MatrixNode.Build(left.Rows, left.Columns, (i, j) => e.Algebra.Apply(head, [left[i, j], right[i, j]]));
    }

    private static MatrixNode Broadcast(Evaluator e, string head, Node a, Node b)
    {
        var (rows, columns) = a is MatrixNode x ? (x.Rows, x.Columns) : (1, 1);
        var (otherRows, otherColumns) = b is MatrixNode y ? (y.Rows, y.Columns) : (1, 1);
        if (
            (rows != otherRows && rows != 1 && otherRows != 1)
            || (columns != otherColumns && columns != 1 && otherColumns != 1)
        )
            throw Sizes("." + head, [a, b]);
        e.Budget.Elements((double)Math.Max(rows, otherRows) * Math.Max(columns, otherColumns));
        return MatrixNode.Build(
            Math.Max(rows, otherRows),
            Math.Max(columns, otherColumns),
            (i, j) => e.Algebra.Apply(head, [Entry(a, i, j), Entry(b, i, j)])
        );
    }

    private static Node Entry(Node node, int i, int j) =>
        node is MatrixNode matrix ? matrix[Math.Min(i, matrix.Rows - 1), Math.Min(j, matrix.Columns - 1)] : node;

    private static Node Divide(Evaluator e, Node a, Node b)
    {
        if (b is not MatrixNode right)
            return Each((MatrixNode)a, n => e.Algebra.Divide(n, b));
        if (a is not MatrixNode left)
            return Multiply(e, a, Inverses.Inverse(e, right));
        return Transpose((MatrixNode)LinearSystem.Solve(e, Transpose(right), Transpose(left)));
    }

    private static Node Power(Evaluator e, Node a, Node b)
    {
        if (a is not MatrixNode matrix || !matrix.IsSquare)
            throw new CalculatorException("matrix.square");
        if (!Make.IsInteger(b, out var n))
            throw new CalculatorException("matrix.power");
        if (Math.Abs((long)n) > 1_000_000)
            throw new CalculatorException("limit.digits", ("limit", e.Budget.Limits.Digits));
        if (n < 0)
            return Power(e, Inverses.Inverse(e, matrix), NumberNode.Of(-(long)n));
        Node result = Identity(matrix.Rows);
        Node square = matrix;
        for (; n > 0; n >>= 1)
        {
            if ((n & 1) == 1)
                result = AsMatrix(Multiply(e, result, square));
            if (n > 1)
                square = AsMatrix(Multiply(e, square, square));
        }

        return result;
    }

    private static MatrixNode AsMatrix(Node node) => node as MatrixNode ?? MatrixNode.Row([node]);
}
