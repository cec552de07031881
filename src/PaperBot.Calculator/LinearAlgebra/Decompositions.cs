using System.Collections.Immutable;
using System.Numerics;
using PaperBot.Calculator.Equations;
using PaperBot.Calculator.Evaluation;
using PaperBot.Calculator.Limits;
using PaperBot.Calculator.Numbers;
using PaperBot.Calculator.Symbolic;
using PaperBot.Calculator.Tree;

namespace PaperBot.Calculator.LinearAlgebra;

/// <summary>Eigenvalues and the classic factorisations. Exact matrices of small size have exact eigenvalues.</summary>
internal static class Decompositions
{
    private const int ExactSize = 8;

    public static Node Eigenvalues(Evaluator e, MatrixNode m)
    {
        Inverses.Square(m);
        e.Budget.Matrix(m.Rows, m.Columns);
        return MatrixNode.Row([.. Values(e, m)]);
    }

    public static Node Eigen(Evaluator e, MatrixNode m) =>
        Make.List([
            Make.Equation(new SymbolNode("values"), Eigenvalues(e, m)),
            Make.Equation(new SymbolNode("vectors"), Eigenvectors(e, m)),
        ]);

    /// <summary>One column for each eigenvalue, in the order of <see cref="Eigenvalues"/>, of length 1.</summary>
    public static Node Eigenvectors(Evaluator e, MatrixNode m)
    {
        Inverses.Square(m);
        if (DenseMatrix.TryReal(m, e.Budget) is not { } dense)
            throw new CalculatorException("matrix.real").At(m.Span);
        var evd = dense.Evd();
        var order = Enumerable
            .Range(0, m.Rows)
            .OrderBy(i => evd.EigenValues[i].Real)
            .ThenBy(i => evd.EigenValues[i].Imaginary)
            .ToList();
        return MatrixNode.Build(m.Rows, m.Rows, (i, k) => new NumberNode(new FloatNumber(Entry(evd, i, order[k]))));
    }

    public static Node Svd(Evaluator e, MatrixNode m)
    {
        var svd = DenseMatrix.Real(m, e.Budget).Svd();
        return Named(
            ("U", DenseMatrix.ToNode(svd.U)),
            ("S", DenseMatrix.ToNode(svd.W)),
            ("V", DenseMatrix.ToNode(svd.VT.Transpose()))
        );
    }

    public static Node SingularValues(Evaluator e, MatrixNode m) =>
        MatrixOperations.Transpose(DenseMatrix.ToNode(DenseMatrix.Real(m, e.Budget).Svd(false).S));

    public static Node Qr(Evaluator e, MatrixNode m)
    {
        var dense = DenseMatrix.Real(m, e.Budget);
        if (m.Rows < m.Columns)
            throw new CalculatorException("matrix.tall");
        var qr = dense.QR(MathNet.Numerics.LinearAlgebra.Factorization.QRMethod.Thin);
        return Named(("Q", DenseMatrix.ToNode(qr.Q)), ("R", DenseMatrix.ToNode(qr.R)));
    }

    public static Node Lu(Evaluator e, MatrixNode m)
    {
        Inverses.Square(m);
        var lu = DenseMatrix.Real(m, e.Budget).LU();
        var size = m.Rows;
        var permutation = MatrixNode.Build(size, size, (i, j) => NumberNode.Of(lu.P[j] == i ? 1 : 0));
        return Named(("L", DenseMatrix.ToNode(lu.L)), ("U", DenseMatrix.ToNode(lu.U)), ("P", permutation));
    }

    public static Node Cholesky(Evaluator e, MatrixNode m)
    {
        Inverses.Square(m);
        var dense = DenseMatrix.Real(m, e.Budget);
        if (!dense.IsSymmetric() && (dense - dense.Transpose()).L2Norm() > 1e-12 * dense.L2Norm())
            throw new CalculatorException("matrix.symmetric");
        try
        {
            return DenseMatrix.ToNode(dense.Cholesky().Factor);
        }
        catch (ArgumentException)
        {
            throw new CalculatorException("matrix.positive");
        }
    }

