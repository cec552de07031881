namespace PaperBot.Core.Pictures;

/// <summary>One curve or set of points.</summary>
/// <param name="Label">What the legend says; shown literally; empty: no entry.</param>
/// <param name="Segments">Each drawn by itself; a point with a value that is not finite is left out.</param>
public sealed record PlotSeries(string Label, IReadOnlyList<IReadOnlyList<PlotPoint>> Segments)
{
    /// <summary>True for separate points instead of a line. Default: a line.</summary>
    public bool Points { get; init; }
}
