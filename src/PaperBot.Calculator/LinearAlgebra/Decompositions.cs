using System.Collections.Immutable;
using System.Numerics;
using PaperBot.Calculator.Equations;
using PaperBot.Calculator.Evaluation;
using PaperBot.Calculator.Limits;
using PaperBot.Calculator.Numbers;
using PaperBot.Calculator.Numeric;
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
        var (schur, order, isSymmetric) = Solved(e, m);
        var vectors = order.Select(k => schur.Vector(k, isSymmetric)).ToList();
        return MatrixNode.Build(m.Rows, m.Rows, (i, k) => new NumberNode(new FloatNumber(Clean(vectors[k][i]))));
    }

    /// <summary>The places of the eigenvalues by real part, then by imaginary part.</summary>
    private static (ComplexSchur Schur, IReadOnlyList<int> Order, bool IsSymmetric) Solved(Evaluator e, MatrixNode m)
    {
        var dense = DenseMatrix.Constant(m, e.Budget);
        var isSymmetric = true;
        double largest = 0;
        for (var i = 0; i < m.Rows; i++)
        {
            for (var j = 0; j < m.Rows; j++)
            {
                isSymmetric &= dense[i, j] == Complex.Conjugate(dense[j, i]);
                largest = Math.Max(largest, dense[i, j].Magnitude);
            }
        }

        var schur = new ComplexSchur(dense, e.Budget);
        var step = Step(largest);
        IReadOnlyList<int> order =
        [
            .. Enumerable
                .Range(0, m.Rows)
                .OrderBy(k => Math.Round(schur.Value(k).Real / step))
                .ThenBy(k => schur.Value(k).Imaginary),
        ];
        return (schur, order, isSymmetric);
    }

    /// <summary>Real parts that differ by less belong to conjugates.</summary>
    private static double Step(double largest) => largest > 0 ? largest * 1e-12 : 1;

    private static Complex Clean(Complex value) =>
        new(Math.Abs(value.Real) < 1e-15 ? 0 : value.Real, Math.Abs(value.Imaginary) < 1e-15 ? 0 : value.Imaginary);

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

    private static IEnumerable<Node> Values(Evaluator e, MatrixNode m)
    {
        // Roots of the characteristic polynomial with many digits: exact to the last place for small exact matrices.
        if (
            m.Rows <= ExactSize
            && m.Entries.All(n => Make.IsRational(n, out _))
            && MatrixProperties.Faddeev(e, m) is var characteristic
            && characteristic.All(c => Make.IsRational(c, out _))
        )
        {
            var coefficients = characteristic.Select(c => Make.IsRational(c, out var value) ? value : Rational.Zero);
            var roots = PolynomialSolver
                .Roots(new RationalPolynomial([.. coefficients]), e.Algebra)
                .SelectMany(r => Enumerable.Repeat(r.Root, r.Multiplicity))
                .Select(r =>
                    (
                        Root: r,
                        Value: NumericValue.Of(r, e.Budget)?.ToComplex()
                            ?? throw new CalculatorException("math.undefined")
                    )
                )
                .ToList();
            var unit = Step(roots.Max(r => r.Value.Magnitude));
            // In the order of the vectors.
            return roots
                .OrderBy(r => Math.Round(r.Value.Real / unit))
                .ThenBy(r => r.Value.Imaginary)
                .Select(r => r.Root);
        }

        if (!Algebra.IsConstant(m))
        {
            if (m.Rows > 2)
                throw new CalculatorException("matrix.real").At(m.Span);
            return PolynomialSolver.Quadratic(MatrixProperties.Faddeev(e, m), e.Algebra);
        }

        var (schur, order, isSymmetric) = Solved(e, m);
        var noise = order.Max(k => schur.Value(k).Magnitude) * 1e-14;
        return order
            .Select(schur.Value)
            .Select(v => isSymmetric || Math.Abs(v.Imaginary) < noise ? new Complex(v.Real, 0) : v)
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
