using System.Collections.Immutable;
using PaperBot.Calculator.Evaluation;
using PaperBot.Calculator.Limits;
using PaperBot.Calculator.LinearAlgebra;
using PaperBot.Calculator.Tree;

namespace PaperBot.Calculator.Functions;

/// <summary>Linear algebra by name.</summary>
internal static class MatrixFunctionList
{
    public static IEnumerable<FunctionEntry> All =>
        [
            Of("det", Inverses.Determinant) with
            {
                Aliases = ["determinant"],
            },
            Of("inv", Inverses.Inverse) with
            {
                Aliases = ["inverse"],
            },
            Of("transpose", (_, m) => MatrixOperations.Transpose(m)) with
            {
                Aliases = ["trans"],
            },
            Of("rank", (e, m) => NumberNode.Of(MatrixProperties.Rank(e, m))) with
            {
                Aliases = ["rk"],
            },
            Of("trace", MatrixProperties.Trace) with
            {
                Aliases = ["tr"],
            },
            new("norm", 1, 2) { Whole = (e, x) => MatrixProperties.Norm(e, x) },
            Of("rref", (e, m) => Reduced(e, m)),
            Of("adj", MatrixProperties.Adjugate) with
            {
                Aliases = ["adjugate", "adjoint"],
            },
            Of("charpoly", MatrixProperties.CharacteristicPolynomial),
            Of("eig", Decompositions.Eigen) with
            {
                Aliases = ["eigen", "eigs"],
            },
            Of("eigenvalues", Decompositions.Eigenvalues) with
            {
                Aliases = ["eigvals"],
            },
            Of("eigenvectors", Decompositions.Eigenvectors) with
            {
                Aliases = ["eigvecs"],
            },
            Of("svd", Decompositions.Svd),
            Of("singularvalues", Decompositions.SingularValues),
            Of("qr", Decompositions.Qr),
            Of("lu", Decompositions.Lu),
            Of("chol", Decompositions.Cholesky) with
            {
                Aliases = ["cholesky"],
            },
            Of("expm", MatrixFunctions.Exp) with
            {
                Aliases = ["matrixexp"],
            },
            Of("logm", MatrixFunctions.Log),
            Of("sqrtm", MatrixFunctions.Sqrt),
            Of("pinv", Decompositions.PseudoInverse),
            Of("nullspace", MatrixProperties.NullSpace) with
            {
                Aliases = ["null", "kernel"],
            },
            Of("cond", MatrixProperties.Condition),
            new("cross", 2, 2) { Whole = MatrixProperties.Cross },
            new("dot", 2, 2) { Whole = MatrixProperties.Dot },
            new("kron", 2, 2) { Whole = MatrixProperties.Kronecker },
            new("identity", 1, 1) { Aliases = ["eye"], Whole = (e, x) => Filled(e, x, (i, j) => i == j) },
            new("zeros", 1, 2) { Whole = (e, x) => Filled(e, x, (_, _) => false) },
            new("ones", 1, 2) { Whole = (e, x) => Filled(e, x, (_, _) => true) },
            new("diag", 1, 1) { Whole = (e, x) => MatrixProperties.Diagonal(e, x[0]) },
            new("hilbert", 1, 1) { Whole = Hilbert },
        ];

    private static FunctionEntry Of(string name, Func<Evaluator, MatrixNode, Node> function) =>
        new(name) { Whole = (e, x) => function(e, AsMatrix(x[0])) };

    private static MatrixNode AsMatrix(Node node) =>
        node switch
        {
            MatrixNode matrix => matrix,
            NumberNode or SymbolNode => MatrixNode.Row([node]),
            _ => MatrixOperations.Matrix(node),
        };

    private static MatrixNode Reduced(Evaluator e, MatrixNode m)
    {
        e.Budget.Matrix(m.Rows, m.Columns);
        var elimination = new Elimination(e.Algebra, m);
        elimination.Reduce();
        return elimination.Reduced();
    }

    private static MatrixNode Filled(Evaluator e, ImmutableArray<Node> x, Func<int, int, bool> isOne)
    {
        if (!Make.IsInteger(x[0], out var rows) || !Make.IsInteger(x[^1], out var columns) || rows < 1 || columns < 1)
            throw new CalculatorException("value.range");
        e.Budget.Elements((double)rows * columns);
        return MatrixNode.Build(rows, columns, (i, j) => isOne(i, j) ? NumberNode.One : NumberNode.Zero);
    }

    private static MatrixNode Hilbert(Evaluator e, ImmutableArray<Node> x)
    {
        if (!Make.IsInteger(x[0], out var n) || n < 1)
            throw new CalculatorException("value.range");
        e.Budget.Elements((double)n * n);
        return MatrixNode.Build(n, n, (i, j) => NumberNode.Of(new Numbers.Rational(1, i + j + 1)));
    }
}
