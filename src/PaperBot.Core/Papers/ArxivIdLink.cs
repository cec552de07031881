namespace PaperBot.Core.Papers;

/// <summary>Addresses that stand for a paper: arXiv's own pages and those of well-known readers of arXiv.</summary>
internal static class ArxivIdLink
{
    private const int LongestHost = 60;
    private const string Ends = "<>\"'`()[]{}|\\";

    // People separate links by commas without a space, and no identifier has one.
    private const string EndsList = Ends + ",;";

    private static readonly string[] Hosts =
    [
        "arxiv.org",
        "ar5iv.org",
        "alphaxiv.org",
        "papers.cool",
        "huggingface.co",
        "hf.co",
        "doi.org",
        "scirate.com",
        "semanticscholar.org",
    ];

    /// <summary>How long an address at the beginning of the text is; 0 when there is none.</summary>
    /// <param name="text">Where to look.</param>
    /// <param name="isKnown">True when its host is one that names papers by arXiv's identifiers.</param>
    public static int Measure(ReadOnlySpan<char> text, out bool isKnown)
    {
        var rest = AfterScheme(text, out var scheme);
        isKnown = HasKnownHost(rest, out var host);
        if (scheme == 0 && !isKnown)
            return 0;
        return scheme + host + Extent(rest[host..], isKnown ? EndsList : Ends);
    }

    /// <summary>Reads the identifier in the path of an address of a known host.</summary>
    public static bool TryRead(ReadOnlySpan<char> address, out ArxivId id)
    {
        id = default;
        var rest = AfterScheme(address, out _);
        if (!HasKnownHost(rest, out var host))
            return false;
        rest = rest[host..];
        var end = rest.IndexOfAny("?#");
        var path = end < 0 ? rest : rest[..end];
        if (path.Contains('%'))
            path = Uri.UnescapeDataString(path.ToString());
        while (!path.IsEmpty)
        {
            path = path[1..];
            if (ArxivIdPrefix.TryReadDoi(path, out id, out _))
                return true;
            if (ArxivIdNumber.TryRead(path, out id, out var length) && IsEnd(path[length..]))
                return true;
            var slash = path.IndexOf('/');
            path = slash < 0 ? [] : path[slash..];
        }

        id = default;
        return false;
    }

    private static bool IsEnd(ReadOnlySpan<char> rest) =>
        rest is [] or ['/', ..]
        || rest.Equals(".pdf", StringComparison.OrdinalIgnoreCase)
        || rest.TrimEnd(".,;:!?*_~…").IsEmpty;

    private static ReadOnlySpan<char> AfterScheme(ReadOnlySpan<char> text, out int length)
    {
        length =
            text.StartsWith("https://", StringComparison.OrdinalIgnoreCase) ? 8
            : text.StartsWith("http://", StringComparison.OrdinalIgnoreCase) ? 7
            : 0;
        return text[length..];
    }

    private static bool HasKnownHost(ReadOnlySpan<char> text, out int length)
    {
        length = 0;
        while (length < text.Length && length <= LongestHost && IsOfHost(text[length]))
            length++;
        if (length == text.Length || length > LongestHost || text[length] is not ('/' or '?' or '#'))
            return false;
        var host = text[..length];
        foreach (var known in Hosts)
        {
            if (!host.EndsWith(known, StringComparison.OrdinalIgnoreCase))
                continue;
            if (host.Length == known.Length || host[^(known.Length + 1)] == '.')
                return true;
        }

        return false;
    }

    private static bool IsOfHost(char c) => char.IsAsciiLetterOrDigit(c) || c is '.' or '-';

    /// <summary>Up to white space, a mark in <paramref name="ends"/>, or a character outside ASCII.</summary>
    private static int Extent(ReadOnlySpan<char> text, string ends)
    {
        var i = 0;
        while (i < text.Length && text[i] is > ' ' and < '\u007f' && !ends.Contains(text[i], StringComparison.Ordinal))
            i++;
        return i;
    }
}
