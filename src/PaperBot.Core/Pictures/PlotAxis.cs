namespace PaperBot.Core.Pictures;

/// <summary>An axis of a plot.</summary>
public sealed record PlotAxis
{
    /// <summary>Its name with the unit, for example <c>f / N</c>; shown literally.</summary>
    public string Label { get; init; } = "";

    /// <summary>The smallest value shown; null: from the data.</summary>
    public double? Minimum { get; init; }

    /// <summary>The greatest value shown; null: from the data.</summary>
    public double? Maximum { get; init; }

    /// <summary>Whether the scale is logarithmic (base 10). Default: no.</summary>
    public bool Logarithmic { get; init; }
}
