using System.Text;
using System.Text.RegularExpressions;
using PaperBot.Core.Texts;

namespace PaperBot.Handlers.Papers;

/// <summary>Texts of papers as replies want them.</summary>
internal static partial class PaperText
{
    private const int Milliseconds = 5_000;

    /// <summary>
    /// The text with every formula between delimiters that renderers take for a formula's: <c>H$_2$O</c> becomes
    /// <c>H\(_2\)O</c>, because a dollar sign behind a letter is money elsewhere. TeX's italics and the like are left
    /// out, not their text: <c>{\em ab initio}</c>.
    /// </summary>
    public static string Of(string text)
    {
        var unstyled = Unstyled(text);
        if (!unstyled.Contains('$', StringComparison.Ordinal))
            return unstyled;
        var plain = new StringBuilder(unstyled.Length + 8);
        foreach (var (part, isMath) in MathParts.Of(unstyled))
            plain.Append(isMath && !IsSeen(part) ? $"\\({part[1..^1].Trim()}\\)" : part);
        return plain.ToString();

        bool IsSeen(string formula) =>
            formula[0] == '\\'
            || formula.StartsWith("$$", StringComparison.Ordinal)
            || (
                !(plain.Length > 0 && char.IsAsciiLetterOrDigit(plain[^1])) && MathSpan.At(formula, 0) == formula.Length
            );
    }

    /// <summary>The text without TeX's commands for styles; formulas stay as they are.</summary>
    public static string Unstyled(string text)
    {
        if (!text.Contains('\\', StringComparison.Ordinal))
            return text;
        var plain = new StringBuilder(text.Length);
        try
        {
            foreach (var (part, isMath) in MathParts.Of(text))
                plain.Append(isMath ? part : Command().Replace(Group().Replace(part, "${text}"), "${text}"));
        }
        catch (RegexMatchTimeoutException)
        {
            return text;
        }

        return plain.ToString();
    }

    /// <summary>The text as Markdown that shows it and interprets nothing but its formulas.</summary>
    public static string Escape(string text) => MarkdownText.Escape(Of(text));

    /// <summary>A link with the text as its label.</summary>
    public static string Link(string text, Uri address) => MarkdownText.Link(Of(text), address);

    [GeneratedRegex(
        @"\{\\(?:em|it|bf|rm|sl|sc|tt|sf)\b\s*(?<text>[^{}\\]*)\}",
        RegexOptions.CultureInvariant,
        Milliseconds
    )]
    private static partial Regex Group();

    [GeneratedRegex(
        @"\\(?:emph|textit|textbf|textrm|textsc|textsl|texttt|textsf|text|mbox)\s*\{(?<text>[^{}\\]*)\}",
        RegexOptions.CultureInvariant,
        Milliseconds
    )]
    private static partial Regex Command();
}
