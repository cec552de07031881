using PaperBot.Calculator.Evaluation;
using PaperBot.Calculator.Limits;
using PaperBot.Calculator.Tree;

namespace PaperBot.Calculator.LinearAlgebra;

/// <summary>A \ b: exactly for exact and symbolic entries, by least squares where there is no solution.</summary>
internal static class LinearSystem
{
    public static Node Solve(Evaluator e, MatrixNode a, Node right)
    {
        if (right is not MatrixNode b)
            throw new CalculatorException("value.matrix").At(right.Span);
        // A row on the right is taken as a column when only that fits.
        var isRow = b.Rows != a.Rows && b.Rows == 1 && b.Columns == a.Rows;
        if (isRow)
            b = MatrixOperations.Transpose(b);
        if (b.Rows != a.Rows)
            throw MatrixOperations.Sizes("\\", [a, b]);
        e.Budget.Matrix(a.Rows, a.Columns);
        if (a.IsInexact || b.IsInexact || a.Rows > 40)
            return Floating(e, a, b);
        var elimination = new Elimination(e.Algebra, a, b);
        elimination.Reduce();
        if (!elimination.IsConsistent)
        {
            e.Warn("notice.leastsquares");
            var transposed = MatrixOperations.Transpose(a);
            return Solve(
                e,
                AsMatrix(MatrixOperations.Multiply(e, transposed, a)),
                AsMatrix(MatrixOperations.Multiply(e, transposed, b))
            );
        }

        if (elimination.Rank < a.Columns)
            e.Warn("notice.freeunknowns", ("count", a.Columns - elimination.Rank));
        return elimination.Solution();
    }

    private static MatrixNode AsMatrix(Node node) => node as MatrixNode ?? MatrixNode.Row([node]);

    private static MatrixNode Floating(Evaluator e, MatrixNode a, MatrixNode b)
    {
        if (DenseMatrix.TryReal(a, e.Budget) is not { } left || DenseMatrix.TryReal(b, e.Budget) is not { } rightSide)
        {
            var elimination = new Elimination(e.Algebra, a, b);
            elimination.Reduce();
            return elimination.IsConsistent ? elimination.Solution() : throw new CalculatorException("matrix.singular");
        }

        var svd = left.Svd();
        var condition = svd.ConditionNumber;
        if (a.IsSquare && condition > 1e12)
            e.Warn("notice.illconditioned", ("condition", condition));
        if (!a.IsSquare && a.Rows > a.Columns)
            e.Warn("notice.leastsquares");
        if (a.IsSquare && !(condition < 1e16))
            throw new CalculatorException("matrix.singular");
        return DenseMatrix.ToNode(svd.Solve(rightSide));
    }
}
