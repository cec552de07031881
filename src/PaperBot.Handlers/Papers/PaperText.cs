using System.Text;
using PaperBot.Core.Texts;

namespace PaperBot.Handlers.Papers;

/// <summary>Texts of papers as replies want them.</summary>
internal static class PaperText
{
    /// <summary>
    /// The text with every formula between delimiters that renderers take for a formula's: <c>H$_2$O</c> becomes
    /// <c>H\(_2\)O</c>, because a dollar sign behind a letter is money elsewhere.
    /// </summary>
    public static string Of(string text)
    {
        if (!text.Contains('$', StringComparison.Ordinal))
            return text;
        var plain = new StringBuilder(text.Length + 8);
        foreach (var (part, isMath) in MathParts.Of(text))
            plain.Append(isMath && !IsSeen(part) ? $"\\({part[1..^1].Trim()}\\)" : part);
        return plain.ToString();

        bool IsSeen(string formula) =>
            formula[0] == '\\'
            || formula.StartsWith("$$", StringComparison.Ordinal)
            || (
                !(plain.Length > 0 && char.IsAsciiLetterOrDigit(plain[^1])) && MathSpan.At(formula, 0) == formula.Length
            );
    }

    /// <summary>The text as Markdown that shows it and interprets nothing but its formulas.</summary>
    public static string Escape(string text) => MarkdownText.Escape(Of(text));

    /// <summary>A link with the text as its label.</summary>
    public static string Link(string text, Uri address) => MarkdownText.Link(Of(text), address);
}
