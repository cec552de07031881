using PaperBot.Calculator.Limits;
using PaperBot.Calculator.Symbolic;
using PaperBot.Calculator.Tree;

namespace PaperBot.Calculator.LinearAlgebra;

/// <summary>Gauss-Jordan elimination on exact or symbolic entries, with a right side that goes along.</summary>
internal sealed class Elimination
{
    private readonly Algebra _algebra;
    private readonly ZeroTest _zero;
    private readonly Node[,] _cells;
    private readonly int _rows;
    private readonly int _columns;
    private readonly int _width;
    private readonly List<int> _pivots = [];

    public Elimination(Algebra algebra, MatrixNode left, MatrixNode? right = null)
    {
        _algebra = algebra;
        _zero = new ZeroTest(algebra);
        _rows = left.Rows;
        _columns = left.Columns;
        _width = left.Columns + (right?.Columns ?? 0);
        algebra.Budget.Elements((double)_rows * _width);
        _cells = new Node[_rows, _width];
        for (var i = 0; i < _rows; i++)
        {
            for (var j = 0; j < _width; j++)
                _cells[i, j] = j < _columns ? left[i, j] : right![i, j - _columns];
        }
    }

    public int Rank => _pivots.Count;

    public IReadOnlyList<int> Pivots => _pivots;

    /// <summary>The product of the pivots with the sign of the row swaps.</summary>
    public Node Determinant { get; private set; } = NumberNode.One;

    public bool IsConsistent
    {
        get
        {
            for (var i = Rank; i < _rows; i++)
            {
                for (var j = _columns; j < _width; j++)
                {
                    if (!_zero.IsZero(_cells[i, j]))
                        return false;
                }
            }

            return true;
        }
    }

    public void Reduce()
    {
        for (var column = 0; column < _columns && Rank < _rows; column++)
        {
            var pivot = Choose(column);
            if (pivot < 0)
                continue;
            Swap(pivot, Rank);
            Clear(column);
            _pivots.Add(column);
        }

        if (Rank < Math.Min(_rows, _columns))
            Determinant = NumberNode.Zero;
    }

    public MatrixNode Reduced() => MatrixNode.Build(_rows, _columns, (i, j) => _cells[i, j]);

    /// <summary>The solution with free unknowns set to zero.</summary>
    public MatrixNode Solution() =>
        MatrixNode.Build(
            _columns,
            _width - _columns,
            (i, j) =>
            {
                var row = _pivots.IndexOf(i);
                return row < 0 ? NumberNode.Zero : _cells[row, _columns + j];
            }
        );

    public MatrixNode RightSide() => MatrixNode.Build(_rows, _width - _columns, (i, j) => _cells[i, _columns + j]);

    /// <summary>The simplest entry that is not zero; the largest among floating numbers.</summary>
    private int Choose(int column)
    {
        var best = -1;
        double least = double.MaxValue;
        for (var i = Rank; i < _rows; i++)
        {
            var cell = _cells[i, column];
            if (_zero.IsZero(cell))
                continue;
            var cost = cell is NumberNode number
                ? cell.IsInexact
                    ? -number.Value.ToComplex().Magnitude
                    : 1
                : 1e6 + cell.Count;
            if (cost < least)
            {
                least = cost;
                best = i;
            }
        }

        return best;
    }

    private void Swap(int a, int b)
    {
        if (a == b)
            return;
        Determinant = _algebra.Negate(Determinant);
        for (var j = 0; j < _width; j++)
            (_cells[a, j], _cells[b, j]) = (_cells[b, j], _cells[a, j]);
    }

    private void Clear(int column)
    {
        var row = _pivots.Count;
        var pivot = _cells[row, column];
        Determinant = _zero.Tidy(_algebra.Product(Determinant, pivot));
        for (var j = column; j < _width; j++)
            _cells[row, j] = _zero.Tidy(_algebra.Divide(_cells[row, j], pivot));
        for (var i = 0; i < _rows; i++)
        {
            var factor = _cells[i, column];
            if (i == row || Make.IsZero(factor))
                continue;
            for (var j = column; j < _width; j++)
            {
                _algebra.Budget.Spend(4);
                _cells[i, j] =
                    j == column
                        ? NumberNode.Zero
                        : _zero.Tidy(_algebra.Subtract(_cells[i, j], _algebra.Product(factor, _cells[row, j])));
            }
        }

        if (_algebra.Budget.Limits.Nodes < Determinant.Count)
            throw new CalculatorException("limit.nodes", ("limit", _algebra.Budget.Limits.Nodes));
    }
}
