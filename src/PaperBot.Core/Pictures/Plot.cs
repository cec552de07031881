namespace PaperBot.Core.Pictures;

/// <summary>A plot as data: already sampled, already broken where a line must not be joined.</summary>
/// <param name="Series">In drawing order; 1 to 12.</param>
public sealed record Plot(IReadOnlyList<PlotSeries> Series)
{
    /// <summary>The horizontal axis.</summary>
    public PlotAxis X { get; init; } = new();

    /// <summary>The vertical axis.</summary>
    public PlotAxis Y { get; init; } = new();

    /// <summary>True when both axes have the same scale (circles are round). Default: no.</summary>
    public bool EqualScales { get; init; }
}
