namespace PaperBot.Calculator;

/// <summary>A finite point of a plot.</summary>
public readonly record struct PlotPoint(double X, double Y);
