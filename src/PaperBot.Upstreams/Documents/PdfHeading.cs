using System.Globalization;
using System.Text.RegularExpressions;
using PaperBot.Core.Documents;

namespace PaperBot.Upstreams.Documents;

/// <summary>
/// Tells headings in a PDF's text: a numbered line whose number follows the one before (1, 1.1, 1.2, 2, A, A.1), and
/// the few that stand without a number in nearly every paper.
/// </summary>
internal sealed partial class PdfHeading
{
    private const int Milliseconds = 5_000;
    private const int LongestTitle = 120;

    private int[] _last = [];
    private bool _appendix;

    /// <summary>The section that a line begins, or null. It remembers the number.</summary>
    /// <param name="line">The line.</param>
    /// <param name="stands">Whether nothing else is in its block, or it is set as headings are.</param>
    /// <param name="onlyKnown">True for a line that is not set as this paper's numbered headings are.</param>
    public DocumentSection? Read(string line, bool stands, bool onlyKnown = false)
    {
        if (line.Length is < 3 or > LongestTitle || IsSentence(line))
            return null;
        if (Known().IsMatch(line))
            return new(null, line.TrimEnd('.', ':', '—').Trim(), 1);
        if (onlyKnown)
            return null;
        var match = Numbered().Match(line);
        if (!match.Success || !HasWord(match.Groups["title"].Value))
            return null;
        if (!stands && !match.Groups["number"].Value.Contains('.', StringComparison.Ordinal))
            return null;
        var (number, appendix) = Parts(match.Groups["number"].Value);
        if (!Follows(number, appendix))
            return null;
        (_last, _appendix) = (number, appendix);
        return new(match.Groups["number"].Value, match.Groups["title"].Value.Trim(), number.Length);
    }

    private bool Follows(int[] number, bool appendix)
    {
        if (appendix && !_appendix)
            return number is [1] && _last.Length > 0;
        if (appendix != _appendix)
            return false;
        if (_last.Length == 0)
            return number is [1] or [2];
        var same = 0;
        while (same < Math.Min(number.Length, _last.Length) && number[same] == _last[same])
            same++;
        if (same == _last.Length)
            return number.Length == same + 1 && number[same] == 1;
        // One further at its own level; one number may have been missed.
        return number.Length == same + 1 && number[same] - _last[same] is 1 or 2;
    }

    private static (int[] Number, bool Appendix) Parts(string number)
    {
        var parts = number.Split('.');
        var appendix = char.IsAsciiLetterUpper(parts[0][0]);
        return (
            [
                .. parts.Select(part =>
                    char.IsAsciiLetterUpper(part[0]) ? part[0] - 'A' + 1 : int.Parse(part, CultureInfo.InvariantCulture)
                ),
            ],
            appendix
        );
    }

    // "O(n2 · d)" of a table is no title.
    private static bool HasWord(string title)
    {
        var run = 0;
        foreach (var c in title)
        {
            run = char.IsLetter(c) ? run + (char.IsAsciiLetter(c) ? 1 : 2) : 0;
            if (run >= 4)
                return true;
        }
        return false;
    }

    private static bool IsSentence(string line) =>
        line[^1] is '.' or ',' or ';' or '。' or '，' && line.Contains(' ', StringComparison.Ordinal);

    [GeneratedRegex(
        @"^(?<number>(?:[1-9]\d?|[A-H])(?:\.[1-9]\d?){0,3})\.?\s+(?<title>[\p{Lu}\p{Lo}0-9“(].*)$",
        RegexOptions.CultureInvariant,
        Milliseconds
    )]
    private static partial Regex Numbered();

    [GeneratedRegex(
        @"^(?:Abstract|Introduction|Acknowledge?ments?|References|Bibliography|Conclusions?|Appendix|摘要|引言|结论|参考文献|致谢)[.:—]?$",
        RegexOptions.CultureInvariant | RegexOptions.IgnoreCase,
        Milliseconds
    )]
    private static partial Regex Known();
}
