using System.Globalization;
using System.Text;
using PaperBot.Core.Papers;

namespace PaperBot.Handlers.Papers.Citing;

/// <summary>
/// Keys in the form <c>vaswani2017attention</c>: family name, year, first telling word of the title, in ASCII. Papers
/// of one list that would share a key all get their identifier behind it, so that a key does not depend on the order.
/// </summary>
internal static class BibtexKey
{
    private static readonly HashSet<string> Fillers =
    [
        "a",
        "an",
        "the",
        "on",
        "of",
        "in",
        "for",
        "to",
        "and",
        "at",
        "by",
        "with",
        "from",
        "some",
        "is",
        "are",
        "its",
    ];

    /// <summary>The keys of a list, each once, in the list's order.</summary>
    public static IReadOnlyList<string> For(IReadOnlyList<Paper> papers)
    {
        var plain = papers.Select(Of).ToList();
        var counts = plain.GroupBy(key => key).ToDictionary(group => group.Key, group => group.Count());
        return [.. papers.Select((paper, i) => counts[plain[i]] == 1 ? plain[i] : $"{plain[i]}-{Tail(paper)}")];
    }

    private static string Of(Paper paper)
    {
        var family = paper.Authors.Count == 0 ? "" : Ascii(Shortest(PersonName.Of(paper.Authors[0].Name)));
        var year = paper.SubmittedAt?.UtcDateTime.Year.ToString(CultureInfo.InvariantCulture) ?? "";
        var words = MathParts.Of(paper.Title).Where(part => !part.IsMath).SelectMany(part => Split(part.Part));
        var word = words.FirstOrDefault(word => word.Length > 1 && !Fillers.Contains(word)) ?? "";
        var key = family + year + word;
        return family.Length == 0 || word.Length == 0 ? $"{key}-{Tail(paper)}".TrimStart('-') : key;
    }

    private static string Shortest(PersonName name)
    {
        if (!name.IsWhole)
            return name.Family;
        var words = name.Family.Split(' ').Where(word => !word.Equals("the", StringComparison.OrdinalIgnoreCase));
        return words.FirstOrDefault() ?? "";
    }

    private static string Tail(Paper paper) => paper.VersionedId.ToString().Replace('/', '-');

    private static IEnumerable<string> Split(string text) =>
        text.Split([' ', '\t', '-', '–', '—', '/', ':', ',', '\'', '’'], StringSplitOptions.RemoveEmptyEntries)
            .Select(Ascii)
            .Where(word => word.Length > 0);

    /// <summary>Lower-case ASCII letters and digits: accents dropped, other scripts left out.</summary>
    private static string Ascii(string text)
    {
        var ascii = new StringBuilder(text.Length);
        foreach (var c in Words.Whole(text).Normalize(NormalizationForm.FormD))
            ascii.Append(
                c switch
                {
                    'ß' => "ss",
                    'æ' or 'Æ' => "ae",
                    'œ' or 'Œ' => "oe",
                    'ø' or 'Ø' => "o",
                    'ł' or 'Ł' => "l",
                    'đ' or 'Đ' => "d",
                    'ı' => "i",
                    _ when char.IsAsciiLetterOrDigit(c) => char.ToLowerInvariant(c).ToString(),
                    _ => "",
                }
            );
        return ascii.ToString();
    }
}
