using System.Globalization;

namespace PaperBot.Calculator.Plots;

/// <summary>
/// The values to be shown when curves run to poles. Points lie close together there, so quantiles are taken over even
/// steps along x.
/// </summary>
internal static class PlotRange
{
    private static readonly CultureInfo Plain = CultureInfo.InvariantCulture;
    private const int Steps = 500;
    private const double Share = 0.1;

    /// <summary>Null where everything is to be shown.</summary>
    public static (double? Bottom, double? Top) Of(
        IReadOnlyList<PlotSeries> series,
        double low,
        double high,
        bool isLog
    )
    {
        var values = series.SelectMany(s => s.Segments).SelectMany(s => Even(s, low, high, isLog)).Order().ToList();
        if (values.Count < 20)
            return (null, null);
        var (below, above) = (values[(int)(values.Count * Share)], values[(int)(values.Count * (1 - Share))]);
        var spread = above - below;
        if (!(spread > 0) || !double.IsFinite(spread))
            return (null, null);
        var ends = series.SelectMany(s => s.Segments).SelectMany(s => Ends(s, low, high)).ToList();
        var all = series.SelectMany(s => s.Segments).SelectMany(s => s).Select(p => p.Y).ToList();
        var (least, most) = (all.Min(), all.Max());
        var isPoleBelow = ends.Exists(y => y < below - (2 * spread));
        var isPoleAbove = ends.Exists(y => y > above + (2 * spread));
        if (!isPoleBelow && !isPoleAbove)
            return (null, null);
        return (
            isPoleBelow ? Rounded(below - (spread * 0.6), Math.Floor) : Rounded(least - (spread * 0.1), Math.Floor),
            isPoleAbove ? Rounded(above + (spread * 0.6), Math.Ceiling) : Rounded(most + (spread * 0.1), Math.Ceiling)
        );
    }

    /// <summary>The last values before a break inside the range.</summary>
    private static IEnumerable<double> Ends(IReadOnlyList<PlotPoint> segment, double low, double high)
    {
        if (segment[0].X > low)
            yield return segment[0].Y;
        if (segment[^1].X < high)
            yield return segment[^1].Y;
    }

    private static IEnumerable<double> Even(IReadOnlyList<PlotPoint> segment, double low, double high, bool isLog)
    {
        var at = 0;
        for (var i = 0; i <= Steps; i++)
        {
            var x = isLog ? low * Math.Pow(high / low, i / (double)Steps) : low + ((high - low) * i / Steps);
            if (x < segment[0].X || x > segment[^1].X)
                continue;
            while (at + 2 < segment.Count && segment[at + 1].X < x)
                at++;
            var (p, q) = (segment[at], segment[at + 1]);
            yield return q.X > p.X ? p.Y + ((q.Y - p.Y) * (x - p.X) / (q.X - p.X)) : p.Y;
        }
    }

    /// <summary>Two digits, so that the axis ends at a number that can be read.</summary>
    private static double Rounded(double value, Func<double, double> round)
    {
        if (value == 0)
            return 0;
        var unit = Math.Pow(10, Math.Floor(Math.Log10(Math.Abs(value))) - 1);
        return double.Parse((round(value / unit) * unit).ToString("G3", Plain), Plain);
    }
}
