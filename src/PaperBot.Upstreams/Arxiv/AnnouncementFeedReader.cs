using System.Globalization;
using PaperBot.Core.Papers;

namespace PaperBot.Upstreams.Arxiv;

/// <summary>Reads an announcement feed (rss.arxiv.org/atom/…) and sorts its entries by category.</summary>
internal static class AnnouncementFeedReader
{
    /// <summary>Entries that a feed holds at most; one with so many is cut.</summary>
    public const int MostEntries = 2000;

    /// <summary>Reads the feed.</summary>
    /// <param name="body">The answer.</param>
    /// <param name="longest">Characters at most.</param>
    /// <param name="day">The Eastern date of a moment.</param>
    /// <returns>The feed's day and all its papers.</returns>
    /// <exception cref="System.Xml.XmlException">It is not XML, or has a DTD.</exception>
    /// <exception cref="InvalidDataException">It is not a feed, or beyond a limit.</exception>
    public static ArxivListing Read(Stream body, long longest, Func<DateTimeOffset, DateOnly> day)
    {
        var papers = new List<ListedPaper>();
        DateOnly? published = null;
        DateOnly? updated = null;
        AtomReader.Read(
            body,
            longest,
            entry =>
            {
                if (Day(entry.Published) is { } date && (published is null || date > published))
                    published = date;
                if (ToPaper(entry) is { } paper)
                    papers.Add(paper);
            },
            text => updated = Day(text)
        );
        return (published ?? updated) is { } of
            ? new(of, papers)
            : throw new InvalidDataException("The feed has no date.");

        DateOnly? Day(string? text) =>
            DateTimeOffset.TryParse(text, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var moment)
                ? day(moment)
                : null;
    }

    /// <summary>What the feed of several categories says about one of them.</summary>
    /// <remarks>
    /// arXiv tells the type over all the categories asked for together. New and replaced papers are announced in all
    /// their categories; a later cross-listing is taken as one to every category but the paper's primary.
    /// </remarks>
    public static ArxivListing Of(ArxivListing all, string subject)
    {
        var papers = new List<ListedPaper>();
        foreach (var listed in all.Papers)
        {
            var categories = listed.Paper.Categories.Select(ArxivCategories.Canonical).ToList();
            var index = categories.IndexOf(subject);
            var isPrimary = index == 0;
            if (index < 0)
                continue;
            AnnounceType? type = listed.Type switch
            {
                AnnounceType.New => isPrimary ? AnnounceType.New : AnnounceType.Cross,
                AnnounceType.Cross => isPrimary ? null : AnnounceType.Cross,
                _ => isPrimary ? AnnounceType.Replace : AnnounceType.ReplaceCross,
            };
            if (type is { } here)
                papers.Add(listed with { Type = here });
        }

        return all with
        {
            Papers = papers,
        };
    }

    private static ListedPaper? ToPaper(AtomEntry entry)
    {
        AnnounceType? type = entry.AnnounceType switch
        {
            "new" => AnnounceType.New,
            "cross" => AnnounceType.Cross,
            "replace" => AnnounceType.Replace,
            "replace-cross" => AnnounceType.ReplaceCross,
            _ => null,
        };
        entry.Summary = WithoutHeading(entry.Summary);
        // Its dates are those of the announcement, not of the paper.
        return type is { } known && entry.ToPaper() is { } paper
            ? new(paper with { SubmittedAt = null, UpdatedAt = null }, known)
            : null;
    }

    /// <summary>The summary begins with <c>arXiv:2203.01250v3 Announce Type: new</c> and <c>Abstract:</c>.</summary>
    private static string WithoutHeading(string summary)
    {
        const string Mark = "Abstract:";
        var at = summary.IndexOf(Mark, StringComparison.Ordinal);
        return at is >= 0 and < 200 ? summary[(at + Mark.Length)..] : summary;
    }
}
