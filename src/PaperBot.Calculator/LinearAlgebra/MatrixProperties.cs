using System.Collections.Immutable;
using PaperBot.Calculator.Evaluation;
using PaperBot.Calculator.Limits;
using PaperBot.Calculator.Symbolic;
using PaperBot.Calculator.Tree;

namespace PaperBot.Calculator.LinearAlgebra;

/// <summary>Numbers and matrices that belong to a matrix without decomposing it.</summary>
internal static class MatrixProperties
{
    public static int Rank(Evaluator e, MatrixNode m)
    {
        e.Budget.Matrix(m.Rows, m.Columns);
        if (m.IsInexact && DenseMatrix.TryReal(m, e.Budget) is { } dense)
            return dense.Rank();
        var elimination = new Elimination(e.Algebra, m);
        elimination.Reduce();
        return elimination.Rank;
    }

    public static Node Trace(Evaluator e, MatrixNode m)
    {
        Inverses.Square(m);
        return e.Algebra.Sum([.. Enumerable.Range(0, m.Rows).Select(i => m[i, i])]);
    }

    /// <summary>norm(v) is Euclid's; norm(A) the spectral one; norm(A, 1), norm(A, inf), norm(A, "fro").</summary>
    public static Node Norm(Evaluator e, ImmutableArray<Node> x)
    {
        var a = e.Algebra;
        var m = x[0] as MatrixNode ?? MatrixNode.Row(Functions.ListFunctions.Items(x[0]));
        var kind = x.Length > 1 ? x[1] : NumberNode.Two;
        var sizes = MatrixOperations.Each(m, n => a.Call("abs", n));
        if (kind is TextNode { Text: "fro" } || (m.IsVector && kind.Equals(NumberNode.Two)))
            return a.Sqrt(a.Sum([.. sizes.Entries.Select(n => a.Power(n, NumberNode.Two))]));
        if (kind is SymbolNode { Name: "inf" })
            return Largest(
                e,
                m.IsVector
                    ? [.. sizes.Entries]
                    :
                    [
                        .. Enumerable
                            .Range(0, m.Rows)
                            .Select(i => a.Sum([.. Enumerable.Range(0, m.Columns).Select(j => sizes[i, j])])),
                    ]
            );
        if (Make.IsOne(kind))
            return m.IsVector
                ? a.Sum(sizes.Entries.AsSpan())
                : Largest(
                    e,
                    [
                        .. Enumerable
                            .Range(0, m.Columns)
                            .Select(j => a.Sum([.. Enumerable.Range(0, m.Rows).Select(i => sizes[i, j])])),
                    ]
                );
        if (m.IsVector && Signs.Of(kind) == 1)
            return a.Power(a.Sum([.. sizes.Entries.Select(n => a.Power(n, kind))]), a.Power(kind, NumberNode.MinusOne));
        if (!kind.Equals(NumberNode.Two))
            throw new CalculatorException("value.range").At(kind.Span);
        return NumberNode.Of(DenseMatrix.Real(m, e.Budget).L2Norm());
    }

    public static Node Condition(Evaluator e, MatrixNode m) =>
        NumberNode.Of(DenseMatrix.Real(m, e.Budget).ConditionNumber());

    public static Node Adjugate(Evaluator e, MatrixNode m)
    {
        Inverses.Square(m);
        e.Budget.Matrix(m.Rows, m.Columns);
        if (m.Rows == 1)
            return MatrixOperations.Identity(1);
        if (m.Rows > 12)
            throw new CalculatorException("limit.matrix", ("limit", 12));
        return MatrixNode.Build(
            m.Rows,
            m.Columns,
            (i, j) =>
                e.Algebra.Product(NumberNode.Of((i + j) % 2 == 0 ? 1 : -1), Inverses.Determinant(e, Minor(m, j, i)))
        );
    }

    public static Node CharacteristicPolynomial(Evaluator e, MatrixNode m)
    {
        Inverses.Square(m);
        var lambda = new SymbolNode("lambda");
        var coefficients = Faddeev(e, m);
        return e.Algebra.Sum([
            .. coefficients.Select((c, k) => e.Algebra.Product(c, e.Algebra.Power(lambda, NumberNode.Of(k)))),
        ]);
    }

