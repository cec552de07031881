using MathNet.Numerics.LinearAlgebra;
using PaperBot.Calculator.Evaluation;
using PaperBot.Calculator.Limits;
using PaperBot.Calculator.Tree;

namespace PaperBot.Calculator.LinearAlgebra;

/// <summary>Exponential, logarithm and root of a matrix.</summary>
internal static class MatrixFunctions
{
    public static Node Exp(Evaluator e, MatrixNode m)
    {
        Inverses.Square(m);
        if (Nilpotent(e, m) is { } exact)
            return exact;
        var a = DenseMatrix.Real(m, e.Budget);
        // Scaling and squaring with a Taylor polynomial: the norm after scaling is at most 1/8.
        var norm = a.L1Norm();
        if (norm > 700)
            throw new CalculatorException("math.overflow");
        var squarings = norm > 0.125 ? (int)Math.Ceiling(Math.Log2(norm * 8)) : 0;
        e.Budget.Spend((long)m.Rows * m.Rows * m.Rows * (20 + squarings));
        var scaled = a / Math.Pow(2, squarings);
        var result = Matrix<double>.Build.DenseIdentity(m.Rows);
        var term = result;
        for (var k = 1; k <= 18; k++)
        {
            term = term * scaled / k;
            result += term;
        }

        for (var i = 0; i < squarings; i++)
            result *= result;
        return DenseMatrix.ToNode(result);
    }

    public static Node Log(Evaluator e, MatrixNode m)
    {
        Inverses.Square(m);
        var a = DenseMatrix.Real(m, e.Budget);
        if (HasNoRoot(e, m))
            throw new CalculatorException("matrix.logarithm");
        // Inverse scaling: roots until the matrix is near I, then artanh's series.
        var identity = Matrix<double>.Build.DenseIdentity(m.Rows);
        var roots = 0;
        while ((a - identity).L1Norm() > 0.1 && roots < 60)
        {
            e.Budget.Spend((long)m.Rows * m.Rows * m.Rows * 20);
            a = Root(a, e.Budget);
            roots++;
        }

        var z = (a - identity) * (a + identity).Inverse();
        var square = z * z;
        var power = z;
        var sum = z;
        for (var k = 3; k < 60; k += 2)
        {
            power *= square;
            sum += power / k;
        }

        return DenseMatrix.ToNode(sum * (2 * Math.Pow(2, roots)));
    }

    public static Node Sqrt(Evaluator e, MatrixNode m)
    {
        Inverses.Square(m);
        var a = DenseMatrix.Real(m, e.Budget);
        if (HasNoRoot(e, m))
            throw new CalculatorException("matrix.root");
        return DenseMatrix.ToNode(Root(a, e.Budget));
    }

    /// <summary>Whether an eigenvalue lies on the negative axis or at zero.</summary>
    private static bool HasNoRoot(Evaluator e, MatrixNode m)
    {
        var schur = new ComplexSchur(DenseMatrix.Constant(m, e.Budget), e.Budget);
        return Enumerable
            .Range(0, m.Rows)
            .Select(schur.Value)
            .Any(v => v.Real <= 0 && Math.Abs(v.Imaginary) <= 1e-13 * v.Magnitude);
    }

    /// <summary>Denman-Beavers iteration.</summary>
    private static Matrix<double> Root(Matrix<double> a, Budget budget)
    {
        var y = a;
        var z = Matrix<double>.Build.DenseIdentity(a.RowCount);
        for (var i = 0; i < 60; i++)
        {
            budget.Spend((long)a.RowCount * a.RowCount * a.RowCount);
            var next = (y + z.Inverse()) / 2;
            z = (z + y.Inverse()) / 2;
            var change = (next - y).L1Norm();
            y = next;
            if (change <= 1e-16 * y.L1Norm())
                break;
        }

        if ((y * y - a).L1Norm() > 1e-10 * Math.Max(1, a.L1Norm()))
            throw new CalculatorException("math.convergence");
        return y;
    }

    /// <summary>For a nilpotent exact matrix the series ends and the answer is exact.</summary>
    private static MatrixNode? Nilpotent(Evaluator e, MatrixNode m)
    {
        if (m.IsInexact || m.Rows > 8)
            return null;
        var term = MatrixOperations.Identity(m.Rows);
        var sum = term;
        for (var k = 1; k <= m.Rows; k++)
        {
            var next = MatrixOperations.Multiply(e, term, m);
            term = MatrixOperations.Each(
                next as MatrixNode ?? MatrixNode.Row([next]),
                n => e.Algebra.Divide(n, NumberNode.Of(k))
            );
            if (term.Entries.All(Make.IsZero))
                return sum;
            sum = MatrixNode.Build(m.Rows, m.Rows, (i, j) => e.Algebra.Sum(sum[i, j], term[i, j]));
        }

        return null;
    }
}
