using MathNet.Numerics.LinearAlgebra;
using PaperBot.Calculator.Limits;
using PaperBot.Calculator.Numeric;
using PaperBot.Calculator.Symbolic;
using PaperBot.Calculator.Tree;
using Complex = System.Numerics.Complex;

namespace PaperBot.Calculator.LinearAlgebra;

/// <summary>The door to the numerics library: finite entries only, of a size whose cost is known.</summary>
internal static class DenseMatrix
{
    /// <summary>Null when an entry is not a real constant.</summary>
    public static Matrix<double>? TryReal(MatrixNode matrix, Budget budget)
    {
        budget.Matrix(matrix.Rows, matrix.Columns);
        var dense = Matrix<double>.Build.Dense(matrix.Rows, matrix.Columns);
        for (var i = 0; i < matrix.Rows; i++)
        {
            for (var j = 0; j < matrix.Columns; j++)
            {
                if (
                    !Algebra.IsConstant(matrix[i, j])
                    || NumericValue.Of(matrix[i, j], budget) is not { IsReal: true } value
                )
                    return null;
                var entry = value.ToDouble();
                if (!double.IsFinite(entry))
                    throw new CalculatorException("matrix.finite");
                dense[i, j] = entry;
            }
        }

        return dense;
    }

    /// <summary>Constant entries, real or not.</summary>
    public static Complex[,] Constant(MatrixNode matrix, Budget budget)
    {
        budget.Matrix(matrix.Rows, matrix.Columns);
        var dense = new Complex[matrix.Rows, matrix.Columns];
        for (var i = 0; i < matrix.Rows; i++)
        {
            for (var j = 0; j < matrix.Columns; j++)
            {
                if (!Algebra.IsConstant(matrix[i, j]) || NumericValue.Of(matrix[i, j], budget) is not { } value)
                    throw new CalculatorException("matrix.real").At(matrix.Span);
                dense[i, j] = value.ToComplex();
                // Squares of entries beyond this are no doubles any more.
                if (!(dense[i, j].Magnitude < 1e150))
                    throw new CalculatorException("matrix.finite");
            }
        }

        return dense;
    }

    public static Matrix<double> Real(MatrixNode matrix, Budget budget) =>
        TryReal(matrix, budget) ?? throw new CalculatorException("matrix.real");

    /// <summary>Entries that are only rounding beside the largest become zero.</summary>
    public static MatrixNode ToNode(Matrix<double> matrix)
    {
        var noise = matrix.Enumerate().Max(Math.Abs) * 1e-16;
        return MatrixNode.Build(
            matrix.RowCount,
            matrix.ColumnCount,
            (i, j) => NumberNode.Of(Math.Abs(matrix[i, j]) <= noise ? 0 : matrix[i, j])
        );
    }

    public static MatrixNode ToNode(Vector<double> vector) =>
        MatrixNode.Build(vector.Count, 1, (i, _) => NumberNode.Of(vector[i]));
}
