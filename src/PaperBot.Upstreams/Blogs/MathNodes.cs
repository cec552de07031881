using AngleSharp.Dom;

namespace PaperBot.Upstreams.Blogs;

/// <summary>
/// The LaTeX of a formula on a page, however it is written there: MathJax scripts, annotations of KaTeX and MathML,
/// attributes of pictures of formulas.
/// </summary>
internal static class MathNodes
{
    private const int LongestFormula = 8_000;

    /// <summary>The formula with its dollar signs, or null when the element is none.</summary>
    public static string? Of(IElement element)
    {
        switch (element.LocalName)
        {
            case "script":
                var type = element.GetAttribute("type") ?? "";
                return type.StartsWith("math/tex", StringComparison.OrdinalIgnoreCase)
                    ? Wrap(element.TextContent, type.Contains("display", StringComparison.OrdinalIgnoreCase))
                    : null;
            case "math":
                return Annotation(element) is { } tex ? Wrap(tex, element.GetAttribute("display") == "block") : null;
            case "img":
                return Picture(element);
            case "mjx-container":
                return Annotation(element) is { } source
                    ? Wrap(source, element.GetAttribute("display") == "true")
                    : null;
        }
        if (element.ClassList.Contains("katex") || element.ClassList.Contains("katex-display"))
            return Annotation(element) is { } katex
                ? Wrap(
                    katex,
                    element.ClassList.Contains("katex-display")
                        || element.ParentElement?.ClassList.Contains("katex-display") == true
                )
                : null;
        if (element.GetAttribute("data-latex") is { Length: > 0 } latex)
            return Wrap(latex, element.LocalName is "div" or "p");
        return null;
    }

    /// <summary>True for what MathJax draws beside the formula's source, which would be read twice.</summary>
    public static bool IsDrawing(IElement element) =>
        element.ClassList.Contains("MathJax_Preview")
        || element.ClassList.Contains("MathJax")
        || element.ClassList.Contains("MathJax_Display")
        || element.ClassList.Contains("MathJax_SVG")
        || element.ClassList.Contains("katex-html");

    private static string? Annotation(IElement element) =>
        element.QuerySelector("annotation[encoding=\"application/x-tex\"]")?.TextContent
        ?? element.GetAttribute("alttext");

    private static string? Picture(IElement element)
    {
        var alt = element.GetAttribute("alt")?.Trim() ?? "";
        var source = element.GetAttribute("src") ?? "";
        var isFormula =
            element.ClassList.Contains("latex")
            || element.ClassList.Contains("tex")
            || element.HasAttribute("eeimg")
            || source.Contains("/equation?tex=", StringComparison.Ordinal)
            || source.Contains("latex.php", StringComparison.Ordinal);
        return isFormula && alt.Length > 0 ? Wrap(alt, alt.EndsWith("\\\\", StringComparison.Ordinal)) : null;
    }

    private static string? Wrap(string tex, bool display)
    {
        var formula = PlainText.Fold(Unwrapped(tex));
        if (formula.Length is 0 or > LongestFormula)
            return null;
        return display ? $"$${formula}$$" : $"${formula}$";
    }

    private static string Unwrapped(string tex)
    {
        var text = tex.Trim();
        if (text.StartsWith("<![CDATA[", StringComparison.Ordinal))
            text = text[9..].Replace("]]>", "", StringComparison.Ordinal);
        if (text.StartsWith("% <![CDATA[", StringComparison.Ordinal))
            text = text[11..].Replace("%]]>", "", StringComparison.Ordinal);
        foreach (var (open, close) in new[] { ("$$", "$$"), ("\\[", "\\]"), ("\\(", "\\)"), ("$", "$") })
            if (
                text.Length > open.Length + close.Length
                && text.StartsWith(open, StringComparison.Ordinal)
                && text.EndsWith(close, StringComparison.Ordinal)
            )
                return text[open.Length..^close.Length];
        return text;
    }
}
