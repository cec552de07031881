using System.Text;
using PaperBot.Core.Texts;
using PaperBot.Markdown.Source;

namespace PaperBot.Markdown.Formulas;

/// <summary>Formulas on lines of their own (<c>$$…$$</c>) in Markdown source; those inside code are none.</summary>
public static class DisplayedFormulas
{
    /// <summary>Puts something else in the places of displayed formulas.</summary>
    /// <param name="markdown">The source.</param>
    /// <param name="inPlaceOf">From TeX without delimiters, and where it begins, to Markdown; null keeps the formula.</param>
    /// <returns>The source with its line ends as <c>\n</c>.</returns>
    public static string Replace(string markdown, Func<string, int, string?> inPlaceOf)
    {
        ArgumentNullException.ThrowIfNull(markdown);
        ArgumentNullException.ThrowIfNull(inPlaceOf);
        var source = CutText.Clean(markdown);
        var text = new StringBuilder(source.Length);
        var from = 0;
        foreach (var span in SourceScanner.Scan(source))
        {
            if (span.Kind != SpanKind.Formula || !CutText.TryUnquote(source, span, out var formula))
                continue;
            var (tex, display) = MathSpan.Open(formula);
            if (!display || inPlaceOf(tex.Trim(), span.Start) is not { } other)
                continue;
            text.Append(source, from, span.Start - from).Append(other);
            from = span.End;
        }
        return text.Append(source, from, source.Length - from).ToString();
    }
}
