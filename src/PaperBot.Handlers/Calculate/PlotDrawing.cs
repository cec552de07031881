using System.Globalization;
using PaperBot.Calculator;
using PaperBot.Core.Pictures;
using PaperBot.Core.Replies;
using PaperBot.Core.Texts;
using Plot = PaperBot.Core.Pictures.Plot;

namespace PaperBot.Handlers.Calculate;

/// <summary>The calculator's plots as pictures and, for those who see none, as numbers.</summary>
internal sealed class PlotDrawing(IPlotPictures pictures, ITexts texts)
{
    private const int MostPoints = 20_000;

    public async Task<DrawnPlot> DrawAsync(PlotData data, int number, Locale locale, CancellationToken token)
    {
        var drawn = await pictures.RenderAsync(Convert(data), PictureTheme.Light, token);
        var lines = data.Series.Select(series => Line(series, data, locale)).ToList();
        var text = string.Join('\n', lines.Select(line => "- " + MarkdownText.Escape(line, keepMath: false)));
        if (data.Title is { Length: > 0 } title)
            text = $"{MarkdownText.Escape(title, keepMath: false)}\n\n{text}";
        if (!drawn.IsOk)
            return new DrawnPlot($"{text}\n\n{texts.Get(locale, drawn.Error.Message)}", null);
        var alt = texts.Get(locale, "calculate.plot.alt", ("curves", string.Join("; ", lines)));
        if (data.Title is { Length: > 0 })
            alt = $"{data.Title}. {alt}";
        return new DrawnPlot(text, new Attachment($"plot-{number}.png", "image/png", drawn.Value.Png, alt));
    }

    public static Plot Convert(PlotData data)
    {
        var count = data.Series.Sum(series => series.Segments.Sum(segment => segment.Count));
        // Every segment keeps its two ends, so there may be a few points more than asked for.
        var step = Math.Max(1, (int)Math.Ceiling(count / (MostPoints * 0.9)));
        return new Plot([.. data.Series.Select(series => Convert(series, step))])
        {
            X = new PlotAxis
            {
                Label = data.XLabel,
                Minimum = data.XMin,
                Maximum = data.XMax,
                Logarithmic = data.LogX,
            },
            Y = new PlotAxis
            {
                Label = data.YLabel,
                Minimum = data.YMin,
                Maximum = data.YMax,
                Logarithmic = data.LogY,
            },
            EqualScales = data.EqualAspect,
        };
    }

    private static Core.Pictures.PlotSeries Convert(Calculator.PlotSeries series, int step) =>
        new(series.Label, [.. series.Segments.Select(segment => Thin(segment, step))])
        {
            Points = series.Kind == PlotKind.Points,
        };

    private static List<Core.Pictures.PlotPoint> Thin(IReadOnlyList<Calculator.PlotPoint> points, int step) =>
        [
            .. points
                .Where((_, i) => i % step == 0 || i == points.Count - 1)
                .Select(point => new Core.Pictures.PlotPoint(point.X, point.Y)),
        ];

    private string Line(Calculator.PlotSeries series, PlotData data, Locale locale)
    {
        // Near a pole the highest sampled value says nothing; what is in the picture does.
        var points = series
            .Segments.SelectMany(segment => segment)
            .Where(point => !(point.Y < data.YMin) && !(point.Y > data.YMax))
            .ToList();
        if (points.Count == 0)
            return texts.Get(locale, "calculate.plot.empty", ("curve", Name(series, locale)));
        return texts.Get(
            locale,
            "calculate.plot.line",
            ("curve", Name(series, locale)),
            ("x0", Text(points.Min(point => point.X))),
            ("x1", Text(points.Max(point => point.X))),
            ("y0", Text(points.Min(point => point.Y))),
            ("y1", Text(points.Max(point => point.Y)))
        );
    }

    private string Name(Calculator.PlotSeries series, Locale locale) =>
        series.Label.Length > 0 ? series.Label : texts.Get(locale, "calculate.plot.data");

    private static string Text(double value) => value.ToString("G6", CultureInfo.InvariantCulture);
}