    /// <summary>Coefficients of det(λ − A), lowest first, without division by entries (Faddeev-LeVerrier).</summary>
    public static IReadOnlyList<Node> Faddeev(Evaluator e, MatrixNode m)
    {
        var a = e.Algebra;
        var n = m.Rows;
        e.Budget.Matrix(n, n);
        if (n > 20)
            throw new CalculatorException("limit.matrix", ("limit", 20));
        var coefficients = new Node[n + 1];
        coefficients[n] = NumberNode.One;
        Node current = MatrixOperations.Each(m, _ => NumberNode.Zero);
        for (var k = 1; k <= n; k++)
        {
            var before = coefficients[n - k + 1];
            var step = MatrixNode.Build(
                n,
                n,
                (i, j) => i == j ? a.Sum(((MatrixNode)current)[i, j], before) : ((MatrixNode)current)[i, j]
            );
            current =
                MatrixOperations.Multiply(e, m, step) as MatrixNode
                ?? MatrixNode.Row([MatrixOperations.Multiply(e, m, step)]);
            current = MatrixOperations.Each((MatrixNode)current, new Expander(a).Expand);
            coefficients[n - k] = new Expander(a).Expand(a.Divide(Trace(e, (MatrixNode)current), NumberNode.Of(-k)));
        }

        return coefficients;
    }

    public static Node NullSpace(Evaluator e, MatrixNode m)
    {
        e.Budget.Matrix(m.Rows, m.Columns);
        var elimination = new Elimination(e.Algebra, m);
        elimination.Reduce();
        var reduced = elimination.Reduced();
        var free = Enumerable.Range(0, m.Columns).Where(j => !elimination.Pivots.Contains(j)).ToList();
        if (free.Count == 0)
            return Make.List([]);
        return MatrixNode.Build(
            m.Columns,
            free.Count,
            (i, k) =>
            {
                var row = elimination.Pivots.ToList().IndexOf(i);
                return row >= 0 ? e.Algebra.Negate(reduced[row, free[k]]) : NumberNode.Of(free[k] == i ? 1 : 0);
            }
        );
    }

    public static Node Cross(Evaluator e, ImmutableArray<Node> x)
    {
        var a = e.Algebra;
        var (u, v) = (Functions.ListFunctions.Items(x[0]), Functions.ListFunctions.Items(x[1]));
        if (u.Length != 3 || v.Length != 3)
            throw new CalculatorException("matrix.cross");
        Node Part(int i, int j) => a.Subtract(a.Product(u[i], v[j]), a.Product(u[j], v[i]));
        return Functions.ListFunctions.Like(x[0], [Part(1, 2), Part(2, 0), Part(0, 1)]);
    }

    public static Node Dot(Evaluator e, ImmutableArray<Node> x)
    {
        var (u, v) = (Functions.ListFunctions.Items(x[0]), Functions.ListFunctions.Items(x[1]));
        if (u.Length != v.Length)
            throw new CalculatorException("list.lengths");
        return e.Algebra.Sum([.. u.Zip(v, (p, q) => e.Algebra.Product(p, q))]);
    }

    public static Node Kronecker(Evaluator e, ImmutableArray<Node> x)
    {
        var (a, b) = (MatrixOperations.Matrix(x[0]), MatrixOperations.Matrix(x[1]));
        e.Budget.Elements((double)a.Rows * b.Rows * a.Columns * b.Columns);
        return MatrixNode.Build(
            a.Rows * b.Rows,
            a.Columns * b.Columns,
            (i, j) => e.Algebra.Product(a[i / b.Rows, j / b.Columns], b[i % b.Rows, j % b.Columns])
        );
    }

    public static Node Diagonal(Evaluator e, Node x)
    {
        if (x is MatrixNode { IsVector: false } m)
            return MatrixNode.Row([.. Enumerable.Range(0, Math.Min(m.Rows, m.Columns)).Select(i => m[i, i])]);
        var items = Functions.ListFunctions.Items(x);
        e.Budget.Elements((double)items.Length * items.Length);
        return MatrixNode.Build(items.Length, items.Length, (i, j) => i == j ? items[i] : NumberNode.Zero);
    }

    private static Node Largest(Evaluator e, ImmutableArray<Node> items) => e.Apply("max", items);

    private static MatrixNode Minor(MatrixNode m, int row, int column) =>
        MatrixNode.Build(m.Rows - 1, m.Columns - 1, (i, j) => m[i < row ? i : i + 1, j < column ? j : j + 1]);
}
