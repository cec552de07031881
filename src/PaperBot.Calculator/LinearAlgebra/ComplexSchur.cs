using System.Numerics;
using PaperBot.Calculator.Limits;

namespace PaperBot.Calculator.LinearAlgebra;

/// <summary>
/// Eigenvalues and eigenvectors of any square matrix by the shifted QR algorithm on its Hessenberg form (Golub and Van
/// Loan, chapter 7). Every loop is counted: MathNet's own has no limit and may not return.
/// </summary>
internal sealed class ComplexSchur
{
    private const int MaxIterations = 60;
    private const double Epsilon = 2.2e-16;
    private readonly int _size;
    private readonly Complex[,] _t;
    private readonly Complex[,] _q;
    private readonly Budget _budget;
    private readonly double _scale;

    /// <param name="matrix">Finite entries; it is overwritten.</param>
    /// <param name="budget">Pays for every sweep.</param>
    public ComplexSchur(Complex[,] matrix, Budget budget)
    {
        _t = matrix;
        _size = matrix.GetLength(0);
        _budget = budget;
        // Near 1, so that no product of entries leaves the range.
        _scale = Scale();
        _q = new Complex[_size, _size];
        for (var i = 0; i < _size; i++)
            _q[i, i] = Complex.One;
        ToHessenberg();
        ToTriangle();
    }

    public Complex Value(int index) => _t[index, index] * _scale;

    /// <summary>The eigenvector of length 1 that belongs to <see cref="Value"/>.</summary>
    /// <param name="index">Which one.</param>
    /// <param name="isNormal">The triangle is diagonal then, and the vectors are orthogonal.</param>
    public Complex[] Vector(int index, bool isNormal)
    {
        _budget.Spend(4L * _size * _size);
        if (isNormal)
            return Normalized([.. Enumerable.Range(0, _size).Select(i => _q[i, index])]);
        var value = _t[index, index];
        var small = Epsilon * Math.Max(Norm(), 1e-300);
        var inside = new Complex[_size];
        inside[index] = Complex.One;
        for (var i = index - 1; i >= 0; i--)
        {
            var sum = Complex.Zero;
            for (var j = i + 1; j <= index; j++)
                sum += _t[i, j] * inside[j];
            var pivot = value - _t[i, i];
            inside[i] = sum / (pivot.Magnitude < small ? new Complex(small, 0) : pivot);
        }

        var vector = new Complex[_size];
        for (var i = 0; i < _size; i++)
        {
            for (var j = 0; j <= index; j++)
                vector[i] += _q[i, j] * inside[j];
        }

        return Normalized(vector);
    }

    /// <summary>Length 1, the largest part real and positive.</summary>
    private static Complex[] Normalized(Complex[] vector)
    {
        var largest = vector.MaxBy(v => Math.Round(v.Magnitude, 12));
        var length = Math.Sqrt(vector.Sum(v => (v.Real * v.Real) + (v.Imaginary * v.Imaginary)));
        var turn = largest == Complex.Zero ? Complex.One : Complex.Conjugate(largest) / largest.Magnitude;
        return Array.ConvertAll(vector, v => v * turn / length);
    }

    private double Scale()
    {
        double largest = 0;
        foreach (var entry in _t)
            largest = Math.Max(largest, entry.Magnitude);
        if (largest == 0)
            return 1;
        var scale = Math.ScaleB(1, Math.ILogB(largest));
        for (var i = 0; i < _size; i++)
        {
            for (var j = 0; j < _size; j++)
                _t[i, j] /= scale;
        }

        return scale;
    }

    private double Norm()
    {
        double norm = 0;
        for (var i = 0; i < _size; i++)
        {
            for (var j = i; j < _size; j++)
                norm = Math.Max(norm, _t[i, j].Magnitude);
        }

        return norm;
    }

    private void ToHessenberg()
    {
        for (var k = 0; k < _size - 2; k++)
        {
            _budget.Spend(8L * _size * (_size - k));
            double length = 0;
            for (var i = k + 1; i < _size; i++)
                length = Math.Sqrt((length * length) + Math.Pow(_t[i, k].Magnitude, 2));
            if (length == 0)
                continue;
            var v = new Complex[_size];
            for (var i = k + 1; i < _size; i++)
                v[i] = _t[i, k];
            var lead = v[k + 1];
            v[k + 1] += lead == Complex.Zero ? length : lead / lead.Magnitude * length;
            var square = v.Sum(x => (x.Real * x.Real) + (x.Imaginary * x.Imaginary));
            if (square == 0 || !double.IsFinite(square))
                continue;
            for (var j = 0; j < _size; j++)
                Reflect(_t, v, square, k + 1, j, isColumn: true);
            for (var i = 0; i < _size; i++)
            {
                Reflect(_t, v, square, k + 1, i, isColumn: false);
                Reflect(_q, v, square, k + 1, i, isColumn: false);
            }

            for (var i = k + 2; i < _size; i++)
                _t[i, k] = Complex.Zero;
        }
    }

