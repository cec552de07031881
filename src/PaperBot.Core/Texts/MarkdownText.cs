using System.Text;

namespace PaperBot.Core.Texts;

/// <summary>Puts text that somebody else wrote into a reply's Markdown, so that it is shown and never interpreted.</summary>
public static class MarkdownText
{
    private const string AlwaysSpecial = "\\`*]<>|~$";
    private const string SpecialAtLineStart = "#-+=>:";

    /// <summary>
    /// Escapes everything that CommonMark and its tables would interpret. Formulas (see <see cref="MathSpan"/>) are
    /// kept when <paramref name="keepMath"/> is true; other dollar signs are escaped. Control characters are dropped.
    /// What a platform adds of its own (mentions, spoilers) is that platform's renderer's affair.
    /// </summary>
    public static string Escape(string? text, bool keepMath = true)
    {
        if (string.IsNullOrEmpty(text))
            return "";
        var escaped = new StringBuilder(text.Length + 16);
        var from = 0;
        while (from < text.Length)
        {
            var (start, length) = keepMath ? MathSpan.Next(text, from) : (-1, 0);
            var end = start < 0 ? text.Length : start;
            EscapePlain(text.AsSpan(from, end - from), escaped);
            if (start >= 0)
                escaped.Append(text, start, length);
            from = end + length;
        }
        return escaped.ToString();
    }

    /// <summary>A link whose label is shown and never interpreted. Only http and https addresses become links.</summary>
    public static string Link(string label, Uri address)
    {
        ArgumentNullException.ThrowIfNull(address);
        var text = Escape(label);
        return address.Scheme is "http" or "https" ? $"[{text}](<{address.AbsoluteUri}>)" : text;
    }

    /// <summary>A code span that shows <paramref name="text"/> as it stands, back-ticks included.</summary>
    public static string Code(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        var longest = 0;
        var run = 0;
        foreach (var c in text)
            longest = Math.Max(longest, run = c == '`' ? run + 1 : 0);
        var fence = new string('`', longest + 1);
        var pad = longest > 0 ? " " : "";
        return $"{fence}{pad}{text.ReplaceLineEndings(" ")}{pad}{fence}";
    }

    private static void EscapePlain(ReadOnlySpan<char> plain, StringBuilder escaped)
    {
        for (var i = 0; i < plain.Length; i++)
        {
            var c = plain[i];
            if (char.IsControl(c) && c is not ('\n' or '\t'))
                continue;
            if (c == '[')
            {
                // Not "\[": that would begin a formula.
                escaped.Append("&#91;");
                continue;
            }
            if (NeedsEscape(plain, i, AtLineStart(escaped)))
                escaped.Append('\\');
            escaped.Append(c);
        }
    }

    private static bool NeedsEscape(ReadOnlySpan<char> text, int i, bool lineStart)
    {
        var c = text[i];
        var next = i + 1 < text.Length ? text[i + 1] : ' ';
        return AlwaysSpecial.Contains(c, StringComparison.Ordinal)
            || (c == '_' && !(i > 0 && char.IsLetterOrDigit(text[i - 1]) && char.IsLetterOrDigit(next)))
            || (c == '&' && (next == '#' || char.IsAsciiLetter(next)))
            || (lineStart && SpecialAtLineStart.Contains(c, StringComparison.Ordinal))
            || (c is '.' or ')' && IsListNumber(text, i));
    }

    private static bool IsListNumber(ReadOnlySpan<char> text, int i)
    {
        var digits = i;
        while (digits > 0 && char.IsAsciiDigit(text[digits - 1]))
            digits--;
        var before = text[..digits].TrimEnd([' ', '\t']);
        return digits < i && i - digits <= 9 && (before.IsEmpty || before[^1] == '\n');
    }

    private static bool AtLineStart(StringBuilder escaped)
    {
        var i = escaped.Length - 1;
        while (i >= 0 && escaped[i] is ' ' or '\t')
            i--;
        return i < 0 || escaped[i] == '\n';
    }
}
