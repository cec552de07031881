using MathNet.Numerics.LinearAlgebra;
using PaperBot.Calculator.Numeric;
using PaperBot.Calculator.Symbolic;
using PaperBot.Calculator.Tree;

namespace PaperBot.Calculator.Equations;

/// <summary>Nonlinear least squares with exact derivatives, by QR of the scaled Jacobian.</summary>
internal sealed class LevenbergMarquardt
{
    private readonly Algebra _a;
    private readonly Func<double[], double> _model;
    private readonly Func<double[], double>[] _slopes;
    private readonly double[] _x;
    private readonly double[] _y;
    private readonly long _cost;

    public LevenbergMarquardt(Algebra a, Node model, string variable, string[] names, double[] x, double[] y)
    {
        _a = a;
        _x = x;
        _y = y;
        string[] all = [variable, .. names];
        _model = RealCompiler.Compile(model, all);
        var differentiator = new Differentiator(a);
        var slopes = names.Select(n => differentiator.Differentiate(model, n)).ToArray();
        _slopes = [.. slopes.Select(s => RealCompiler.Compile(s, all))];
        _cost = (model.Count + slopes.Sum(s => s.Count)) * (long)x.Length;
    }

    /// <summary>The parameters with their standard errors.</summary>
    public readonly record struct Result(double[] Parameters, double[] Errors, double R2, bool IsConverged);

    public Result Fit(double[] start)
    {
        var size = start.Length;
        var p = (double[])start.Clone();
        var (r, sum) = Residual(p);
        var lambda = 1e-3;
        var isConverged = false;
        for (var i = 0; i < 5000 && !isConverged; i++)
        {
            var j = Jacobian(p);
            if (!j.ForAll(double.IsFinite) || !double.IsFinite(sum))
                break;
            var scale = Enumerable.Range(0, size).Select(k => Math.Max(j.Column(k).L2Norm(), 1e-300)).ToArray();
            var isBetter = false;
            for (var attempt = 0; attempt < 40 && !isBetter; attempt++)
            {
                var step = Step(j, r, scale, lambda);
                var next = p.Zip(step, (v, s) => v + s).ToArray();
                var (nr, nsum) = Residual(next);
                var change = p.Zip(step, (v, s) => Math.Abs(s) / Math.Max(Math.Abs(v), 1e-300)).Max();
                if (nsum < sum)
                {
                    isConverged = change < 1e-15 || (change < 1e-12 && sum - nsum < 1e-15 * sum);
                    (p, r, sum) = (next, nr, nsum);
                    lambda = Math.Max(lambda / 10, 1e-20);
                    isBetter = true;
                }
                else if (change < 1e-13)
                {
                    isConverged = true;
                    break;
                }
                else
                {
                    lambda = Math.Max(lambda * 10, 1e-14);
                }
            }

            if (!isBetter)
            {
                isConverged = true;
                break;
            }
        }

        return new Result(p, Errors(p, sum), R2(sum), isConverged);
    }

    /// <summary>min |J·s − r|² + λ·|D·s|², by QR of the two stacked.</summary>
    private static double[] Step(Matrix<double> j, double[] r, double[] scale, double lambda)
    {
        var size = scale.Length;
        var rows = j.RowCount;
        var root = Math.Sqrt(lambda);
        var stacked = Matrix<double>.Build.Dense(
            rows + size,
            size,
            (i, k) =>
                i < rows ? j[i, k] / scale[k]
                : i - rows == k ? root
                : 0
        );
        var right = Vector<double>.Build.Dense(rows + size, i => i < rows ? r[i] : 0);
        var solution = stacked.QR(MathNet.Numerics.LinearAlgebra.Factorization.QRMethod.Thin).Solve(right);
        return [.. solution.Select((s, k) => s / scale[k])];
    }

    private (double[] R, double Sum) Residual(double[] p)
    {
        _a.Budget.Spend(_cost);
        double[] place = [0, .. p];
        var r = new double[_x.Length];
        double sum = 0;
        for (var i = 0; i < r.Length; i++)
        {
            place[0] = _x[i];
            r[i] = _y[i] - _model(place);
            sum += r[i] * r[i];
        }

        return (r, double.IsNaN(sum) ? double.PositiveInfinity : sum);
    }

    private Matrix<double> Jacobian(double[] p)
    {
        double[] place = [0, .. p];
        return Matrix<double>.Build.Dense(
            _x.Length,
            _slopes.Length,
            (i, k) =>
            {
                place[0] = _x[i];
                return _slopes[k](place);
            }
        );
    }

    private double[] Errors(double[] p, double sum)
    {
        var free = _x.Length - p.Length;
        if (free <= 0)
            return new double[p.Length];
        var j = Jacobian(p);
        var scale = Enumerable.Range(0, p.Length).Select(k => Math.Max(j.Column(k).L2Norm(), 1e-300)).ToArray();
        var scaled = Matrix<double>.Build.Dense(j.RowCount, j.ColumnCount, (i, k) => j[i, k] / scale[k]);
        var inverse = scaled.TransposeThisAndMultiply(scaled).PseudoInverse();
        return
        [
            .. Enumerable.Range(0, p.Length).Select(k => Math.Sqrt(Math.Max(0, inverse[k, k]) * sum / free) / scale[k]),
        ];
    }

    private double R2(double sum)
    {
        var mean = _y.Average();
        var total = _y.Sum(v => (v - mean) * (v - mean));
        return total > 0 ? 1 - (sum / total) : 1;
    }
}
