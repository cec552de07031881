using PaperBot.Calculator.Evaluation;
using PaperBot.Calculator.Limits;
using PaperBot.Calculator.Symbolic;
using PaperBot.Calculator.Tree;

namespace PaperBot.Calculator.LinearAlgebra;

/// <summary>Inverse and determinant: exact where the entries are, floating otherwise.</summary>
internal static class Inverses
{
    public static MatrixNode Inverse(Evaluator e, MatrixNode matrix)
    {
        Square(matrix);
        e.Budget.Matrix(matrix.Rows, matrix.Columns);
        if (matrix.IsInexact && DenseMatrix.TryReal(matrix, e.Budget) is { } dense)
        {
            var condition = dense.ConditionNumber();
            if (!(condition < 1e16))
                throw new CalculatorException("matrix.singular");
            if (condition > 1e12)
                e.Warn("notice.illconditioned", ("condition", condition));
            return DenseMatrix.ToNode(dense.Inverse());
        }

        var elimination = new Elimination(e.Algebra, matrix, MatrixOperations.Identity(matrix.Rows));
        elimination.Reduce();
        return elimination.Rank == matrix.Rows
            ? elimination.RightSide()
            : throw new CalculatorException("matrix.singular");
    }

    public static Node Determinant(Evaluator e, MatrixNode matrix)
    {
        Square(matrix);
        e.Budget.Matrix(matrix.Rows, matrix.Columns);
        if (matrix.IsInexact && DenseMatrix.TryReal(matrix, e.Budget) is { } dense)
            return NumberNode.Of(dense.Determinant());
        if (!Algebra.IsConstant(matrix) && matrix.Rows <= 6)
            return new Simplifier(e.Algebra).Simplify(
                Laplace(e.Algebra, matrix, 0, [.. Enumerable.Range(0, matrix.Columns)])
            );
        var elimination = new Elimination(e.Algebra, matrix);
        elimination.Reduce();
        return elimination.Determinant;
    }

    public static void Square(MatrixNode matrix)
    {
        if (!matrix.IsSquare)
            throw new CalculatorException("matrix.square.size", ("rows", matrix.Rows), ("columns", matrix.Columns)).At(
                matrix.Span
            );
    }

    /// <summary>Expansion along rows: no division, so symbolic entries stay polynomials. Only for small sizes.</summary>
    private static Node Laplace(Algebra a, MatrixNode matrix, int row, List<int> columns)
    {
        if (columns.Count == 0)
            return NumberNode.One;
        var terms = new List<Node>();
        for (var k = 0; k < columns.Count; k++)
        {
            var entry = matrix[row, columns[k]];
            if (Make.IsZero(entry))
                continue;
            var rest = columns.Where((_, index) => index != k).ToList();
            var minor = Laplace(a, matrix, row + 1, rest);
            terms.Add(a.Product(NumberNode.Of(k % 2 == 0 ? 1 : -1), entry, minor));
        }

        return a.Sum([.. terms]);
    }
}