    public static Node PseudoInverse(Evaluator e, MatrixNode m)
    {
        if (
            !m.IsInexact
            && m.Rows <= 12
            && m.Columns <= 12
            && m.Entries.All(n => Make.IsRational(n, out _))
            && MatrixProperties.Rank(e, m) == Math.Min(m.Rows, m.Columns)
        )
        {
            var t = MatrixOperations.Transpose(m);
            MatrixNode Times(MatrixNode a, MatrixNode b) =>
                MatrixOperations.Multiply(e, a, b) as MatrixNode
                ?? MatrixNode.Row([MatrixOperations.Multiply(e, a, b)]);
            return m.Rows >= m.Columns
                ? Times(Inverses.Inverse(e, Times(t, m)), t)
                : Times(t, Inverses.Inverse(e, Times(m, t)));
        }

        return DenseMatrix.ToNode(DenseMatrix.Real(m, e.Budget).PseudoInverse());
    }

    private static Complex Entry(MathNet.Numerics.LinearAlgebra.Factorization.Evd<double> evd, int row, int column)
    {
        // Conjugate pairs are stored as a column of real and a column of imaginary parts.
        var value = evd.EigenValues[column];
        var first = value.Imaginary >= 0 ? column : column - 1;
        var (re, im) =
            value.Imaginary == 0
                ? (evd.EigenVectors[row, column], 0)
                : (evd.EigenVectors[row, first], evd.EigenVectors[row, first + 1]);
        double norm = 0;
        for (var i = 0; i < evd.EigenVectors.RowCount; i++)
        {
            norm += Math.Pow(evd.EigenVectors[i, value.Imaginary == 0 ? column : first], 2);
            norm += value.Imaginary == 0 ? 0 : Math.Pow(evd.EigenVectors[i, first + 1], 2);
        }

        return new Complex(re, value.Imaginary < 0 ? -im : im) / Math.Sqrt(norm);
    }

    private static IEnumerable<Node> Values(Evaluator e, MatrixNode m)
    {
        // Roots of the characteristic polynomial with many digits: exact to the last place for small exact matrices.
        if (m.Rows <= ExactSize && m.Entries.All(n => Make.IsRational(n, out _)))
        {
            var coefficients = MatrixProperties
                .Faddeev(e, m)
                .Select(c => Make.IsRational(c, out var value) ? value : throw new CalculatorException("matrix.real"));
            return PolynomialSolver
                .Roots(new RationalPolynomial([.. coefficients]), e.Algebra)
                .SelectMany(r => Enumerable.Repeat(r.Root, r.Multiplicity));
        }

        if (!Algebra.IsConstant(m))
        {
            if (m.Rows > 2)
                throw new CalculatorException("matrix.real").At(m.Span);
            return PolynomialSolver.Quadratic(MatrixProperties.Faddeev(e, m), e.Algebra);
        }

        if (DenseMatrix.TryReal(m, e.Budget) is not { } dense)
            throw new CalculatorException("matrix.real").At(m.Span);
        var tolerance = dense.L2Norm() * 1e-14;
        var isSymmetric = (dense - dense.Transpose()).L2Norm() <= tolerance;
        return dense
            .Evd(
                isSymmetric
                    ? MathNet.Numerics.LinearAlgebra.Symmetricity.Symmetric
                    : MathNet.Numerics.LinearAlgebra.Symmetricity.Unknown
            )
            .EigenValues.Select(v => Math.Abs(v.Imaginary) < tolerance ? new Complex(v.Real, 0) : v)
            .OrderBy(v => v.Real)
            .ThenBy(v => v.Imaginary)
            .Select(v => (Node)new NumberNode(new FloatNumber(v)));
    }

    private static ApplyNode Named(params ReadOnlySpan<(string Name, Node Value)> parts)
    {
        var items = ImmutableArray.CreateBuilder<Node>(parts.Length);
        foreach (var (name, value) in parts)
            items.Add(Make.Equation(new SymbolNode(name), value));
        return Make.List(items.MoveToImmutable());
    }
}
