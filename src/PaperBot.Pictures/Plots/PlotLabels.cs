using System.Globalization;
using System.Text;
using System.Xml;
using System.Xml.Linq;
using PaperBot.Core.Pictures;

namespace PaperBot.Pictures.Plots;

/// <summary>Writes the legend and the axes' names over gnuplot's picture: text is ours to draw, never gnuplot's to read.</summary>
internal static class PlotLabels
{
    private const int FontSize = 26;
    private const int LongestLabel = 60;
    private static readonly XNamespace Svg = "http://www.w3.org/2000/svg";

    /// <summary>How many legend rows the plot's labels need: two entries a row.</summary>
    public static int LegendRows(Plot plot) => (plot.Series.Count(series => series.Label.Length > 0) + 1) / 2;

    public static byte[] Add(byte[] gnuplot, Plot plot, Palette palette, PlotFrame frame)
    {
        var settings = new XmlReaderSettings { DtdProcessing = DtdProcessing.Ignore, XmlResolver = null };
        using var reader = XmlReader.Create(new MemoryStream(gnuplot), settings);
        var page = XElement.Load(reader);
        if (palette.Background is { } background)
            page.AddFirst(
                new XElement(
                    Svg + "rect",
                    new XAttribute("width", PlotFrame.Width),
                    new XAttribute("height", frame.Height),
                    new XAttribute("fill", background)
                )
            );
        Legend(page, plot, palette);
        var middle = (PlotFrame.Left + PlotFrame.Width - PlotFrame.Right) / 2.0;
        page.Add(Text(plot.X.Label, middle, frame.Height - 24, "middle", palette));
        var y = (frame.Top + frame.Height * (1 - frame.BottomFraction)) / 2;
        var vertical = Text(plot.Y.Label, 0, 0, "middle", palette);
        vertical.SetAttributeValue(
            "transform",
            string.Create(CultureInfo.InvariantCulture, $"translate(34,{y}) rotate(-90)")
        );
        page.Add(vertical);
        return Encoding.UTF8.GetBytes(page.ToString(SaveOptions.DisableFormatting));
    }

    private static void Legend(XElement page, Plot plot, Palette palette)
    {
        var entry = 0;
        for (var i = 0; i < plot.Series.Count; i++)
        {
            if (plot.Series[i].Label.Length == 0)
                continue;
            var x = PlotFrame.Left + entry % 2 * (PlotFrame.Width - PlotFrame.Left) / 2;
            var y = 38 + entry / 2 * PlotFrame.LegendRow;
            var colour = palette.Curves[i % palette.Curves.Count];
            page.Add(Mark(plot.Series[i].Points, x, y - 9, colour));
            page.Add(Text(plot.Series[i].Label, x + 58, y, "start", palette));
            entry++;
        }
    }

    private static XElement Mark(bool points, int x, int y, string colour) =>
        points
            ? new XElement(
                Svg + "circle",
                new XAttribute("cx", x + 22),
                new XAttribute("cy", y),
                new XAttribute("r", 7),
                new XAttribute("fill", colour)
            )
            : new XElement(
                Svg + "rect",
                new XAttribute("x", x),
                new XAttribute("y", y - 2),
                new XAttribute("width", 44),
                new XAttribute("height", 5),
                new XAttribute("fill", colour)
            );

    private static XElement Text(string label, double x, double y, string anchor, Palette palette) =>
        new(
            Svg + "text",
            new XAttribute("x", x),
            new XAttribute("y", y),
            new XAttribute("text-anchor", anchor),
            new XAttribute("fill", palette.Ink),
            new XAttribute("font-family", "Noto Sans, Noto Sans CJK SC, sans-serif"),
            new XAttribute("font-size", FontSize),
            Shown(label)
        );

    private static string Shown(string label)
    {
        var text = new StringBuilder();
        foreach (var rune in label.EnumerateRunes())
            if (XmlConvert.IsXmlChar((char)Math.Min(rune.Value, 0xFFFD)) && !Rune.IsControl(rune))
                text.Append(rune.ToString());
        return text.Length <= LongestLabel ? text.ToString() : text.ToString(0, LongestLabel - 1) + "…";
    }
}
