using PaperBot.Calculator.Tree;

namespace PaperBot.Calculator.Limits;

/// <summary>What one evaluation may still spend. Every loop asks it.</summary>
internal sealed class Budget
{
    private const long CheckEvery = 4096;
    private readonly TimeProvider _clock;
    private readonly long _started;
    private readonly CancellationToken _cancellation;
    private long _left;
    private long _nextCheck;

    public Budget(CalculatorLimits limits, TimeProvider clock, CancellationToken cancellation)
    {
        Limits = limits;
        _clock = clock;
        _cancellation = cancellation;
        _started = clock.GetTimestamp();
        _left = limits.Steps;
        _nextCheck = _left - CheckEvery;
    }

    public CalculatorLimits Limits { get; }

    public TimeSpan Elapsed => _clock.GetElapsedTime(_started);

    /// <summary>The share of the deadline that is gone, from 0 to 1.</summary>
    public double Used => Elapsed / Limits.Deadline;

    public void Spend(long units = 1)
    {
        _left -= units;
        if (_left < _nextCheck)
            Check();
    }

    /// <summary>Refuses a number of so many bits before it is computed.</summary>
    public void Bits(double bits)
    {
        if (!(bits <= Limits.Digits * 3.3219280948873626))
            throw new CalculatorException("limit.digits", ("limit", Limits.Digits));
        Spend(1 + (long)(bits / 64));
    }

    public void Elements(double count)
    {
        if (!(count <= Limits.Elements))
            throw new CalculatorException("limit.elements", ("limit", Limits.Elements));
        Spend((long)count);
    }

    public void Nodes(Node node)
    {
        if (node.Count > Limits.Nodes)
            throw new CalculatorException("limit.nodes", ("limit", Limits.Nodes));
        if (node.Depth > Limits.Depth * 4)
            throw new CalculatorException("limit.depth", ("limit", Limits.Depth));
        Spend();
    }

    public void Matrix(int rows, int columns)
    {
        if (rows > Limits.MatrixSize || columns > Limits.MatrixSize)
            throw new CalculatorException("limit.matrix", ("limit", Limits.MatrixSize));
        Spend((long)rows * columns * Math.Max(rows, columns));
    }

    public void Check()
    {
        _nextCheck = _left - CheckEvery;
        _cancellation.ThrowIfCancellationRequested();
        if (_left < 0)
            throw new CalculatorException("limit.steps");
        if (Elapsed > Limits.Deadline)
            throw new CalculatorException("limit.time", ("seconds", Limits.Deadline.TotalSeconds));
    }
}
