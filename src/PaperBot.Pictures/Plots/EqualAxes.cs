using PaperBot.Core.Pictures;

namespace PaperBot.Pictures.Plots;

/// <summary>Ranges that fill the frame with the same length for a unit on both axes, so that circles are round.</summary>
internal static class EqualAxes
{
    private const double Margin = 0.05;

    public static (PlotAxis X, PlotAxis Y) Of(Plot plot)
    {
        var points = plot
            .Series.SelectMany(series => series.Segments)
            .SelectMany(segment => segment)
            .Where(point => double.IsFinite(point.X) && double.IsFinite(point.Y))
            .ToList();
        if (points.Count == 0 || plot.X.Logarithmic || plot.Y.Logarithmic)
            return (plot.X, plot.Y);
        var (left, right) = Range(plot.X, points.Min(point => point.X), points.Max(point => point.X));
        var (bottom, top) = Range(plot.Y, points.Min(point => point.Y), points.Max(point => point.Y));
        var unit = Math.Max((right - left) / PlotFrame.PlotWidth, (top - bottom) / PlotFrame.PlotHeight);
        if (!(unit > 0) || !double.IsFinite(unit))
            return (plot.X, plot.Y);
        return (
            Around(plot.X, (left + right) / 2, unit * PlotFrame.PlotWidth),
            Around(plot.Y, (bottom + top) / 2, unit * PlotFrame.PlotHeight)
        );
    }

    private static (double Low, double High) Range(PlotAxis axis, double least, double most)
    {
        var margin = (most - least) * Margin;
        return (axis.Minimum ?? least - margin, axis.Maximum ?? most + margin);
    }

    private static PlotAxis Around(PlotAxis axis, double middle, double length) =>
        axis with
        {
            Minimum = middle - (length / 2),
            Maximum = middle + (length / 2),
        };
}
