namespace PaperBot.Core.Papers;

/// <summary>Identifiers behind <c>arXiv:</c> and arXiv's own DOIs (<c>10.48550/arXiv.…</c>).</summary>
internal static class ArxivIdPrefix
{
    private const string Word = "arxiv";
    private const string Doi = "10.48550/";

    /// <summary>Reads <c>10.48550/arXiv.1706.03762</c> at the beginning of the text.</summary>
    public static bool TryReadDoi(ReadOnlySpan<char> text, out ArxivId id, out int length)
    {
        id = default;
        length = 0;
        if (!IsDoi(text))
            return false;
        length = Doi.Length + Word.Length + 1;
        if (!ArxivIdNumber.TryRead(text[length..], out id, out var number))
            return false;
        length += number;
        return true;
    }

    /// <summary>Reads <c>arXiv:1706.03762</c> at the beginning of the text, also with white space for the colon.</summary>
    public static bool TryReadPrefixed(ReadOnlySpan<char> text, out ArxivId id, out int length)
    {
        id = default;
        length = Measure(text);
        if (length == 0 || !ArxivIdNumber.TryRead(text[length..], out id, out var number))
            return false;
        length += number;
        return true;
    }

    /// <summary>True when the text begins with the beginning of one of arXiv's DOIs.</summary>
    public static bool IsDoi(ReadOnlySpan<char> text) =>
        text.StartsWith(Doi, StringComparison.Ordinal)
        && text[Doi.Length..].StartsWith(Word, StringComparison.OrdinalIgnoreCase)
        && text.Length > Doi.Length + Word.Length
        && text[Doi.Length + Word.Length] is '.' or ':';

    /// <summary>How long <c>arXiv:</c> and the white space behind it are; 0 when the text begins otherwise.</summary>
    public static int Measure(ReadOnlySpan<char> text)
    {
        if (!text.StartsWith(Word, StringComparison.OrdinalIgnoreCase))
            return 0;
        var length = Word.Length;
        while (length < text.Length && length < Word.Length + 8 && text[length] is ':' or '.' or '#' or ' ' or '\t')
            length++;
        return length == Word.Length ? 0 : length;
    }
}
