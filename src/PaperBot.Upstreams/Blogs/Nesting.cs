using System.Collections.Frozen;

namespace PaperBot.Upstreams.Blogs;

/// <summary>
/// How deep a page is nested, seen before it is parsed: a tree of a hundred thousand levels takes a parser minutes, and
/// whoever walks it the stack. Browsers keep 512 levels.
/// </summary>
internal static class Nesting
{
    /// <summary>Deeper pages are not parsed.</summary>
    public const int Deepest = 512;

    // Elements without an end, and those that the next one of their kind ends.
    private static readonly FrozenSet<string> Unnested = """
        area base br col embed hr img input link meta source track wbr param
        p li dt dd tr td th thead tbody tfoot colgroup option optgroup rt rp rb html head body
        """.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries).ToFrozenSet(StringComparer.OrdinalIgnoreCase);

    private static readonly FrozenSet<string> Texts = new[]
    {
        "script",
        "style",
        "textarea",
        "title",
        "template",
    }.ToFrozenSet(StringComparer.OrdinalIgnoreCase);

    public static bool IsTooDeep(string page)
    {
        var unnested = Unnested.GetAlternateLookup<ReadOnlySpan<char>>();
        var texts = Texts.GetAlternateLookup<ReadOnlySpan<char>>();
        var (depth, at) = (0, 0);
        while ((at = page.IndexOf('<', at)) >= 0)
        {
            var rest = page.AsSpan(at + 1);
            if (rest.StartsWith("!--"))
            {
                at = After(page, "-->", at);
                continue;
            }
            var isEnd = rest.StartsWith("/");
            var name = Name(rest[(isEnd ? 1 : 0)..]);
            at++;
            if (name.IsEmpty || unnested.Contains(name))
                continue;
            if (isEnd)
                depth = Math.Max(0, depth - 1);
            else if (texts.Contains(name))
                at = After(page, $"</{name}", at);
            else if (++depth > Deepest)
                return true;
        }
        return false;
    }

    private static ReadOnlySpan<char> Name(ReadOnlySpan<char> text)
    {
        var end = 0;
        while (end < text.Length && (char.IsAsciiLetterOrDigit(text[end]) || text[end] == '-'))
            end++;
        return end > 0 && char.IsAsciiLetter(text[0]) ? text[..end] : [];
    }

    // Where nothing ends it, the rest is text.
    private static int After(string page, string end, int at) =>
        page.IndexOf(end, at, StringComparison.OrdinalIgnoreCase) is var found and >= 0
            ? found + end.Length
            : page.Length;
}
