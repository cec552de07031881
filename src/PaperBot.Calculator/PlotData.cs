namespace PaperBot.Calculator;

/// <summary>A plot as numbers and words: nothing in it is code for anybody.</summary>
public sealed record PlotData(
    IReadOnlyList<PlotSeries> Series,
    string XLabel,
    string YLabel,
    string? Title,
    bool LogX,
    bool LogY,
    bool EqualAspect,
    double? XMin,
    double? XMax,
    double? YMin,
    double? YMax
);
