using System.Text;
using System.Xml;
using Microsoft.Extensions.Options;
using PaperBot.Core.Outcomes;
using PaperBot.Core.Pictures;
using PaperBot.Pictures.Rasterizing;
using PaperBot.Processes;

namespace PaperBot.Pictures.Plots;

/// <summary>Plots by gnuplot, one process a plot, numbers in, SVG out.</summary>
internal sealed class GnuplotPlots(IOptions<PictureOptions> options, TimeProvider time) : IPlotPictures
{
    private const int MostPoints = 20_000;
    private const int MostSeries = 12;
    private const int LongestSvg = 32 * 1024 * 1024;

    public async Task<Outcome<Picture>> RenderAsync(Plot plot, PictureTheme theme, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(plot);
        if (plot.Series.Count is 0 or > MostSeries)
            return Errors.UserInput("pictures.plot.series", ("most", MostSeries));
        if (plot.Series.Sum(series => series.Segments.Sum(segment => segment.Count)) > MostPoints)
            return Errors.UserInput("pictures.plot.points", ("most", MostPoints));
        if (!plot.Series.Any(series => series.Segments.Any(segment => segment.Any(IsFinite))))
            return Errors.UserInput("pictures.plot.empty");
        if (options.Value.GnuplotPath.Length == 0 || !SvgRasterizer.IsAvailable)
            return Errors.UpstreamDown("pictures.plot.missing", retryAt: null);
        var palette = Palette.Of(theme);
        var frame = new PlotFrame(PlotLabels.LegendRows(plot));
        try
        {
            var script = Encoding.UTF8.GetBytes(GnuplotScript.Of(plot, palette, frame));
            var limits = new ChildLimits(options.Value.Timeout, options.Value.MemoryLimit, LongestSvg);
            var svg = await new OneShotChild(time).RunAsync(
                options.Value.GnuplotPath,
                ["-"],
                script,
                limits,
                cancellationToken
            );
            return SvgRasterizer.Rasterize(PlotLabels.Add(svg, plot, palette, frame), PlotFrame.Width, frame.Height);
        }
        catch (ChildException e)
        {
            return PictureErrors.Of(e, "plot");
        }
        catch (XmlException e)
        {
            return PictureErrors.Of(new ChildException(ChildFailure.Died, "The answer is no picture.", e), "plot");
        }
    }

    private static bool IsFinite(PlotPoint point) => double.IsFinite(point.X) && double.IsFinite(point.Y);
}
