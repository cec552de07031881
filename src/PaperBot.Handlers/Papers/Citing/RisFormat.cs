using System.Globalization;
using System.Text;

namespace PaperBot.Handlers.Papers.Citing;

/// <summary>RIS: a preprint is <c>UNPB</c>, a paper with a journal <c>JOUR</c>, with a conference <c>CPAPER</c>.</summary>
internal sealed class RisFormat : ICitationFormat
{
    public string Name => "ris";

    public string Extension => "ris";

    public string MediaType => "application/x-research-info-systems";

    public IReadOnlyList<string> Write(IReadOnlyList<Citation> citations) => [.. citations.Select(Entry)];

    private static string Entry(Citation citation)
    {
        var (paper, published) = (citation.Paper, citation.Published);
        var ris = new StringBuilder();
        Line(
            ris,
            "TY",
            published switch
            {
                null => "UNPB",
                { IsConference: true } => "CPAPER",
                _ => "JOUR",
            }
        );
        foreach (var author in citation.Authors)
            Line(ris, "AU", Author(author));
        Line(ris, "TI", PaperText.Unstyled(paper.Title));
        Line(ris, published is { IsConference: true } ? "T2" : "JO", published?.Name);
        Line(ris, "VL", published?.Volume);
        Line(ris, "IS", published?.Issue);
        var pages = published?.Pages?.Split(
            '-',
            StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries
        );
        Line(ris, "SP", pages?[0]);
        Line(ris, "EP", pages is { Length: > 1 } ? pages[^1] : null);
        Line(ris, "PY", citation.Year?.ToString(CultureInfo.InvariantCulture));
        Line(ris, "DA", paper.SubmittedAt?.UtcDateTime.ToString("yyyy'/'MM'/'dd", CultureInfo.InvariantCulture));
        Line(ris, "DO", paper.Doi);
        Line(ris, "UR", citation.Address.AbsoluteUri);
        Line(ris, "AN", $"arXiv:{(citation.Version is { } version ? paper.Id.WithVersion(version) : paper.Id)}");
        Line(ris, "PB", published is null ? "arXiv" : null);
        foreach (var category in paper.Categories)
            Line(ris, "KW", category);
        return ris.Append("ER  - ").ToString();
    }

    private static string Author(PersonName name)
    {
        string[] parts = [name.Family, name.Given, name.Suffix];
        return string.Join(", ", parts.Where(part => part.Length > 0));
    }

    private static void Line(StringBuilder ris, string tag, string? value)
    {
        if (!string.IsNullOrWhiteSpace(value))
            ris.Append(CultureInfo.InvariantCulture, $"{tag}  - {value.ReplaceLineEndings(" ").Trim()}\n");
    }
}
