using PaperBot.Core.Articles;
using PaperBot.Storage.Engines;

namespace PaperBot.Storage.Articles;

/// <summary>A row of <c>blog_sources</c>; the names are the columns'.</summary>
internal sealed record BlogSourceRow
{
    public const string Columns =
        "name AS Name, title AS Title, address AS Address, origin AS Origin, paused AS Paused, comments AS Comments, "
        + "added_at AS AddedAt, first_read_at AS FirstReadAt, read_at AS ReadAt, due_at AS DueAt, trouble AS Trouble, "
        + "trouble_reason AS TroubleReason";

    public string Name { get; init; } = "";

    public string Title { get; init; } = "";

    public string Address { get; init; } = "";

    public long Origin { get; init; }

    public long Paused { get; init; }

    public long Comments { get; init; }

    public long AddedAt { get; init; }

    public long? FirstReadAt { get; init; }

    public long? ReadAt { get; init; }

    public long? DueAt { get; init; }

    public long? Trouble { get; init; }

    public string? TroubleReason { get; init; }

    public static BlogSourceRow Of(BlogSource source) =>
        new()
        {
            Name = StoredText.Of(source.Name, 200),
            Title = StoredText.Of(source.Title, 1_000),
            Address = StoredText.Of(source.Address.AbsoluteUri, ArticleAddress.MaxLength),
            Origin = (long)source.Origin,
            Paused = source.Paused ? 1 : 0,
            Comments = source.Comments ? 1 : 0,
            AddedAt = Instant.Of(source.AddedAt),
            FirstReadAt = Instant.Of(source.FirstReadAt),
            ReadAt = Instant.Of(source.ReadAt),
            DueAt = Instant.Of(source.DueAt),
            Trouble = (long?)source.Trouble,
            TroubleReason = StoredText.OrNull(source.TroubleReason, 200),
        };

    public BlogSource Read() =>
        new(Name, Title, new Uri(Address), (BlogOrigin)Origin)
        {
            Paused = Paused == 1,
            Comments = Comments == 1,
            AddedAt = Instant.Read(AddedAt),
            FirstReadAt = Instant.Read(FirstReadAt),
            ReadAt = Instant.Read(ReadAt),
            DueAt = Instant.Read(DueAt),
            Trouble = (PageState?)Trouble,
            TroubleReason = TroubleReason,
        };
}
