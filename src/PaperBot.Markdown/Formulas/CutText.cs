using System.Globalization;
using System.Text;
using PaperBot.Markdown.Source;

namespace PaperBot.Markdown.Formulas;

/// <summary>
/// Markdown source with each formula replaced by a token that Markdown takes for a word, so that nothing inside it is
/// interpreted. Tokens are made of noncharacters, which the source itself cannot hold.
/// </summary>
internal sealed class CutText
{
    public const char TokenStart = '\uFDD0';
    private const char TokenEnd = '\uFDD1';
    private const char FirstDigit = '\uFDD2';
    private const int Base = 16;

    private readonly List<string> _formulas = [];
    private readonly Dictionary<string, int> _numbers = new(StringComparer.Ordinal);

    private CutText() { }

    public string Text { get; private set; } = "";

    public static CutText Of(string source)
    {
        var clean = Clean(source);
        var cut = new CutText();
        var text = new StringBuilder(clean.Length);
        var from = 0;
        foreach (var span in SourceScanner.Scan(clean))
        {
            if (span.Kind != SpanKind.Formula || !TryUnquote(clean, span, out var formula))
                continue;
            text.Append(clean, from, span.Start - from);
            cut.AppendToken(formula, text);
            from = span.End;
        }
        cut.Text = text.Append(clean, from, clean.Length - from).ToString();
        return cut;
    }

    /// <summary>The formula of the token with which the text begins, and the token's length; 0: none does.</summary>
    public int Read(ReadOnlySpan<char> text, out string formula)
    {
        formula = "";
        var end = text.IndexOf(TokenEnd);
        if (text.IsEmpty || text[0] != TokenStart || end < 0)
            return 0;
        var number = 0;
        foreach (var digit in text[1..end])
            number = (number * Base) + (digit - FirstDigit);
        formula = _formulas[number];
        return end + 1;
    }

    /// <summary>The text with formulas in the places of their tokens.</summary>
    public string Restore(string text)
    {
        var next = text.IndexOf(TokenStart, StringComparison.Ordinal);
        if (next < 0)
            return text;
        var restored = new StringBuilder(text.Length + 64);
        var from = 0;
        while (next >= 0 && Read(text.AsSpan(next), out var formula) is > 0 and var length)
        {
            restored.Append(text, from, next - from).Append(formula);
            from = next + length;
            next = text.IndexOf(TokenStart, from);
        }
        return restored.Append(text, from, text.Length - from).ToString();
    }

    internal static string Clean(string source)
    {
        var text = source.ReplaceLineEndings("\n");
        return text.AsSpan().IndexOfAnyInRange(TokenStart, '\uFDEF') < 0
            ? text
            : string.Create(
                text.Length,
                text,
                static (to, from) =>
                {
                    for (var i = 0; i < to.Length; i++)
                        to[i] = from[i] is >= TokenStart and <= '\uFDEF' ? '\uFFFD' : from[i];
                }
            );
    }

    /// <summary>A formula over several lines of a quotation has the quotation's marks before each line.</summary>
    internal static bool TryUnquote(string source, SourceSpan span, out string formula)
    {
        formula = source.Substring(span.Start, span.Length);
        if (!formula.Contains('\n', StringComparison.Ordinal))
            return true;
        var lineStart = span.Start == 0 ? 0 : source.LastIndexOf('\n', span.Start - 1) + 1;
        var quotes = LinePrefix.Read(source.AsSpan(lineStart, span.Start - lineStart)).Quotes;
        if (quotes == 0)
            return true;
        var lines = formula.Split('\n');
        for (var i = 1; i < lines.Length; i++)
        {
            var prefix = LinePrefix.Read(lines[i]);
            if (prefix.Quotes < quotes)
                return false;
            lines[i] = lines[i][prefix.Length..];
        }
        formula = string.Join('\n', lines);
        return true;
    }

    private void AppendToken(string formula, StringBuilder text)
    {
        if (!_numbers.TryGetValue(formula, out var number))
        {
            number = _formulas.Count;
            _numbers.Add(formula, number);
            _formulas.Add(formula);
        }
        text.Append(TokenStart);
        foreach (var digit in number.ToString("x", CultureInfo.InvariantCulture))
            text.Append((char)(FirstDigit + (char.IsAsciiDigit(digit) ? digit - '0' : digit - 'a' + 10)));
        text.Append(TokenEnd);
    }
}
