using PaperBot.Core.Papers;
using PaperBot.Storage.Engines;

namespace PaperBot.Storage.Papers;

/// <summary>A row of <c>papers</c>; the names are the columns'.</summary>
internal sealed record PaperRow
{
    public const string Columns =
        "papers.paper AS Paper, version AS Version, origin AS Origin, fetched_at AS FetchedAt, title AS Title, "
        + "abstract AS Abstract, authors AS Authors, primary_category AS PrimaryCategory, categories AS Categories, "
        + "submitted_at AS SubmittedAt, updated_at AS UpdatedAt, comment AS Comment, "
        + "journal_reference AS JournalReference, doi AS Doi, search_title AS SearchTitle, search_text AS SearchText, "
        + "latest AS Latest, latest_at AS LatestAt, change AS Change";

    private const int LongestText = 1_000_000;
    private const int LongestName = 200;

    public string Paper { get; init; } = "";

    /// <summary>0 when the source did not tell.</summary>
    public long Version { get; init; }

    public long Origin { get; init; }

    public long FetchedAt { get; init; }

    public string Title { get; init; } = "";

    public string Abstract { get; init; } = "";

    /// <summary>JSON.</summary>
    public string Authors { get; init; } = "";

    public string? PrimaryCategory { get; init; }

    /// <summary>With spaces between.</summary>
    public string Categories { get; init; } = "";

    public long? SubmittedAt { get; init; }

    public long? UpdatedAt { get; init; }

    public string? Comment { get; init; }

    public string? JournalReference { get; init; }

    public string? Doi { get; init; }

    public string SearchTitle { get; init; } = "";

    public string SearchText { get; init; } = "";

    /// <summary>1 for the record that stands for the paper without a version.</summary>
    public long Latest { get; init; }

    public long? LatestAt { get; init; }

    public long Change { get; init; }

    public static PaperRow Of(StoredPaper stored)
    {
        var paper = stored.Paper;
        var title = StoredText.Of(paper.Title, LongestText);
        var authors = paper.Authors.Select(author => new Author(
            StoredText.Of(author.Name, LongestText),
            StoredText.OrNull(author.Affiliation, LongestText)
        ));
        var names = string.Join(' ', authors.Select(author => author.Name));
        return new()
        {
            Paper = StoredText.Of(paper.Id.Paper, LongestName),
            Version = paper.Version ?? 0,
            Origin = (long)stored.Origin,
            FetchedAt = Instant.Of(stored.FetchedAt),
            LatestAt = Instant.Of(stored.LatestAt),
            Title = title,
            Abstract = StoredText.Of(paper.Abstract, LongestText),
            Authors = StoredText.Of(PaperJson.Write([.. authors]), LongestText),
            PrimaryCategory = StoredText.OrNull(paper.PrimaryCategory, LongestName),
            Categories = StoredText.Of(string.Join(' ', paper.Categories), LongestText),
            SubmittedAt = Instant.Of(paper.SubmittedAt),
            UpdatedAt = Instant.Of(paper.UpdatedAt),
            Comment = StoredText.OrNull(paper.Comment, LongestText),
            JournalReference = StoredText.OrNull(paper.JournalReference, LongestText),
            Doi = StoredText.OrNull(paper.Doi, LongestText),
            SearchTitle = Papers.SearchText.Fold(title),
            SearchText = Papers.SearchText.Fold($"{title} {names} {paper.Id.Paper}"),
        };
    }

    public StoredPaper Read() =>
        new(
            new Paper
            {
                Id = ArxivId.Parse(Paper),
                Version = Version == 0 ? null : (int)Version,
                Title = Title,
                Abstract = Abstract,
                Authors = PaperJson.Read(Authors),
                PrimaryCategory = PrimaryCategory,
                Categories = Categories.Split(' ', StringSplitOptions.RemoveEmptyEntries),
                SubmittedAt = Instant.Read(SubmittedAt),
                UpdatedAt = Instant.Read(UpdatedAt),
                Comment = Comment,
                JournalReference = JournalReference,
                Doi = Doi,
            },
            (PaperOrigin)Origin,
            Instant.Read(FetchedAt)
        )
        {
            LatestAt = Instant.Read(LatestAt),
        };

    /// <summary>True when the record says the same; when it was read and what the store adds do not count.</summary>
    public bool SaysTheSameAs(PaperRow other) =>
        this with { FetchedAt = other.FetchedAt, Latest = other.Latest, Change = other.Change } == other;
}
