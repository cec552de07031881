using System.Buffers;
using PaperBot.Markdown.Source;

namespace PaperBot.Markdown.Splitting;

/// <summary>Recognises a pipe table in source text.</summary>
internal static class TableReader
{
    private static readonly SearchValues<char> DelimiterRow = SearchValues.Create(" \t|:->");

    /// <summary>The length of a table's first two lines, line breaks included; 0: no table begins here.</summary>
    public static int Head(string text, int at)
    {
        var header = SourceScanner.LineAt(text, at);
        var next = SourceScanner.NextLine(text, at);
        if (!header.Contains('|') || next >= text.Length)
            return 0;
        var delimiters = SourceScanner.LineAt(text, next);
        var isHead =
            delimiters.Contains('-') && delimiters.IndexOfAnyExcept(DelimiterRow) < 0 && delimiters.Contains('|');
        return isHead ? SourceScanner.NextLine(text, next) - at : 0;
    }

    public static bool IsRow(string text, int at) =>
        at < text.Length
        && SourceScanner.LineAt(text, at).Contains('|')
        && !FenceLine.TryRead(SourceScanner.LineAt(text, at), out _);
}
