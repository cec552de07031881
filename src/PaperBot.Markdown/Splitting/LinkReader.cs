namespace PaperBot.Markdown.Splitting;

/// <summary>Measures links in source text, so that none is cut.</summary>
internal static class LinkReader
{
    private const int LongestLabel = 1_000;
    private const int LongestAddress = 2_000;

    /// <summary>The length of <c>[…](…)</c> or <c>[…][…]</c> at a bracket; 0: it is none.</summary>
    public static int Link(string text, int at, IReadOnlyDictionary<int, int> spanEnds)
    {
        var label = Bracketed(text, at, '[', ']', LongestLabel, spanEnds);
        if (label == 0)
            return 0;
        var end = at + label;
        var tail =
            end >= text.Length ? 0
            : text[end] == '(' ? Destination(text, end, spanEnds)
            : text[end] == '[' ? Bracketed(text, end, '[', ']', LongestLabel, spanEnds)
            : 0;
        return tail == 0 ? 0 : label + tail;
    }

    /// <summary>The length of <c>&lt;scheme:…&gt;</c>; 0: it is none.</summary>
    public static int Autolink(string text, int at)
    {
        var rest = text.AsSpan(at, Math.Min(LongestAddress, text.Length - at));
        var end = rest.IndexOf('>');
        return end > 0 && rest[..end].IndexOf(':') > 0 && rest[..end].IndexOfAny(" \t\n") < 0 ? end + 1 : 0;
    }

    /// <summary>The length of a bare address; 0: it is none.</summary>
    public static int Address(string text, int at)
    {
        var rest = text.AsSpan(at, Math.Min(LongestAddress, text.Length - at));
        if (!rest.StartsWith("http://") && !rest.StartsWith("https://"))
            return 0;
        var end = 0;
        while (end < rest.Length && char.IsAscii(rest[end]) && rest[end] > ' ' && rest[end] is not ('<' or '>' or '`'))
            end++;
        return end;
    }

    private static int Destination(string text, int at, IReadOnlyDictionary<int, int> spanEnds)
    {
        if (at + 1 < text.Length && text[at + 1] == '<')
        {
            var close = text.IndexOf('>', at, Math.Min(LongestAddress, text.Length - at));
            if (close > 0 && close + 1 < text.Length && text[close + 1] == ')')
                return close + 2 - at;
        }
        return Bracketed(text, at, '(', ')', LongestAddress, spanEnds);
    }

    private static int Bracketed(
        string text,
        int at,
        char open,
        char close,
        int longest,
        IReadOnlyDictionary<int, int> spanEnds
    )
    {
        var depth = 0;
        var last = Math.Min(text.Length, at + longest);
        for (var i = at; i < last; i++)
        {
            if (spanEnds.TryGetValue(i, out var end))
                i = end - 1;
            else if (text[i] == '\\')
                i++;
            else if (text[i] == open)
                depth++;
            else if (text[i] == close && --depth == 0)
                return i + 1 - at;
            else if (text[i] == '\n' && i + 1 < last && text[i + 1] == '\n')
                return 0;
        }
        return 0;
    }
}
