using System.Buffers;

namespace PaperBot.Core.Papers;

/// <summary>Texts that have the form of an identifier whether or not arXiv could ever give it out.</summary>
internal static class ArxivIdShape
{
    private static readonly SearchValues<char> Letters = SearchValues.Create(
        "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz-"
    );

    /// <summary>True when the whole text has the form.</summary>
    public static bool Fits(ReadOnlySpan<char> text)
    {
        text = text.TrimEnd('/');
        if (text.EndsWith(".pdf", StringComparison.OrdinalIgnoreCase))
            text = text[..^4];
        return FitsNew(text) || FitsOld(text);
    }

    /// <summary><c>9999.99999999</c>, <c>230510822</c>, <c>2403.16594v</c>.</summary>
    private static bool FitsNew(ReadOnlySpan<char> text)
    {
        text = WithoutVersion(text);
        var dot = text.IndexOf('.');
        return dot < 0
            ? text.Length is 8 or 9 && IsDigits(text)
            : dot is 4 && text.Length > 5 && IsDigits(text[..dot]) && IsDigits(text[(dot + 1)..]);
    }

    /// <summary><c>math/1234567</c>, <c>foo/9901001</c>, <c>hep-th/1</c>.</summary>
    private static bool FitsOld(ReadOnlySpan<char> text)
    {
        var slash = text.IndexOf('/');
        if (slash <= 0)
            return false;
        var name = text[..slash];
        var number = WithoutVersion(text[(slash + 1)..]);
        var dot = name.IndexOf('.');
        var archive = dot < 0 ? name : name[..dot];
        if (number.IsEmpty || !IsDigits(number))
            return false;
        return ArxivIdNumber.Archives.GetAlternateLookup<ReadOnlySpan<char>>().Contains(archive)
            || number.Length is >= 6 and <= 8 && !archive.ContainsAnyExcept(Letters);
    }

    private static ReadOnlySpan<char> WithoutVersion(ReadOnlySpan<char> text)
    {
        var v = text.LastIndexOfAny('v', 'V');
        return v > 0 && IsDigits(text[(v + 1)..]) ? text[..v] : text;
    }

    private static bool IsDigits(ReadOnlySpan<char> text) => !text.ContainsAnyExceptInRange('0', '9');
}
