using Markdig.Parsers;
using Markdig.Syntax;
using PaperBot.Core.Texts;
using PaperBot.Markdown.Formulas;

namespace PaperBot.Markdown;

/// <summary>A reply's text, parsed once, for dialects to render as often as they like.</summary>
public sealed class ParsedMarkdown
{
    /// <summary>
    /// The longest text that is parsed, in characters; what is beyond is left out and "…" says so. The most hostile
    /// text of this length found takes about 2 s.
    /// </summary>
    public const int LongestText = 60_000;

    private ParsedMarkdown(string source, MarkdownDocument document) => (Source, Document) = (source, document);

    /// <summary>The text as it was given, up to <see cref="LongestText"/>.</summary>
    public string Source { get; }

    internal MarkdownDocument Document { get; }

    /// <summary>Parses a text. Never throws: what nests deeper than is parsed is taken as plain text.</summary>
    public static ParsedMarkdown Parse(string markdown)
    {
        ArgumentNullException.ThrowIfNull(markdown);
        var source = Cap(markdown);
        return new(source, TryTree(source) ?? Tree(MarkdownText.Escape(source, keepMath: false)));
    }

    private static MarkdownDocument? TryTree(string source)
    {
        try
        {
            var tree = Tree(source);
            return TreeDepth.Exceeds(tree, Pipelines.DeepestNesting) ? null : tree;
        }
        catch (ArgumentException)
        {
            // Markdig's way to say that the nesting is too deep even to parse.
            return null;
        }
    }

    private static MarkdownDocument Tree(string source)
    {
        var cut = CutText.Of(source);
        var context = new Markdig.MarkdownParserContext();
        context.Properties.Add(typeof(CutText), cut);
        var document = MarkdownParser.Parse(cut.Text, Pipelines.Chat, context);
        FormulaRestorer.Restore(document, cut);
        return document;
    }

    private static string Cap(string markdown)
    {
        if (markdown.Length <= LongestText)
            return markdown;
        var end = LongestText - (char.IsHighSurrogate(markdown[LongestText - 1]) ? 1 : 0);
        return string.Concat(markdown.AsSpan(0, end), "…");
    }
}
