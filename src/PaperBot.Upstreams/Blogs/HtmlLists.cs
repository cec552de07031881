using AngleSharp.Dom;
using AngleSharp.Html.Dom;
using PaperBot.Core.Articles;

namespace PaperBot.Upstreams.Blogs;

/// <summary>Reads what a page lists: its feeds, and, where it is an archive, the articles that it links to.</summary>
internal static class HtmlLists
{
    private const int LeastLinks = 8;
    private const int MostPages = 60_000;

    private const string Feeds =
        "link[rel~=alternate][type=\"application/rss+xml\"],link[rel~=alternate][type=\"application/atom+xml\"]";

    private static readonly string[] ArchiveWords =
    [
        "archive",
        "archives",
        "content",
        "all posts",
        "归档",
        "文章列表",
        "全部文章",
        "目录",
    ];

    public static PageList Read(IHtmlDocument document, Uri address)
    {
        var feeds = document
            .QuerySelectorAll(Feeds)
            .Where(link => !(link.GetAttribute("title") ?? "").Contains("comment", StringComparison.OrdinalIgnoreCase))
            .Select(link => HtmlPages.Absolute(address, link.GetAttribute("href")))
            .OfType<Uri>()
            .Where(feed => !feed.AbsolutePath.Contains("comment", StringComparison.OrdinalIgnoreCase));
        var archives = document
            .QuerySelectorAll("a[href]")
            .Where(IsArchive)
            .Select(link => HtmlPages.Absolute(address, link.GetAttribute("href")))
            .OfType<Uri>();
        return new(
            PlainText.OfHtml(HtmlPages.Meta(document, "og:site_name") ?? document.Title),
            Articles(document, address),
            [.. feeds.Take(2).Concat(archives.Take(2)).Where(list => PageFetcher.SameSite(list, address)).Distinct()]
        );
    }

    private static bool IsArchive(IElement link)
    {
        var text = PlainText.Fold(link.TextContent).ToLowerInvariant();
        return Array.IndexOf(ArchiveWords, text) >= 0;
    }

    /// <summary>
    /// Links that lead to articles: on an archive page most links of the main part have addresses of one shape. The
    /// shape (depth, with numbers and words told apart) that most links share is taken.
    /// </summary>
    private static IReadOnlyList<ListedPage> Articles(IHtmlDocument document, Uri address)
    {
        var links = document
            .QuerySelectorAll("a[href]")
            .Where(link => link.Closest("nav,footer,aside,header,form") is null)
            .Select(link =>
                (Text: PlainText.Fold(link.TextContent), To: HtmlPages.Absolute(address, link.GetAttribute("href")))
            )
            .Where(link =>
                link.To is { Query: "", AbsolutePath.Length: > 1 }
                && link.Text.Length >= 2
                && PageFetcher.SameSite(link.To, address)
                && !link.To.AbsolutePath.Contains("/page/", StringComparison.Ordinal)
            )
            .DistinctBy(link => link.To!.AbsolutePath)
            .Take(MostPages)
            .ToList();
        var groups = links
            .GroupBy(link => Shape(link.To!), StringComparer.Ordinal)
            .Where(group => group.Count() >= LeastLinks)
            .OrderByDescending(group => group.Sum(link => Math.Min(link.Text.Length, 40)))
            .ToList();
        return groups.Count == 0
            ? []
            : [.. groups[0].Select(link => new ListedPage(link.To!, null, new PageHint { Title = link.Text }))];
    }

    private static string Shape(Uri address)
    {
        var parts = address.AbsolutePath.Trim('/').Split('/');
        var shape = parts.Select(
            (part, i) =>
                part.All(char.IsAsciiDigit) ? "9"
                : i == 0 && parts.Length > 1 ? part
                : "a"
        );
        return string.Join('/', shape);
    }
}
