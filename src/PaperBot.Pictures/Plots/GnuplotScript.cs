using System.Globalization;
using System.Text;
using PaperBot.Core.Pictures;

namespace PaperBot.Pictures.Plots;

/// <summary>
/// What gnuplot is told: constant words and numbers. No label, no formula and nothing else that somebody typed is
/// ever in it, because gnuplot's language can run programs.
/// </summary>
internal static class GnuplotScript
{
    // Stroking a line costs the square of its points (20,000 in one line: 3 s): long ones are drawn in pieces.
    private const int LongestLine = 400;

    public static string Of(Plot plot, Palette palette, PlotFrame frame)
    {
        var script = new StringBuilder();
        Line(script, $"set terminal svg size {PlotFrame.Width},{frame.Height} fixed font 'Noto Sans,24' linewidth 1.6");
        Line(script, $"set lmargin at screen {PlotFrame.LeftFraction:R}");
        Line(script, $"set rmargin at screen {PlotFrame.RightFraction:R}");
        Line(script, $"set tmargin at screen {frame.TopFraction:R}");
        Line(script, $"set bmargin at screen {frame.BottomFraction:R}");
        Line(script, $"set border 31 lc rgb '{palette.Ink}'");
        Line(script, $"set tics textcolor rgb '{palette.Ink}'");
        Line(script, $"set grid lc rgb '{palette.Grid}' lw 0.6 dt solid");
        Line(script, $"set zeroaxis lc rgb '{palette.Ink}' lw 0.6 dt solid");
        Line(script, $"unset key");
        Line(script, $"set format '%.6g'");
        var (x, y) = plot.EqualScales ? EqualAxes.Of(plot) : (plot.X, plot.Y);
        // Room for a curve or a point that would lie on the frame; a range that is given stays as it is.
        if (!x.Logarithmic && !y.Logarithmic)
            Line(script, $"set offsets graph 0.02, graph 0.02, graph 0.03, graph 0.03");
        Axis(script, "x", x);
        Axis(script, "y", y);
        for (var i = 0; i < plot.Series.Count; i++)
            Data(script, i, plot.Series[i], plot);
        Line(script, $"plot {string.Join(", ", plot.Series.Select((series, i) => Curve(series, i, palette)))}");
        return script.ToString();
    }

    private static void Axis(StringBuilder script, string name, PlotAxis axis)
    {
        if (axis.Logarithmic)
        {
            Line(script, $"set logscale {name} 10");
            Line(script, $"set format {name} '10^{{%L}}'");
        }
        Line(script, $"set {name}range [{Bound(axis.Minimum)}:{Bound(axis.Maximum)}]");
    }

    private static void Data(StringBuilder script, int index, PlotSeries series, Plot plot)
    {
        Line(script, $"$s{index} << EOD");
        foreach (var segment in series.Segments)
        {
            var drawn = 0;
            foreach (var point in segment)
            {
                if (!Shown(point.X, plot.X) || !Shown(point.Y, plot.Y))
                {
                    if (!series.Points)
                        script.Append('\n');
                    continue;
                }
                Line(script, $"{point.X:R} {point.Y:R}");
                if (!series.Points && ++drawn % LongestLine == 0)
                    Line(script, $"\n{point.X:R} {point.Y:R}");
            }
            script.Append('\n');
        }
        Line(script, $"EOD");
    }

    private static string Curve(PlotSeries series, int index, Palette palette)
    {
        var colour = palette.Curves[index % palette.Curves.Count];
        var style = series.Points ? "points pt 7 ps 0.6" : "lines lw 2.4";
        return string.Create(CultureInfo.InvariantCulture, $"$s{index} using 1:2 with {style} lc rgb '{colour}'");
    }

    private static bool Shown(double value, PlotAxis axis) =>
        double.IsFinite(value) && Math.Abs(value) < 1e300 && (!axis.Logarithmic || value > 0);

    private static string Bound(double? bound) =>
        bound is { } value && double.IsFinite(value) ? value.ToString("R", CultureInfo.InvariantCulture) : "*";

    private static void Line(StringBuilder script, FormattableString line) =>
        script.Append(line.ToString(CultureInfo.InvariantCulture)).Append('\n');
}
