using System.Text;
using AngleSharp.Dom;

namespace PaperBot.Upstreams.Documents;

/// <summary>The text of an element of LaTeXML's HTML, formulas as LaTeX between dollar signs, white space folded.</summary>
internal static class HtmlText
{
    private const int Deepest = 200;

    public static string Of(INode node)
    {
        var text = new StringBuilder();
        Append(node, text, 0);
        return string.Join(' ', text.ToString().Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
    }

    private static void Append(INode node, StringBuilder text, int depth)
    {
        if (depth > Deepest)
            return;
        foreach (var child in node.ChildNodes)
        {
            if (child is IText plain)
                text.Append(plain.Data.Replace("$", "\\$", StringComparison.Ordinal));
            else if (child is IElement element && !IsSkipped(element))
            {
                if (element.LocalName == "math")
                {
                    Formula(element, text);
                    continue;
                }
                var isBlock = IsBlock(element);
                if (isBlock)
                    text.Append(' ');
                Append(element, text, depth + 1);
                if (isBlock)
                    text.Append(' ');
            }
        }
    }

    private static void Formula(IElement math, StringBuilder text)
    {
        var tex = math.GetAttribute("alttext") ?? math.QuerySelector("annotation")?.TextContent ?? math.TextContent;
        // LaTeXML breaks long lines with a comment sign.
        tex = string.Join(
            ' ',
            tex.Replace("%\n", "", StringComparison.Ordinal).Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries)
        );
        if (tex.Length == 0 || tex.Contains('$', StringComparison.Ordinal))
            return;
        var display = math.GetAttribute("display") == "block";
        text.Append(display ? " $$" : "$").Append(tex).Append(display ? "$$ " : "$");
    }

    private static bool IsSkipped(IElement element) =>
        element.LocalName is "script" or "style" or "svg" or "button"
        || element.ClassList.Contains("ltx_note")
        || element.ClassList.Contains("ltx_tag_equation")
        || element.ClassList.Contains("ltx_eqn_eqno");

    private static bool IsBlock(IElement element) =>
        element.LocalName is "p" or "div" or "li" or "br" or "tr" or "td" or "th" or "table" or "section" or "figure"
        || element.ClassList.Contains("ltx_bibblock");
}
