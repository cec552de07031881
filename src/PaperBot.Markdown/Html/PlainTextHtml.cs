using System.Net;
using System.Text;
using PaperBot.Core.Texts;

namespace PaperBot.Markdown.Html;

/// <summary>Plain text as HTML, formulas apart.</summary>
internal static class PlainTextHtml
{
    public static string Of(string text)
    {
        var html = new StringBuilder(text.Length + 32);
        var from = 0;
        while (from < text.Length)
        {
            var (start, length) = MathSpan.Next(text, from);
            var end = start < 0 ? text.Length : start;
            html.Append(WebUtility.HtmlEncode(text[from..end]));
            if (start >= 0)
            {
                var (tex, display) = MathSpan.Open(text.AsSpan(start, length));
                html.Append(Formula(tex, display));
            }
            from = end + length;
        }
        return html.ToString();
    }

    public static string Formula(string tex, bool display) =>
        $"<span class=\"math\" data-display=\"{(display ? "true" : "false")}\">{WebUtility.HtmlEncode(tex)}</span>";
}
