using System.Collections.Immutable;
using MathNet.Numerics.LinearAlgebra;
using PaperBot.Calculator.Numeric;
using PaperBot.Calculator.Symbolic;
using PaperBot.Calculator.Tree;

namespace PaperBot.Calculator.Equations;

/// <summary>Damped Newton (Levenberg-Marquardt) for systems, from many starts spread evenly.</summary>
internal sealed class NewtonSystem
{
    private readonly Algebra _a;
    private readonly Func<double[], double>[] _values;
    private readonly Func<double[], double>[,] _slopes;
    private readonly int _unknowns;
    private readonly long _cost;

    public NewtonSystem(Algebra a, ImmutableArray<Node> equations, string[] names)
    {
        _a = a;
        _unknowns = names.Length;
        _values = [.. equations.Select(q => RealCompiler.Compile(q, names))];
        _slopes = new Func<double[], double>[equations.Length, names.Length];
        var differentiator = new Differentiator(a);
        _cost = 10;
        for (var i = 0; i < equations.Length; i++)
        {
            for (var j = 0; j < names.Length; j++)
            {
                var slope = differentiator.Differentiate(equations[i], names[j]);
                _cost += slope.Count;
                _slopes[i, j] = RealCompiler.Compile(slope, names);
            }
        }
    }

    public IReadOnlyList<double[]> Find()
    {
        var found = new List<double[]>();
        var starts = 60 * _unknowns;
        for (var k = 0; k < starts && _a.Budget.Used < 0.6; k++)
        {
            var start = new double[_unknowns];
            var range =
                k % 3 == 0 ? 2
                : k % 3 == 1 ? 10
                : 100;
            for (var j = 0; j < _unknowns; j++)
                start[j] = (Halton(k + 1, j) - 0.5) * 2 * range;
            if (From(start) is not { } solution)
                continue;
            if (
                !found.Any(f =>
                    f.Zip(solution, (p, q) => Math.Abs(p - q) <= 1e-6 * Math.Max(1, Math.Abs(p))).All(same => same)
                )
            )
                found.Add(solution);
            if (found.Count >= 40)
                break;
        }

        return [.. found.OrderBy(f => f[0]).ThenBy(f => f[^1])];
    }

    private double[]? From(double[] start)
    {
        var x = Vector<double>.Build.DenseOfArray(start);
        var lambda = 1e-3;
        var (f, norm) = Residual(x);
        for (var i = 0; i < 120; i++)
        {
            if (!double.IsFinite(norm))
                return null;
            var j = Jacobian(x);
            if (!j.ForAll(double.IsFinite))
                return null;
            var scale = f.PointwiseAbs().Sum();
            if (scale < 1e-14)
                break;
            var normal = j.TransposeThisAndMultiply(j);
            var gradient = j.TransposeThisAndMultiply(f);
            for (var k = 0; k < _unknowns; k++)
                normal[k, k] += lambda * Math.Max(normal[k, k], 1e-12);
            var step = normal.Solve(gradient);
            var (next, nextNorm) = Residual(x - step);
            if (nextNorm < norm)
            {
                var isDone = step.L2Norm() <= 1e-15 * (1 + x.L2Norm());
                x -= step;
                (f, norm) = (next, nextNorm);
                lambda = Math.Max(lambda / 10, 1e-16);
                if (isDone)
                    break;
            }
            else
            {
                lambda *= 8;
                if (lambda > 1e10)
                    break;
            }
        }

        return norm < 1e-18 * (1 + x.L2Norm()) ? x.ToArray() : null;
    }

    private (Vector<double> F, double Norm) Residual(Vector<double> x)
    {
        _a.Budget.Spend(_cost);
        var point = x.ToArray();
        var f = Vector<double>.Build.Dense(_values.Length, i => _values[i](point));
        return (f, f.DotProduct(f));
    }

    private Matrix<double> Jacobian(Vector<double> x)
    {
        var point = x.ToArray();
        return Matrix<double>.Build.Dense(_values.Length, _unknowns, (i, j) => _slopes[i, j](point));
    }

    /// <summary>Evenly spread points without chance.</summary>
    public static double Halton(int index, int dimension)
    {
        ReadOnlySpan<int> primes = [2, 3, 5, 7, 11, 13, 17, 19, 23, 29, 31, 37, 41, 43, 47, 53, 59, 61, 67, 71];
        var b = primes[dimension % primes.Length];
        double result = 0,
            fraction = 1.0 / b;
        for (; index > 0; index /= b, fraction /= b)
            result += fraction * (index % b);
        return result;
    }
}
