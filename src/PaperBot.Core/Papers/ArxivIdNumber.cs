using System.Collections.Frozen;
using System.Globalization;

namespace PaperBot.Core.Papers;

/// <summary>
/// The identifier itself, without prefix or link, at the beginning of a text. Source: arXiv's "Understanding the arXiv
/// identifier" and "… for services".
/// </summary>
internal static class ArxivIdNumber
{
    private const int FirstNewMonth = 704;
    private const int FirstFiveDigitMonth = 1501;
    private const int LongestArchive = 8;
    private const int LongestSubject = 10;
    private const int LongestVersion = 4;

    /// <summary>The archives that had numbers of their own until March 2007.</summary>
    public static FrozenSet<string> Archives { get; } =
        new[]
        {
            "acc-phys",
            "adap-org",
            "alg-geom",
            "ao-sci",
            "astro-ph",
            "atom-ph",
            "bayes-an",
            "chao-dyn",
            "chem-ph",
            "cmp-lg",
            "comp-gas",
            "cond-mat",
            "cs",
            "dg-ga",
            "funct-an",
            "gr-qc",
            "hep-ex",
            "hep-lat",
            "hep-ph",
            "hep-th",
            "math",
            "math-ph",
            "mtrl-th",
            "nlin",
            "nucl-ex",
            "nucl-th",
            "patt-sol",
            "physics",
            "plasm-ph",
            "q-alg",
            "q-bio",
            "quant-ph",
            "solv-int",
            "supr-con",
        }.ToFrozenSet(StringComparer.OrdinalIgnoreCase);

    /// <summary>Reads an identifier that <paramref name="text"/> begins with and that ends at a word boundary.</summary>
    public static bool TryRead(ReadOnlySpan<char> text, out ArxivId id, out int length)
    {
        id = default;
        length = 0;
        if (text.IsEmpty)
            return false;
        var ok = char.IsAsciiDigit(text[0])
            ? TryReadNew(text, out var paper, out length)
            : TryReadOld(text, out paper, out length);
        if (!ok || !TryReadVersion(text[length..], out var version, out var versionLength))
            return false;
        length += versionLength;
        id = new(paper, version);
        return EndsAt(text, length);
    }

    private static bool TryReadNew(ReadOnlySpan<char> text, out string paper, out int length)
    {
        paper = "";
        length = 0;
        if (Digits(text) != 4 || text.Length < 9 || text[4] != '.' || !IsMonth(text[..4], out var month))
            return false;
        var digits = Digits(text[5..]);
        if (month < FirstNewMonth || digits is not (4 or 5))
            return false;
        var number = Number(text.Slice(5, digits));
        if (number == 0)
            return false;
        // arXiv writes four digits until 1412 and five from 1501; both are accepted for either, as Cool Papers does.
        paper =
            month >= FirstFiveDigitMonth || number > 9999
                ? string.Create(CultureInfo.InvariantCulture, $"{text[..4]}.{number:00000}")
                : string.Create(CultureInfo.InvariantCulture, $"{text[..4]}.{number:0000}");
        length = 5 + digits;
        return true;
    }

    private static bool TryReadOld(ReadOnlySpan<char> text, out string paper, out int length)
    {
        paper = "";
        length = Letters(text, LongestArchive + 1);
        if (!Archives.GetAlternateLookup<ReadOnlySpan<char>>().TryGetValue(text[..length], out var archive))
            return false;
        var rest = text[length..];
        if (rest is ['.', ..])
        {
            var subject = Letters(rest[1..], LongestSubject + 1);
            if (subject is < 2 or > LongestSubject)
                return false;
            length += subject + 1;
            rest = text[length..];
        }

        var slashes = 0;
        while (slashes < rest.Length && slashes < 3 && rest[slashes] == '/')
            slashes++;
        rest = rest[slashes..];
        if (slashes == 0 || Digits(rest) != 7 || !IsMonth(rest[..4], out var month) || !IsOld(month))
            return false;
        if (Number(rest[4..7]) == 0)
            return false;
        length += slashes + 7;
        paper = $"{archive}/{rest[..7]}";
        return true;
    }

    private static bool TryReadVersion(ReadOnlySpan<char> text, out int? version, out int length)
    {
        version = null;
        length = 0;
        if (text is not ['v' or 'V', ..])
            return true;
        var digits = Digits(text[1..]);
        if (digits is 0 or > LongestVersion || text[1] == '0')
            return false;
        version = Number(text.Slice(1, digits));
        length = 1 + digits;
        return true;
    }

    private static bool EndsAt(ReadOnlySpan<char> text, int length) =>
        length == text.Length || !(char.IsAsciiLetterOrDigit(text[length]) || text[length] == '_');

    private static bool IsMonth(ReadOnlySpan<char> digits, out int month)
    {
        month = Number(digits);
        return month % 100 is >= 1 and <= 12;
    }

    private static bool IsOld(int month) => month is >= 9101 or < FirstNewMonth;

    private static int Digits(ReadOnlySpan<char> text)
    {
        var end = text.IndexOfAnyExceptInRange('0', '9');
        return end < 0 ? text.Length : end;
    }

    private static int Letters(ReadOnlySpan<char> text, int most)
    {
        var length = 0;
        while (length < most && length < text.Length && (char.IsAsciiLetter(text[length]) || text[length] == '-'))
            length++;
        return length;
    }

    private static int Number(ReadOnlySpan<char> digits) =>
        int.Parse(digits, NumberStyles.None, CultureInfo.InvariantCulture);
}
