namespace PaperBot.Core.Texts;

/// <summary>
/// Finds formulas in text: <c>$$…$$</c>, <c>$…$</c>, <c>\(…\)</c>, <c>\[…\]</c>. A single dollar opens a formula
/// only before a character that is not white space and closes it only after one, with no digit behind (pandoc's
/// rule), so that "$5 and $10" is money; <c>\$</c> is a dollar sign.
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
            if (text[i] == '\\' && i + 1 < text.Length)
            {
                var end = text[i + 1] switch
                {
                    '(' => Close(text, i + 2, "\\)"),
                    '[' => Close(text, i + 2, "\\]"),
                    _ => -1,
                };
                if (end > 0)
                    return (i, end - i);
                i++;
            }
            else if (text[i] == '$')
            {
                var doubled = i + 1 < text.Length && text[i + 1] == '$';
                var end = doubled ? Close(text, i + 2, "$$") : CloseInline(text, i + 1);
                if (end > 0)
                    return (i, end - i);
                if (doubled)
                    i++;
            }
        }
        return (-1, 0);
    }

    private static int Close(string text, int from, string delimiter)
    {
        var span = text.AsSpan(from, Math.Min(LongestFormula, text.Length - from));
        var at = span.IndexOf(delimiter, StringComparison.Ordinal);
        return at <= 0 || span[..at].Trim().IsEmpty ? -1 : from + at + delimiter.Length;
    }

    private static int CloseInline(string text, int from)
    {
        if (from >= text.Length || char.IsWhiteSpace(text[from]))
            return -1;
        var last = Math.Min(text.Length, from + LongestFormula);
        for (var i = from; i < last; i++)
        {
            if (text[i] == '\\')
                i++;
            else if (text[i] == '\n' && i + 1 < last && text[i + 1] == '\n')
                return -1;
            else if (text[i] == '$')
            {
                var closes = i > from && !char.IsWhiteSpace(text[i - 1]);
                var digit = i + 1 < text.Length && char.IsAsciiDigit(text[i + 1]);
                return closes && !digit ? i + 1 : -1;
            }
        }
        return -1;
    }
}
