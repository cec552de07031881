using System.Globalization;
using System.Text;

namespace PaperBot.Handlers.Papers.Citing;

/// <summary>
/// GB/T 7714-2015, the form for electronic resources: authors (three, then "et al."), title[EB/OL], the date of the
/// version in parentheses, the day of access in brackets, address.
/// </summary>
internal sealed class GbtFormat(TimeProvider clock) : ICitationFormat
{
    private const int MostAuthors = 3;

    public string Name => "gbt7714";

    public string Extension => "txt";

    public string MediaType => "text/plain";

    public IReadOnlyList<string> Write(IReadOnlyList<Citation> citations) =>
        [.. citations.Select((citation, i) => Entry(citation, citations.Count > 1 ? i + 1 : null))];

    private string Entry(Citation citation, int? number)
    {
        var paper = citation.Paper;
        var text = new StringBuilder();
        if (number is not null)
            text.Append(CultureInfo.InvariantCulture, $"[{number}] ");
        if (citation.Authors.Count > 0)
            text.Append(Authors(citation.Authors)).Append(". ");
        text.Append(PaperText.Unstyled(paper.Title).TrimEnd('.', '。')).Append("[EB/OL]. ");
        if ((paper.UpdatedAt ?? paper.SubmittedAt) is { } date)
            text.Append(CultureInfo.InvariantCulture, $"({date.UtcDateTime:yyyy-MM-dd})");
        text.Append(CultureInfo.InvariantCulture, $"[{clock.GetUtcNow():yyyy-MM-dd}]. {citation.Address.AbsoluteUri}.");
        if (paper.Doi is { Length: > 0 } doi)
            text.Append(CultureInfo.InvariantCulture, $" DOI:{doi}.");
        return text.ToString();
    }

    private static string Authors(IReadOnlyList<PersonName> authors)
    {
        var named = string.Join(", ", authors.Take(MostAuthors).Select(Author));
        var others = authors[0].IsEastAsian ? ", 等" : ", et al";
        return authors.Count > MostAuthors ? named + others : named;
    }

    private static string Author(PersonName name)
    {
        if (name.IsWhole)
            return name.Family;
        var family = name.Family.ToUpperInvariant();
        string[] parts = [family, name.Initials];
        var author = string.Join(' ', parts.Where(part => part.Length > 0));
        return name.Suffix.Length > 0 ? $"{author}, {name.Suffix}" : author;
    }
}
