using System.Globalization;
using System.Text;

namespace PaperBot.Handlers.Papers.Citing;

/// <summary>
/// BibTeX. A paper whose journal is known is an <c>@article</c> (<c>@inproceedings</c> for a conference), else
/// <c>@misc</c>; all carry <c>eprint</c>, <c>archivePrefix</c> and <c>primaryClass</c>.
/// </summary>
internal sealed class BibtexFormat : ICitationFormat
{
    private const int MostAuthors = 500;

    public string Name => "bibtex";

    public string Extension => "bib";

    public string MediaType => "application/x-bibtex";

    public IReadOnlyList<string> Write(IReadOnlyList<Citation> citations)
    {
        var keys = BibtexKey.For([.. citations.Select(citation => citation.Paper)]);
        return [.. citations.Select((citation, i) => Entry(citation, keys[i]))];
    }

    private static string Entry(Citation citation, string key)
    {
        var (paper, published) = (citation.Paper, citation.Published);
        var kind = published switch
        {
            null => "misc",
            { IsConference: true } => "inproceedings",
            _ => "article",
        };
        var entry = new StringBuilder().Append(CultureInfo.InvariantCulture, $"@{kind}{{{key}");
        Field(entry, "author", Authors(citation.Authors));
        Field(entry, "title", BibtexTitle.Of(paper.Title));
        if (published is not null)
            Field(entry, published.IsConference ? "booktitle" : "journal", LatexText.EscapeKeepingMath(published.Name));
        Field(entry, "volume", published?.Volume);
        Field(entry, "number", published?.Issue);
        Field(entry, "pages", published?.Pages?.Replace(" ", "").Replace("--", "-").Replace("-", "--"));
        Field(entry, "year", citation.Year?.ToString(CultureInfo.InvariantCulture));
        Field(entry, "doi", paper.Doi);
        Field(entry, "eprint", paper.Id.ToString());
        Field(entry, "archivePrefix", "arXiv");
        Field(entry, "primaryClass", paper.PrimaryCategory);
        Field(entry, "version", citation.Version?.ToString(CultureInfo.InvariantCulture));
        Field(entry, "url", citation.Address.AbsoluteUri);
        return entry.Append("\n}").ToString();
    }

    private static void Field(StringBuilder entry, string name, string? value)
    {
        if (!string.IsNullOrEmpty(value))
            entry.Append(CultureInfo.InvariantCulture, $",\n  {name} = {{{value}}}");
    }

    private static string Authors(IReadOnlyList<PersonName> authors) =>
        string.Join(" and ", authors.Take(MostAuthors).Select(Author))
        + (authors.Count > MostAuthors ? " and others" : "");

    private static string Author(PersonName name)
    {
        var family = LatexText.Escape(name.Family);
        if (name.IsWhole || (name.Given.Length == 0 && name.Family.Contains(' ', StringComparison.Ordinal)))
            return $"{{{family}}}";
        string[] parts = [family, LatexText.Escape(name.Suffix), LatexText.Escape(name.Given)];
        return string.Join(", ", parts.Where(part => part.Length > 0));
    }
}
