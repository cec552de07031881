using System.Text;
using PaperBot.Core.Texts;
using PaperBot.Markdown.Source;

namespace PaperBot.Markdown.Plain;

/// <summary>
/// Markdown for a terminal: as a person would have typed it, so without the marks that only keep a parser from
/// interpreting it; moments are worded for the reader.
/// </summary>
public sealed class PlainDialect : IDialect
{
    // How brackets are written that are to be shown: in a text that nobody parses they are themselves.
    private const string Entity = "&#9";

    private const char Mark = '\\';

    private const string Opening = "<" + TimeToken.Scheme + ":";

    /// <inheritdoc />
    public string Render(ParsedMarkdown text, Reader reader)
    {
        ArgumentNullException.ThrowIfNull(text);
        return Render(text.Source, reader);
    }

    /// <summary>The same from the text itself: nothing of this dialect needs it parsed.</summary>
    public static string Render(string source, Reader reader) => Render(source, reader, isShown: true);

    /// <summary>The text as Markdown still, for another program: only moments are worded.</summary>
    public static string Word(string source, Reader reader) => Render(source, reader, isShown: false);

    private static string Render(string source, Reader reader, bool isShown)
    {
        ArgumentNullException.ThrowIfNull(source);
        ArgumentNullException.ThrowIfNull(reader);
        var plain = new StringBuilder(source.Length);
        var from = 0;
        foreach (var span in SourceScanner.Scan(source))
        {
            plain.Append(Text(source[from..span.Start], reader, isShown));
            plain.Append(source, span.Start, span.Length);
            from = span.End;
        }
        return plain.Append(Text(source[from..], reader, isShown)).ToString();
    }

    private static string Text(string text, Reader reader, bool isShown)
    {
        var worded = new StringBuilder(text.Length);
        WordMoments(text, reader, worded);
        return isShown ? WithoutMarks(worded.ToString()) : worded.ToString();
    }

    private static string WithoutMarks(string text)
    {
        if (text.AsSpan().IndexOfAny(Mark, '&') < 0)
            return text;
        var shown = new StringBuilder(text.Length);
        for (var i = 0; i < text.Length; i++)
        {
            var isMark = text[i] == Mark && i + 1 < text.Length && IsPunctuation(text[i + 1]);
            shown.Append(text[isMark ? ++i : i]);
        }
        return shown.Replace(Entity + "1;", "[").Replace(Entity + "3;", "]").ToString();
    }

    private static bool IsPunctuation(char c) => char.IsAscii(c) && (char.IsPunctuation(c) || char.IsSymbol(c));

    private static void WordMoments(ReadOnlySpan<char> text, Reader reader, StringBuilder plain)
    {
        for (var at = text.IndexOf(Opening); at >= 0; at = text.IndexOf(Opening))
        {
            var end = text[at..].IndexOf('>');
            if (end > 0 && TimeToken.TryParse(text.Slice(at + 1, end - 1).ToString(), out var instant, out var zone))
            {
                plain.Append(text[..at]).Append(Moments.Word(instant, reader.In(zone)));
                text = text[(at + end + 1)..];
                continue;
            }
            plain.Append(text[..(at + Opening.Length)]);
            text = text[(at + Opening.Length)..];
        }
        plain.Append(text);
    }
}
