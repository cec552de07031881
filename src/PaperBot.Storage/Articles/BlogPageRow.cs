using PaperBot.Core.Articles;
using PaperBot.Storage.Engines;

namespace PaperBot.Storage.Articles;

/// <summary>A row of <c>blog_pages</c>; the names are the columns'.</summary>
internal sealed record BlogPageRow
{
    public const string Columns =
        "source AS Source, address AS Address, state AS State, reason AS Reason, article AS Article, "
        + "listed_at AS ListedAt, hint AS Hint, etag AS ETag, last_modified AS LastModified, failures AS Failures, "
        + "due_at AS DueAt, read_at AS ReadAt";

    private const int LongestHeader = 1_000;

    public string Source { get; init; } = "";

    public string Address { get; init; } = "";

    public long State { get; init; }

    public string? Reason { get; init; }

    public string? Article { get; init; }

    public long? ListedAt { get; init; }

    public string Hint { get; init; } = "";

    public string? ETag { get; init; }

    public string? LastModified { get; init; }

    public long Failures { get; init; }

    public long? DueAt { get; init; }

    public long? ReadAt { get; init; }

    public static BlogPageRow Of(BlogPage page) =>
        new()
        {
            Source = StoredText.Of(page.Source, 200),
            Address = StoredText.Of(page.Address.AbsoluteUri, ArticleAddress.MaxLength),
            State = (long)page.State,
            Reason = StoredText.OrNull(page.Reason, 200),
            Article = page.Article?.ToString(),
            ListedAt = Instant.Of(page.ListedAt),
            Hint = ArticleJson.Write(page.Hint),
            ETag = StoredText.OrNull(page.ETag, LongestHeader),
            LastModified = StoredText.OrNull(page.LastModified, LongestHeader),
            Failures = page.Failures,
            DueAt = Instant.Of(page.DueAt),
            ReadAt = Instant.Of(page.ReadAt),
        };

    public BlogPage Read() =>
        new(Source, new Uri(Address))
        {
            State = (PageState)State,
            Reason = Reason,
            Article = Article is null ? null : ArticleId.Parse(Article),
            ListedAt = Instant.Read(ListedAt),
            Hint = ArticleJson.ReadHint(Hint),
            ETag = ETag,
            LastModified = LastModified,
            Failures = (int)Failures,
            DueAt = Instant.Read(DueAt),
            ReadAt = Instant.Read(ReadAt),
        };
}
