using System.Text;
using PaperBot.Search.Analysis;

namespace PaperBot.Search.Query;

/// <summary>
/// Reads what somebody typed. Every text is a question; what looks like a filter and is none (<c>from:</c> with a word
/// that is no date) is text. Nothing of FTS5's own language has a meaning here.
/// </summary>
internal static class QueryParser
{
    /// <summary>More characters are left out.</summary>
    public const int Longest = 1_000;

    /// <summary>More phrases, exclusions, tags or sources are left out.</summary>
    public const int MostParts = 16;

    // As the commands' parameters are called, in both languages.
    private static readonly (string Written, string Name)[] Filters =
    [
        ("tag", "tag"),
        ("标签", "tag"),
        ("in", "in"),
        ("博客", "in"),
        ("from", "from"),
        ("从", "from"),
        ("to", "to"),
        ("到", "to"),
    ];

    private const string Opening = "\"“「『";
    private const string Closing = "\"”」』";

    public static SearchQuery Parse(string typed)
    {
        var text = Cut(typed);
        var (plain, phrases, without) = (new StringBuilder(), new List<string>(), new List<string>());
        var (tags, sources) = (new List<string>(), new List<string>());
        var words = false;
        DateOnly? from = null;
        DateOnly? to = null;
        for (var at = 0; at < text.Length; )
        {
            if (char.IsWhiteSpace(text[at]))
            {
                plain.Append(' ');
                at++;
                continue;
            }
            var minus = text[at] is '-' or '－' or '−' && at + 1 < text.Length && !char.IsWhiteSpace(text[at + 1]);
            var (name, start) = minus ? ("", at + 1) : Prefix(text, at);
            var (value, quoted, end) = Value(text, start);
            var written = text[at..start];
            at = Math.Max(end, at + 1);
            if (minus && value.Any(char.IsLetterOrDigit))
                Add(without, value);
            else if (name == "tag" && value.Length > 0)
                Add(tags, Folding.Fold(value).Trim());
            else if (name == "in" && value.Length > 0)
                Add(sources, Folding.Fold(value).Trim());
            else if (name == "from" && DayRange.TryRead(value.Trim(), out var range))
                from = range.First;
            else if (name == "to" && DayRange.TryRead(value.Trim(), out range))
                to = range.Last;
            else if (quoted && name.Length == 0 && value.Any(char.IsLetterOrDigit))
            {
                Add(phrases, value);
                plain.Append(' ').Append(value).Append(' ');
            }
            else
            {
                plain.Append(name.Length > 0 ? written : "").Append(value);
                words |= value.Any(char.IsLetterOrDigit);
            }
        }
        return new()
        {
            Text = plain.ToString().Trim(),
            Phrases = phrases,
            HasWords = words,
            Without = without,
            Tags = tags,
            Sources = sources,
            From = from,
            To = to,
        };
    }

    private static string Cut(string typed)
    {
        if (typed.Length <= Longest)
            return typed;
        return char.IsHighSurrogate(typed[Longest - 1]) ? typed[..(Longest - 1)] : typed[..Longest];
    }

    private static void Add(List<string> list, string value)
    {
        if (list.Count < MostParts && value.Length > 0)
            list.Add(value);
    }

    // tag:, in:, from:, to: and their Chinese names with a half or full width colon.
    private static (string Name, int Start) Prefix(string text, int at)
    {
        foreach (var (written, name) in Filters)
            if (
                string.Compare(text, at, written, 0, written.Length, StringComparison.OrdinalIgnoreCase) == 0
                && at + written.Length < text.Length
                && text[at + written.Length] is ':' or '：'
            )
                return (name, at + written.Length + 1);
        return ("", at);
    }

    // A quotation without an end is a word like any other.
    private static (string Value, bool Quoted, int End) Value(string text, int start)
    {
        if (start >= text.Length)
            return ("", false, start);
        var mark = Opening.IndexOf(text[start], StringComparison.Ordinal);
        if (mark >= 0 && text.IndexOf(Closing[mark], start + 1) is var close && close > start)
            return (text[(start + 1)..close], true, close + 1);
        var end = start + 1;
        while (
            end < text.Length && !char.IsWhiteSpace(text[end]) && !Opening.Contains(text[end], StringComparison.Ordinal)
        )
            end++;
        return (text[start..end], false, end);
    }
}
