using System.Globalization;
using PaperBot.Core.Papers;

namespace PaperBot.Upstreams.Arxiv;

/// <summary>One entry of the query API's answer or of a feed, while it is read.</summary>
internal sealed class AtomEntry
{
    public string Id { get; set; } = "";

    public string Title { get; set; } = "";

    public string Summary { get; set; } = "";

    public string? Published { get; set; }

    public string? Updated { get; set; }

    public string? Comment { get; set; }

    public string? JournalReference { get; set; }

    public string? Doi { get; set; }

    public string? Primary { get; set; }

    public string? AnnounceType { get; set; }

    public string? Creators { get; set; }

    public List<string> Categories { get; } = [];

    public List<Author> Authors { get; } = [];

    /// <summary>True for arXiv's way of saying what is wrong with a request.</summary>
    public bool IsError =>
        Id.Contains("/api/errors", StringComparison.OrdinalIgnoreCase)
        || (Title.Trim() == "Error" && !ArxivId.TryParse(Id, out _));

    /// <summary>The record; null for an entry without a usable id or title, which is left out.</summary>
    public Paper? ToPaper()
    {
        if (!ArxivId.TryParse(PlainId(), out var id) || TexText.Line(Title) is not { Length: > 0 } title)
            return null;
        var primary = Primary ?? Categories.FirstOrDefault();
        var categories = Categories.Prepend(primary).OfType<string>().Where(IsCategory).Distinct().ToList();
        return new Paper
        {
            Id = id.WithoutVersion,
            Version = id.Version,
            Title = title,
            Abstract = TexText.Paragraphs(Summary),
            Authors = Authors.Count > 0 ? Authors : AuthorList.Parse(Creators),
            PrimaryCategory = categories.FirstOrDefault(),
            Categories = categories,
            SubmittedAt = Moment(Published),
            UpdatedAt = Moment(Updated),
            Comment = OrNull(Comment),
            JournalReference = OrNull(JournalReference),
            Doi = OrNull(Doi),
        };
    }

    /// <summary>Feeds name papers <c>oai:arXiv.org:2203.01250v3</c>.</summary>
    private string PlainId()
    {
        const string Oai = "oai:arXiv.org:";
        var id = Id.Trim();
        return id.StartsWith(Oai, StringComparison.OrdinalIgnoreCase) ? id[Oai.Length..] : id;
    }

    /// <summary>ACM and MSC classes stand among the categories.</summary>
    private static bool IsCategory(string term) =>
        ArxivCategories.TryFind(term, out _) || ArxivCategories.TryFind(ArxivCategories.ArchiveOf(term), out _);

    private static string? OrNull(string? text) => TexText.Line(text) is { Length: > 0 } line ? line : null;

    private static DateTimeOffset? Moment(string? text) =>
        DateTimeOffset.TryParse(text, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var moment)
            ? moment
            : null;
}
