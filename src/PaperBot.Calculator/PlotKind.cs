namespace PaperBot.Calculator;

/// <summary>How a series is drawn.</summary>
public enum PlotKind
{
    Line,
    Points,
}
