using System.Text;
using PaperBot.Core.Articles;
using PaperBot.Handlers.Papers;

namespace PaperBot.Handlers.Blogs;

/// <summary>Foreign text as Markdown with what was found in bold. Formulas stay whole and are not marked.</summary>
internal static class MarkedText
{
    // From Unicode's private use area; a text that brings its own shows them in bold, no worse.
    private const char Opening = '\ue0f0';
    private const char Closing = '\ue0f1';

    public static string Of(string text, IReadOnlyList<TextMark> marks)
    {
        if (marks.Count == 0)
            return PaperText.Escape(text);
        var marked = new StringBuilder(text.Length + 16);
        var at = 0;
        foreach (var (part, isMath) in MathParts.Of(text))
        {
            var start = at;
            at += part.Length;
            if (isMath)
            {
                marked.Append(part);
                continue;
            }
            var from = start;
            foreach (var mark in marks.Where(mark => mark.Start < at && mark.Start + mark.Length > start))
            {
                var begin = Math.Max(mark.Start, from);
                var end = Math.Min(mark.Start + mark.Length, at);
                if (begin >= end)
                    continue;
                marked.Append(text, from, begin - from);
                marked.Append(Opening).Append(text, begin, end - begin).Append(Closing);
                from = end;
            }
            marked.Append(text, from, at - from);
        }
        return PaperText
            .Escape(marked.ToString())
            .Replace($"{Closing}{Opening}", "", StringComparison.Ordinal)
            .Replace(Opening.ToString(), "**", StringComparison.Ordinal)
            .Replace(Closing.ToString(), "**", StringComparison.Ordinal);
    }
}
