using System.Globalization;
using System.Text;
using PaperBot.Core.Texts;
using PaperBot.Markdown.Source;

namespace PaperBot.Markdown.Plain;

/// <summary>Markdown for a terminal or another program: the text as it is, moments worded for the reader.</summary>
public sealed class PlainDialect : IDialect
{
    // How brackets are written that are to be shown: in a text that nobody parses they are themselves.
    private const string Entity = "&#9";

    private const string Opening = "<" + TimeToken.Scheme + ":";

    /// <inheritdoc />
    public string Render(ParsedMarkdown text, Reader reader)
    {
        ArgumentNullException.ThrowIfNull(text);
        return Render(text.Source, reader);
    }

    /// <summary>The same from the text itself: nothing of this dialect needs it parsed.</summary>
    public static string Render(string source, Reader reader)
    {
        ArgumentNullException.ThrowIfNull(source);
        ArgumentNullException.ThrowIfNull(reader);
        if (!source.Contains(Opening, StringComparison.Ordinal) && !source.Contains(Entity, StringComparison.Ordinal))
            return source;
        var plain = new StringBuilder(source.Length);
        var from = 0;
        foreach (var span in SourceScanner.Scan(source))
        {
            WordMoments(WithBrackets(source[from..span.Start]), reader, plain);
            plain.Append(source, span.Start, span.Length);
            from = span.End;
        }
        WordMoments(WithBrackets(source[from..]), reader, plain);
        return plain.ToString();
    }

    private static string WithBrackets(string text) =>
        text.Replace("&#91;", "[", StringComparison.Ordinal).Replace("&#93;", "]", StringComparison.Ordinal);

    private static void WordMoments(ReadOnlySpan<char> text, Reader reader, StringBuilder plain)
    {
        for (var at = text.IndexOf(Opening); at >= 0; at = text.IndexOf(Opening))
        {
            var end = text[at..].IndexOf('>');
            if (end > 0 && TimeToken.TryParse(text.Slice(at + 1, end - 1).ToString(), out var instant))
            {
                plain.Append(text[..at]).Append(CultureInfo.InvariantCulture, $"{Moments.Word(instant, reader)}");
                text = text[(at + end + 1)..];
                continue;
            }
            plain.Append(text[..(at + Opening.Length)]);
            text = text[(at + Opening.Length)..];
        }
        plain.Append(text);
    }
}
