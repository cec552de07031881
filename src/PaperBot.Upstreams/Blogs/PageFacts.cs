using AngleSharp.Dom;
using AngleSharp.Html.Dom;

namespace PaperBot.Upstreams.Blogs;

/// <summary>What a page says of itself: title, authors, dates, tags, neighbours.</summary>
internal sealed record PageFacts
{
    public string? Title { get; init; }

    public IReadOnlyList<string> Authors { get; init; } = [];

    public DateTimeOffset? PublishedAt { get; init; }

    public DateTimeOffset? UpdatedAt { get; init; }

    public IReadOnlyList<string> Tags { get; init; } = [];

    public IReadOnlyList<string> Categories { get; init; } = [];

    public Uri? Previous { get; init; }

    public Uri? Next { get; init; }

    public string Summary { get; init; } = "";

    public string Language { get; init; } = "";

    private const int MostNames = 30;
    private const int LongestName = 100;
    private const int LongestSummary = 1_000;

    public static PageFacts Read(IHtmlDocument document, IElement content, Uri address)
    {
        var linked = LinkedData.Read(document);
        return new()
        {
            Title = TitleOf(document, content, address) ?? linked.Title,
            Authors = Names(AuthorsOf(document).Concat(linked.Authors)),
            PublishedAt =
                PageDates.Parse(HtmlPages.Meta(document, "article:published_time", "datePublished", "date", "DC.date"))
                ?? linked.PublishedAt
                ?? PageDates.Parse(
                    document
                        .QuerySelector(
                            "time[datetime][itemprop~=datePublished],time.published,time.entry-date,time[pubdate],article time[datetime],time[datetime]"
                        )
                        ?.GetAttribute("datetime")
                )
                ?? PageDates.FindIn(
                    PlainText.Fold(
                        document.QuerySelector(".post-date,.entry-date,.date,.post-meta,.entry-meta,.meta")?.TextContent
                            ?? ""
                    )
                ),
            UpdatedAt =
                PageDates.Parse(HtmlPages.Meta(document, "article:modified_time", "og:updated_time", "dateModified"))
                ?? linked.UpdatedAt
                ?? PageDates.Parse(
                    document.QuerySelector("time[itemprop~=dateModified],time.updated")?.GetAttribute("datetime")
                ),
            Tags = Names(
                Metas(document, "article:tag")
                    .Concat(Texts(document, "a[rel~=tag],.tags a,.post-tags a,.tag-list a,.article-tags a"))
                    .Concat(linked.Keywords)
            ),
            Categories = Names(
                Metas(document, "article:section")
                    .Concat(Texts(document, "a[rel~=category],.categories a,.category a,.cat-links a"))
            ),
            Previous = Neighbour(document, address, "prev", ".prev,.nav-previous,.previous,.post-prev"),
            Next = Neighbour(document, address, "next", ".next,.nav-next,.post-next"),
            Summary = Cut(HtmlPages.Meta(document, "description", "og:description") ?? ""),
            Language = (document.DocumentElement.GetAttribute("lang") ?? "").Split('-')[0].ToLowerInvariant(),
        };
    }

    private static string? TitleOf(IHtmlDocument document, IElement content, Uri address)
    {
        var heading =
            document.QuerySelector("h1.entry-title,h1.post-title,h1.article-title,h1[itemprop~=headline],.p-name")
            ?? content.QuerySelector("h1")
            ?? (
                document.QuerySelectorAll("h1") is { Length: 1 } one && !IsSiteName(document, one[0], address)
                    ? one[0]
                    : null
            )
            ?? (
                document.QuerySelectorAll("h2.entry-title,h2.post-title,h2.article-title") is { Length: 1 } second
                    ? second[0]
                    : null
            );
        if (heading is not null && MathText.Normalize(heading.TextContent) is { Length: > 0 } text)
            return text.TrimEnd('¶', '#', ' ');
        return HtmlPages.Meta(document, "og:title") is { } meta ? MathText.Normalize(meta)
            : PlainText.OfHtml(document.Title) is { } title ? MathText.Normalize(WithoutSite(title))
            : null;
    }

    // Many a blog writes its own name as the page's first heading.
    private static bool IsSiteName(IHtmlDocument document, IElement heading, Uri address)
    {
        var text = PlainText.Fold(heading.TextContent);
        return text == HtmlPages.Meta(document, "og:site_name")
            || heading
                .QuerySelectorAll("a[href]")
                .Any(link => HtmlPages.Absolute(address, link.GetAttribute("href")) is { AbsolutePath: "/" });
    }

    // "Title - Blog": the part behind the last sign, if it is the shorter.
    private static string WithoutSite(string title)
    {
        foreach (var sign in new[] { " | ", " - ", " – ", " — ", " _ ", "_" })
            if (title.LastIndexOf(sign, StringComparison.Ordinal) is > 3 and var at && at > title.Length / 3)
                return title[..at];
        return title;
    }

    private static IEnumerable<string> AuthorsOf(IHtmlDocument document) =>
        Metas(document, "author")
            .Concat(Metas(document, "article:author").Where(name => !name.StartsWith("http", StringComparison.Ordinal)))
            .Concat(
                Texts(
                    document,
                    "a[rel~=author],[itemprop~=author] [itemprop~=name],.p-author,.byline .author,.post-author,.entry-author"
                )
            );

    private static IEnumerable<string> Metas(IDocument document, string name) =>
        document
            .QuerySelectorAll($"meta[property=\"{name}\"],meta[name=\"{name}\"]")
            .Select(meta => PlainText.OfHtml(meta.GetAttribute("content")))
            .OfType<string>();

    private static IEnumerable<string> Texts(IDocument document, string selector) =>
        document.QuerySelectorAll(selector).Select(element => PlainText.Fold(element.TextContent).TrimStart('#'));

    private static IReadOnlyList<string> Names(IEnumerable<string> names) =>
        [
            .. names
                .Where(name => name.Length is > 0 and <= LongestName)
                .Distinct(StringComparer.OrdinalIgnoreCase)
                .Take(MostNames),
        ];

    private static Uri? Neighbour(IHtmlDocument document, Uri address, string rel, string classes)
    {
        var href =
            document.QuerySelector($"link[rel~={rel}]")?.GetAttribute("href")
            ?? document.QuerySelector($"a[rel~={rel}]")?.GetAttribute("href")
            ?? document
                .QuerySelectorAll(classes)
                .Select(e => e.LocalName == "a" ? e : e.QuerySelector("a"))
                .FirstOrDefault(e => e is not null)
                ?.GetAttribute("href");
        return
            HtmlPages.Absolute(address, href) is { } to
            && PageFetcher.SameSite(to, address)
            && Core.Articles.ArticleAddress.TryCanonical(to, out var canonical)
            && canonical.AbsolutePath.Length > 1
            ? canonical
            : null;
    }

    private static string Cut(string text) => text.Length > LongestSummary ? text[..LongestSummary] : text;
}
