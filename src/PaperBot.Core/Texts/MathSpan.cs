namespace PaperBot.Core.Texts;

/// <summary>
/// Finds formulas in text: <c>$$…$$</c>, <c>$…$</c>, <c>\(…\)</c>, <c>\[…\]</c>. A single dollar opens a formula
/// only before a character that is not white space and not behind a letter or digit of ASCII, and closes it only
/// after a character that is not white space, with no digit behind (pandoc's rule, and more), so that "$5 and $10"
/// and "US$5" are money; <c>\$</c> is a dollar sign. No formula reaches over an empty line, but for <c>\[…\]</c>; an
/// inline one holds no back-tick and does not reach into a line that begins a table row, a heading, a quotation or a
/// list item.
/// </summary>
public static class MathSpan
{
    private const int LongestFormula = 10_000;

    /// <summary>The first formula at or after <paramref name="from"/>, delimiters included.</summary>
    /// <returns>Its start and length; (-1, 0) when there is none.</returns>
    public static (int Start, int Length) Next(string text, int from)
    {
        ArgumentNullException.ThrowIfNull(text);
        for (var i = from; i < text.Length; i++)
        {
            if (text[i] is not ('\\' or '$'))
                continue;
            var length = At(text, i);
            if (length > 0)
                return (i, length);
            if (text[i] == '\\' || (i + 1 < text.Length && text[i + 1] == '$'))
                i++;
        }
        return (-1, 0);
    }

    /// <summary>The length of the formula that begins there, delimiters included; 0: none does.</summary>
    public static int At(string text, int at)
    {
        ArgumentNullException.ThrowIfNull(text);
        if (at + 2 >= text.Length)
            return 0;
        var end = (text[at], text[at + 1]) switch
        {
            ('\\', '(') => Close(text, at + 2, "\\)", Reach.Lines),
            ('\\', '[') => Close(text, at + 2, "\\]", Reach.Paragraphs),
            ('$', '$') => Close(text, at + 2, "$$", Reach.Paragraph),
            ('$', var next) when !char.IsWhiteSpace(next) && (at == 0 || !char.IsAsciiLetterOrDigit(text[at - 1])) =>
                Close(text, at + 1, "$", Reach.Lines),
            _ => -1,
        };
        return end < 0 ? 0 : end - at;
    }

    /// <summary>What stands between a formula's delimiters, trimmed, and whether it is displayed.</summary>
    /// <param name="formula">A formula as <see cref="Next"/> finds it.</param>
    public static (string Tex, bool Display) Open(ReadOnlySpan<char> formula)
    {
        var display = formula.StartsWith("$$") || formula.StartsWith("\\[");
        var delimiter = display || formula[0] == '\\' ? 2 : 1;
        return (formula[delimiter..^delimiter].Trim().ToString(), display);
    }

    private static int Close(string text, int from, string delimiter, Reach reach)
    {
        var last = Math.Min(text.Length, from + LongestFormula);
        for (var i = from; i < last; i++)
        {
            var c = text[i];
            if (c == delimiter[0] && text.AsSpan(i, last - i).StartsWith(delimiter, StringComparison.Ordinal))
                return Closes(text, from, i, delimiter) ? i + delimiter.Length : -1;
            if (c == '\\')
            {
                // An opening delimiter inside cannot be meant, and searching on from each of many would take long.
                if (delimiter[0] == '\\' && i + 1 < last && text[i + 1] == text[from - 1])
                    return -1;
                i++;
            }
            else if (c == '`' && reach == Reach.Lines)
                return -1;
            else if (c == '\n' && !Reaches(text.AsSpan(i + 1, last - i - 1), reach))
                return -1;
        }
        return -1;
    }

    private static bool Closes(string text, int from, int at, string delimiter)
    {
        if (text.AsSpan(from, at - from).Trim().IsEmpty)
            return false;
        if (delimiter != "$")
            return true;
        return !char.IsWhiteSpace(text[at - 1]) && !(at + 1 < text.Length && char.IsAsciiDigit(text[at + 1]));
    }

    private static bool Reaches(ReadOnlySpan<char> next, Reach reach)
    {
        var line = next.TrimStart([' ', '\t', '\r']);
        if (line.StartsWith("```") || line.StartsWith("~~~"))
            return false;
        if (reach == Reach.Paragraphs)
            return true;
        if (line.IsEmpty || line[0] == '\n')
            return false;
        return reach == Reach.Paragraph
            || !(line[0] is '|' or '#' or '>' || (line[0] is '-' or '*' or '+' && line.Length > 1 && line[1] == ' '));
    }

    private enum Reach
    {
        Lines,
        Paragraph,
        Paragraphs,
    }
}
