using System.Buffers;

namespace PaperBot.Core.Papers;

public readonly partial record struct ArxivId
{
    private const int LongestInput = 500;

    private static readonly SearchValues<char> Invisible = SearchValues.Create(
        "\u00ad\u200b\u200c\u200d\u200e\u200f\u202a\u202b\u202c\u202d\u202e\u2060\u2066\u2067\u2068\u2069\ufeff"
    );

    /// <summary>
    /// Reads one identifier and nothing else: bare, behind <c>arXiv:</c>, as a DOI, as a link of arXiv or of a reader
    /// of arXiv, as the stamp on a paper's first page. What arXiv's own pages let pass (<c>/0708.1234</c>,
    /// <c>hep-th/9901001/extra</c>, a number with one digit too many or too few) passes here.
    /// </summary>
    public static bool TryParse(string? text, out ArxivId id)
    {
        id = default;
        if (text is null || text.Length > LongestInput)
            return false;
        var bare = Bare(Fold(text));
        if (ArxivIdLink.Measure(bare, out _) is > 0 and var link)
            return link == bare.Length && ArxivIdLink.TryRead(bare, out id);
        bare = WithoutDoiScheme(bare).TrimStart('/');
        if (
            !ArxivIdPrefix.TryReadDoi(bare, out var found, out var length)
            && !ArxivIdPrefix.TryReadPrefixed(bare, out found, out length)
            && !ArxivIdNumber.TryRead(bare, out found, out length)
        )
            return false;
        if (!IsTail(bare[length..]))
            return false;
        id = found;
        return true;
    }

    /// <summary>Reads one identifier and nothing else.</summary>
    /// <exception cref="FormatException">The text is not an identifier.</exception>
    public static ArxivId Parse(string text) =>
        TryParse(text, out var id) ? id : throw new FormatException("The text is not an arXiv identifier.");

    /// <summary>
    /// True for a text that can only be meant as one identifier, valid or not: <c>9999.99999999</c>, <c>math/1234567</c>.
    /// Such a text is never a search for a title.
    /// </summary>
    public static bool LooksLikeOne(string? text)
    {
        if (text is null || text.Length > LongestInput)
            return false;
        if (TryParse(text, out _))
            return true;
        var bare = Bare(Fold(text));
        if (ArxivIdLink.Measure(bare, out var isKnown) is > 0 and var link)
            return link == bare.Length && (isKnown || HasOne(bare));
        bare = WithoutDoiScheme(bare).TrimStart('/');
        return ArxivIdPrefix.IsDoi(bare) || ArxivIdShape.Fits(bare[ArxivIdPrefix.Measure(bare)..]);
    }

    /// <summary>
    /// Every identifier in a text, in order, repeated ones too. Takes time in proportion to the text's length; links
    /// of other sites and other publishers' DOIs are passed over.
    /// </summary>
    /// <param name="text">Any text.</param>
    /// <param name="most">Stops after so many.</param>
    public static IReadOnlyList<ArxivIdText> FindAll(string? text, int most = int.MaxValue)
    {
        var found = new List<ArxivIdText>();
        var rest = text is null ? "" : Fold(text, keepLength: true);
        for (var i = 0; i < rest.Length && found.Count < most; )
        {
            var ahead = rest.AsSpan(i);
            if (i > 0 && IsInside(rest[i - 1]))
            {
                i++;
                continue;
            }

            var link = ArxivIdLink.Measure(ahead, out _);
            if (TryFind(ahead, link, out var id, out var length))
                found.Add(new(id, i, length));
            i += Math.Max(1, Math.Max(link, length));
        }

        return found;
    }

    private static bool TryFind(ReadOnlySpan<char> text, int link, out ArxivId id, out int length)
    {
        length = link;
        if (link > 0)
            return ArxivIdLink.TryRead(text[..link], out id);
        var ok =
            ArxivIdPrefix.TryReadDoi(text, out id, out length)
            || ArxivIdPrefix.TryReadPrefixed(text, out id, out length)
            || (ArxivIdNumber.TryRead(text, out id, out length) && !ContinuesNumber(text[length..]));
        if (!ok)
            length = 0;
        return ok;
    }

    /// <summary>Full-width letters, digits and marks as of a phone keyboard become ASCII, invisible marks go.</summary>
    private static string Fold(string text, bool keepLength = false)
    {
        if (!text.AsSpan().ContainsAnyExceptInRange(' ', '~'))
            return text;
        var folded = new char[text.Length];
        var length = 0;
        foreach (var c in text)
        {
            if (!keepLength && Invisible.Contains(c))
                continue;
            // Chinese commas and full stops separate; as ASCII they could belong to a link.
            folded[length++] = c is '，' or '；' or '！' or '？' ? c : HalfWidth.Of(c);
        }

        return new(folded, 0, length);
    }

    /// <summary>Without the brackets, quotation marks and full stops around it.</summary>
    private static ReadOnlySpan<char> Bare(string text) =>
        text.AsSpan().Trim().TrimStart("<([\"'`“‘《【").TrimEnd(">)\"'`”’》】.,;!?，；！？。").Trim();

    private static ReadOnlySpan<char> WithoutDoiScheme(ReadOnlySpan<char> text) =>
        text.StartsWith("doi:", StringComparison.OrdinalIgnoreCase) ? text[4..].TrimStart() : text;

    /// <summary>What may follow: nothing, <c>.pdf</c>, more of a path, or the rest of the stamp on a first page.</summary>
    private static bool IsTail(ReadOnlySpan<char> tail)
    {
        if (tail.IsEmpty || tail.Equals(".pdf", StringComparison.OrdinalIgnoreCase))
            return true;
        if (tail[0] == '/')
            return !tail.Contains(' ');
        return tail[0] == ' ' && IsStamp(tail.Trim());
    }

    private static bool IsStamp(ReadOnlySpan<char> text)
    {
        if (text is ['[', ..])
        {
            var end = text.IndexOf(']');
            // The closing bracket may have been trimmed as one around the whole.
            text = end < 0 ? [] : text[(end + 1)..].TrimStart();
        }

        return text.IsEmpty
            || text.Length <= 11
                && DateOnly.TryParseExact(
                    text,
                    "d MMM yyyy",
                    System.Globalization.CultureInfo.InvariantCulture,
                    System.Globalization.DateTimeStyles.None,
                    out _
                );
    }

    private static bool IsInside(char before) =>
        char.IsAsciiLetterOrDigit(before) || before is '_' or '.' or '/' or '-' or '@' or '=' or '%';

    /// <summary>True for <c>1234.5678.9</c>, which is a version or an amount, not an identifier.</summary>
    private static bool ContinuesNumber(ReadOnlySpan<char> rest) => rest is ['.', >= '0' and <= '9', ..] or ['%', ..];

    private static bool HasOne(ReadOnlySpan<char> address)
    {
        for (var i = 0; i < address.Length; i++)
        {
            if (address[i] == '/' && ArxivIdNumber.TryRead(address[(i + 1)..], out _, out _))
                return true;
        }

        return false;
    }
}
