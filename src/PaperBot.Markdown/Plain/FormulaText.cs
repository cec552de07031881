using System.Text;
using PaperBot.Core.Texts;
using PaperBot.Markdown.Unicode;

namespace PaperBot.Markdown.Plain;

/// <summary>Formulas in a line of plain text.</summary>
internal static class FormulaText
{
    /// <summary>The formula as Unicode, or as its LaTeX where Unicode has no line for it.</summary>
    public static string Of(string tex) => UnicodeMath.TryWrite(tex, out var text) ? text : tex.Trim();

    /// <summary>A plain text with the formulas in it written so.</summary>
    public static string OfPlain(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        var line = new StringBuilder(text.Length);
        var from = 0;
        for (var (start, length) = MathSpan.Next(text, 0); start >= 0; (start, length) = MathSpan.Next(text, from))
        {
            line.Append(text, from, start - from).Append(Of(MathSpan.Open(text.AsSpan(start, length)).Tex));
            from = start + length;
        }
        return line.Append(text, from, text.Length - from).ToString();
    }
}
