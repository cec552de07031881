using System.Globalization;
using System.Text;
using System.Xml;
using System.Xml.Linq;
using PaperBot.Pictures.Rasterizing;

namespace PaperBot.Pictures.Formulas;

/// <summary>Puts MathJax's SVG, whose unit is the ex, on a page of pixels with a margin and colours.</summary>
internal sealed record FormulaSvg(byte[] Svg, int Width, int Height)
{
    // 1 ex = 18 px makes letters of about 40 px: sharp on a phone, half a line high when a client scales it down.
    private const double PixelsPerEx = 18;
    private const double Margin = 18;
    private static readonly XNamespace SvgNamespace = "http://www.w3.org/2000/svg";

    /// <returns>Null when the formula is too large to be a picture.</returns>
    public static FormulaSvg? Of(string mathJax, Palette palette)
    {
        var settings = new XmlReaderSettings
        {
            DtdProcessing = DtdProcessing.Prohibit,
            MaxCharactersInDocument = 8_000_000,
        };
        using var reader = XmlReader.Create(new StringReader(mathJax), settings);
        var formula = XElement.Load(reader);
        if (Exes(formula, "width") is not { } width || Exes(formula, "height") is not { } height)
            return null;
        var (pixelsWide, pixelsHigh) = (width * PixelsPerEx, height * PixelsPerEx);
        var scale = Math.Min(1, (SvgRasterizer.LargestSide - 2 * Margin) / Math.Max(pixelsWide, pixelsHigh));
        if (scale < 0.25)
            return null;
        Clean(formula);
        formula.SetAttributeValue("x", Margin);
        formula.SetAttributeValue("y", Margin);
        formula.SetAttributeValue("width", Math.Max(1, pixelsWide * scale));
        formula.SetAttributeValue("height", Math.Max(1, pixelsHigh * scale));
        formula.SetAttributeValue("color", palette.Ink);
        var (w, h) = (
            (int)Math.Ceiling(pixelsWide * scale + 2 * Margin),
            (int)Math.Ceiling(pixelsHigh * scale + 2 * Margin)
        );
        var page = new XElement(
            SvgNamespace + "svg",
            new XAttribute("width", w),
            new XAttribute("height", h),
            new XAttribute("viewBox", string.Create(CultureInfo.InvariantCulture, $"0 0 {w} {h}"))
        );
        if (palette.Background is { } background)
            page.Add(
                new XElement(
                    SvgNamespace + "rect",
                    new XAttribute("width", w),
                    new XAttribute("height", h),
                    new XAttribute("fill", background)
                )
            );
        page.Add(formula);
        return new(Encoding.UTF8.GetBytes(page.ToString(SaveOptions.DisableFormatting)), w, h);
    }

    private static void Clean(XElement formula)
    {
        formula.SetAttributeValue("style", null);
        foreach (var element in formula.DescendantsAndSelf())
        {
            // The source in data-latex makes the picture no better.
            element.Attributes().Where(a => a.Name.LocalName.StartsWith("data-", StringComparison.Ordinal)).Remove();
            if (element.Attribute("font-family") is { } family)
                family.Value = "Noto Serif CJK SC, Noto Serif, serif";
        }
    }

    private static double? Exes(XElement svg, string name)
    {
        var text = svg.Attribute(name)?.Value;
        if (text is null || !text.EndsWith("ex", StringComparison.Ordinal))
            return null;
        return
            double.TryParse(text[..^2], NumberStyles.Float, CultureInfo.InvariantCulture, out var exes)
            && double.IsFinite(exes)
            ? Math.Max(exes, 0.1)
            : null;
    }
}
