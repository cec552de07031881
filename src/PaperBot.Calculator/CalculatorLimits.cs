namespace PaperBot.Calculator;

/// <summary>What one evaluation may cost. Every limit is checked before the work that would exceed it.</summary>
public sealed record CalculatorLimits
{
    public static CalculatorLimits Default { get; } = new();

    /// <summary>Time of work for one input. Default 5 s.</summary>
    public TimeSpan Deadline { get; init; } = TimeSpan.FromSeconds(5);

    /// <summary>Characters of one input. Default 4000.</summary>
    public int InputLength { get; init; } = 4000;

    /// <summary>Nesting of brackets, functions and operators. Default 120.</summary>
    public int Depth { get; init; } = 120;

    /// <summary>Nodes of one expression, also of one that algebra makes. Default 20,000.</summary>
    public int Nodes { get; init; } = 20_000;

    /// <summary>Decimal digits of one exact number. Default 5000.</summary>
    public int Digits { get; init; } = 5000;

    /// <summary>Entries of one matrix or list. Default 10,000.</summary>
    public int Elements { get; init; } = 10_000;

    /// <summary>Rows or columns of a matrix that is decomposed. Default 100.</summary>
    public int MatrixSize { get; init; } = 100;

    /// <summary>Terms of one finite sum or product that is added up one by one. Default 2,000,000.</summary>
    public int Terms { get; init; } = 2_000_000;

    /// <summary>Units of work, about one per operation on one machine word. Default 400,000,000.</summary>
    public long Steps { get; init; } = 400_000_000;

    /// <summary>Points of one plotted curve. Default 4000.</summary>
    public int PlotPoints { get; init; } = 4000;

    /// <summary>Characters of one printed result. Default 1950.</summary>
    public int OutputLength { get; init; } = 1950;

    /// <summary>Variables and functions kept in a session. Default 50.</summary>
    public int SessionNames { get; init; } = 50;

    /// <summary>Characters of a session when it is saved. Default 16,000.</summary>
    public int SessionLength { get; init; } = 16_000;
}
