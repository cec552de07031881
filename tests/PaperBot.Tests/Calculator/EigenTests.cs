using System.Numerics;
using PaperBot.Calculator;
using PaperBot.Calculator.Limits;
using PaperBot.Calculator.LinearAlgebra;
using PaperBot.Calculator.Numeric;
using PaperBot.Calculator.Tree;

namespace PaperBot.Tests.Calculator;

public sealed class EigenTests
{
    [Theory]
    [InlineData(1, false)]
    [InlineData(2, false)]
    [InlineData(3, false)]
    [InlineData(7, false)]
    [InlineData(7, true)]
    [InlineData(20, false)]
    [InlineData(20, true)]
    [InlineData(60, false)]
    public void Matrix_times_vector_is_value_times_vector(int size, bool isHermitian)
    {
        var random = new Random(size);
        var matrix = new Complex[size, size];
        for (var i = 0; i < size; i++)
        {
            for (var j = 0; j < size; j++)
                matrix[i, j] = new Complex(random.NextDouble() - 0.5, random.NextDouble() - 0.5);
        }

        if (isHermitian)
        {
            for (var i = 0; i < size; i++)
            {
                matrix[i, i] = matrix[i, i].Real;
                for (var j = 0; j < i; j++)
                    matrix[i, j] = Complex.Conjugate(matrix[j, i]);
            }
        }

        var schur = new ComplexSchur((Complex[,])matrix.Clone(), Budget());

        var trace = Complex.Zero;
        for (var k = 0; k < size; k++)
        {
            trace += schur.Value(k) - matrix[k, k];
            var vector = schur.Vector(k, isHermitian);
            for (var i = 0; i < size; i++)
            {
                var product = Complex.Zero;
                for (var j = 0; j < size; j++)
                    product += matrix[i, j] * vector[j];
                (product - (schur.Value(k) * vector[i])).Magnitude.ShouldBeLessThan(1e-11 * size);
            }
        }

        trace.Magnitude.ShouldBeLessThan(1e-12 * size);
    }

    [Theory]
    [InlineData("eig([0, 1, 0; 0, 0, 1; 1, 0, 0])")]
    [InlineData("eig([2, 1, 0; 1, 3, 1; 0, 1, 4])")]
    [InlineData("eig([1.5, 2; -3, 4])")]
    [InlineData("eig([1 + i, 2; 3, 4 - i])")]
    public void Vectors_stand_in_the_order_of_their_values(string input)
    {
        var m = input[4..^1];
        var evaluator = Calc.Evaluator();

        var rest = (MatrixNode)
            evaluator.Evaluate(Calc.Parse($"{m}*eigenvectors({m}) - eigenvectors({m})*diag(eigvals({m}))"));

        foreach (var entry in rest.Entries)
            NumericValue.Of(entry, evaluator.Budget)!.ToComplex().Magnitude.ShouldBeLessThan(1e-12);
    }

    [Theory]
    [InlineData("[1, 1; 0, 1]")]
    [InlineData("[0, 0; 0, 0]")]
    [InlineData("[0, 1e-300; 1e-300, 0]")]
    [InlineData("[1e149, 1; 2, 3]")]
    [InlineData("[0, 0, 0, 1; 1, 0, 0, 0; 0, 1, 0, 0; 0, 0, 1.0, 0]")]
    public void Awkward_matrices_come_to_an_end(string matrix) => Calc.Run($"eig({matrix})").Error.ShouldBeNull();

    [Fact]
    public void Entries_beyond_the_range_are_refused() =>
        Calc.Run("eig([1e200, 1; 2, 3])").Error!.Key.ShouldBe("calculator.matrix.finite");

    [Fact]
    public void The_largest_size_stays_within_the_deadline()
    {
        var random = new Random(5);
        var rows = Enumerable
            .Range(0, 60)
            .Select(_ => string.Join(",", Enumerable.Range(0, 60).Select(_ => random.Next(10))));
        var limits = CalculatorLimits.Default with { InputLength = 20_000 };

        var result = Calc.Run($"eigvals([{string.Join(";", rows)}])", limits);

        result.Error.ShouldBeNull();
    }

    private static Budget Budget() => new(CalculatorLimits.Default, TimeProvider.System, CancellationToken.None);
}
