using System.Text;
using PaperBot.Core.Texts;

namespace PaperBot.Upstreams.Blogs;

/// <summary>
/// Formulas in a page's text in one form: <c>\(…\)</c> becomes <c>$…$</c>, <c>\[…\]</c> and environments of their own
/// become <c>$$…$$</c>; dollar signs that are money are escaped.
/// </summary>
internal static class MathText
{
    public static string Normalize(string text)
    {
        if (!text.Contains('$', StringComparison.Ordinal) && !text.Contains('\\', StringComparison.Ordinal))
            return PlainText.Fold(text);
        var source = Environments(text);
        var result = new StringBuilder(source.Length);
        var from = 0;
        while (from < source.Length)
        {
            var (start, length) = MathSpan.Next(source, from);
            var end = start < 0 ? source.Length : start;
            result.Append(source.AsSpan(from, end - from));
            if (start >= 0)
            {
                var (tex, display) = MathSpan.Open(source.AsSpan(start, length));
                result.Append(display ? $"$${tex}$$" : $"${tex}$");
            }
            from = end + length;
            if (start < 0)
                break;
        }
        return PlainText.Fold(result.ToString());
    }

    // \begin{equation}…\end{equation} without delimiters around is a formula to MathJax.
    private static string Environments(string text)
    {
        var at = text.IndexOf("\\begin{", StringComparison.Ordinal);
        if (at < 0)
            return text;
        var result = new StringBuilder(text.Length + 16);
        var from = 0;
        var span = MathSpan.Next(text, 0);
        while (at >= 0)
        {
            var nameEnd = text.IndexOf('}', at);
            var name = nameEnd > 0 && nameEnd - at < 40 ? text[(at + 7)..nameEnd] : "";
            var closing = $"\\end{{{name}}}";
            var end = name.Length > 0 ? text.IndexOf(closing, at, StringComparison.Ordinal) : -1;
            if (end < 0)
                break;
            end += closing.Length;
            while (span.Start >= 0 && span.Start + span.Length <= at)
                span = MathSpan.Next(text, span.Start + span.Length);
            var isInside = span.Start >= 0 && span.Start < at;
            result.Append(text, from, at - from);
            result.Append(isInside ? text[at..end] : $"$${text[at..end]}$$");
            from = end;
            if (span.Start >= 0 && span.Start < end && !isInside)
                span = MathSpan.Next(text, end);
            at = text.IndexOf("\\begin{", from, StringComparison.Ordinal);
        }
        return result.Append(text.AsSpan(from)).ToString();
    }
}
