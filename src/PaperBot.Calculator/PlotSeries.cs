namespace PaperBot.Calculator;

/// <summary>One curve or one set of points.</summary>
/// <param name="Label">The formula or name, as text.</param>
/// <param name="LabelLatex">The same as LaTeX, where it is a formula.</param>
/// <param name="Kind">How it is drawn.</param>
/// <param name="Segments">Pieces that are not joined: a curve is broken at poles and gaps.</param>
public sealed record PlotSeries(
    string Label,
    string? LabelLatex,
    PlotKind Kind,
    IReadOnlyList<IReadOnlyList<PlotPoint>> Segments
);
