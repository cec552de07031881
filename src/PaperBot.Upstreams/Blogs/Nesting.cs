using System.Collections.Frozen;

namespace PaperBot.Upstreams.Blogs;

/// <summary>
/// What a page would cost a parser, seen before it is parsed: blocks inside of blocks take the square of their number
/// (40,000 levels a minute and a half), and formatting that is never closed is opened anew in every block behind it.
/// </summary>
internal static class Nesting
{
    /// <summary>Pages whose blocks stand deeper are not parsed; browsers draw no deeper ones.</summary>
    public const int Deepest = 512;

    // So many elements may come of formatting that is opened anew.
    private const int MostReopened = 1_000_000;

    private static readonly FrozenSet<string> Blocks = Set(
        """
        address article aside blockquote button center details dialog dir div dl fieldset figcaption figure footer form
        h1 h2 h3 h4 h5 h6 header hgroup listing main marquee menu nav object ol pre section summary table ul
        """
    );

    private static readonly FrozenSet<string> Formatting = Set(
        "a b big code em font i nobr s small strike strong tt u"
    );

    // A block begins, or another one of its kind.
    private static readonly FrozenSet<string> Parts = Set("p li dt dd td th tr caption option");

    private static readonly FrozenSet<string> Texts = Set("script style textarea title");

    public static bool IsTooDeep(string page)
    {
        var (blocks, formatting) = (Of(Blocks), Of(Formatting));
        var (parts, texts) = (Of(Parts), Of(Texts));
        var (depth, open, reopened, at) = (0, 0, 0L, 0);
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
            if (name.IsEmpty)
                continue;
            var isBlock = blocks.Contains(name);
            if (isBlock)
                depth = isEnd ? Math.Max(0, depth - 1) : depth + 1;
            else if (formatting.Contains(name))
                open = isEnd ? Math.Max(0, open - 1) : open + 1;
            if (isEnd)
                continue;
            if (isBlock || parts.Contains(name))
                reopened += open;
            else if (texts.Contains(name))
                at = After(page, $"</{name}", at);
            if (depth > Deepest || reopened > MostReopened)
                return true;
        }
        return false;
    }

    private static FrozenSet<string> Set(string names) =>
        names.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries).ToFrozenSet(StringComparer.OrdinalIgnoreCase);

    private static FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> Of(FrozenSet<string> names) =>
        names.GetAlternateLookup<ReadOnlySpan<char>>();

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