    private void Reflect(Complex[,] m, Complex[] v, double square, int from, int at, bool isColumn)
    {
        var dot = Complex.Zero;
        for (var i = from; i < _size; i++)
            dot += isColumn ? Complex.Conjugate(v[i]) * m[i, at] : m[at, i] * v[i];
        dot *= 2 / square;
        for (var i = from; i < _size; i++)
        {
            if (isColumn)
                m[i, at] -= dot * v[i];
            else
                m[at, i] -= dot * Complex.Conjugate(v[i]);
        }
    }

    private void ToTriangle()
    {
        var high = _size - 1;
        var iterations = 0;
        while (high > 0)
        {
            var low = high;
            while (low > 0 && !IsNegligible(low))
                low--;
            if (low > 0)
                _t[low, low - 1] = Complex.Zero;
            if (low == high)
            {
                high--;
                iterations = 0;
                continue;
            }

            if (++iterations > MaxIterations)
                throw new CalculatorException("math.convergence");
            Sweep(low, high, iterations % 10 == 0 ? Exceptional(high) : Shift(high));
        }
    }

    private bool IsNegligible(int row)
    {
        var scale = _t[row, row].Magnitude + _t[row - 1, row - 1].Magnitude;
        if (scale == 0)
            scale = Norm();
        return _t[row, row - 1].Magnitude <= Epsilon * scale || _t[row, row - 1].Magnitude < 1e-300;
    }

    private Complex Exceptional(int high) => _t[high, high] + _t[high, high - 1].Magnitude;

    /// <summary>Wilkinson's shift: the eigenvalue of the last 2 × 2 block that is nearer to its last entry.</summary>
    private Complex Shift(int high)
    {
        var (a, b, c, d) = (_t[high - 1, high - 1], _t[high - 1, high], _t[high, high - 1], _t[high, high]);
        var half = (a - d) / 2;
        var root = Complex.Sqrt((half * half) + (b * c));
        var (one, two) = (half + root, half - root);
        var larger = one.Magnitude > two.Magnitude ? one : two;
        return larger == Complex.Zero ? d : d - (b * c / larger);
    }

    /// <summary>One QR step on the active block by Givens rotations.</summary>
    private void Sweep(int low, int high, Complex shift)
    {
        _budget.Spend(12L * (high - low + 1) * _size);
        for (var i = low; i <= high; i++)
            _t[i, i] -= shift;
        var turns = new (double C, Complex S)[high];
        for (var k = low; k < high; k++)
        {
            turns[k] = Rotation(_t[k, k], _t[k + 1, k]);
            for (var j = k; j < _size; j++)
                (_t[k, j], _t[k + 1, j]) = Turn(turns[k].C, turns[k].S, _t[k, j], _t[k + 1, j]);
        }

        for (var k = low; k < high; k++)
        {
            var (c, s) = (turns[k].C, Complex.Conjugate(turns[k].S));
            for (var i = 0; i <= Math.Min(k + 1, high); i++)
                (_t[i, k], _t[i, k + 1]) = Turn(c, s, _t[i, k], _t[i, k + 1]);
            for (var i = 0; i < _size; i++)
                (_q[i, k], _q[i, k + 1]) = Turn(c, s, _q[i, k], _q[i, k + 1]);
        }

        for (var i = low; i <= high; i++)
            _t[i, i] += shift;
    }

    private static (double C, Complex S) Rotation(Complex a, Complex b)
    {
        if (b == Complex.Zero)
            return (1, Complex.Zero);
        if (a == Complex.Zero)
            return (0, Complex.Conjugate(b) / b.Magnitude);
        var length = Math.Sqrt((a.Magnitude * a.Magnitude) + (b.Magnitude * b.Magnitude));
        return (a.Magnitude / length, a / a.Magnitude * Complex.Conjugate(b) / length);
    }

    private static (Complex First, Complex Second) Turn(double c, Complex s, Complex x, Complex y) =>
        ((c * x) + (s * y), (c * y) - (Complex.Conjugate(s) * x));
}
