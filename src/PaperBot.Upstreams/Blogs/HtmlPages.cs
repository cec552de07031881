using AngleSharp;
using AngleSharp.Dom;
using AngleSharp.Html.Dom;
using AngleSharp.Html.Parser;

namespace PaperBot.Upstreams.Blogs;

/// <summary>Parses pages. Nothing is run and nothing is loaded.</summary>
internal static class HtmlPages
{
    private const int MostElements = 200_000;

    /// <returns>Null when it is no page or too large a tree.</returns>
    public static IHtmlDocument? Parse(PageAnswer answer)
    {
        var text = PageText.Of(answer);
        if (Nesting.IsTooDeep(text))
            return null;
        var context = BrowsingContext.New(Configuration.Default);
        var parser = new HtmlParser(new HtmlParserOptions { IsScripting = false }, context);
        var document = parser.ParseDocument(text);
        return document.All.Length <= MostElements ? document : null;
    }

    /// <summary>The canonical address that the page gives itself; null when it gives none of its site.</summary>
    public static Uri? CanonicalOf(IHtmlDocument document, Uri address)
    {
        var href = document.QuerySelector("link[rel~=canonical]")?.GetAttribute("href");
        return Absolute(address, href) is { } canonical && PageFetcher.SameSite(canonical, address) ? canonical : null;
    }

    public static Uri? Absolute(Uri from, string? text) =>
        text is { Length: > 0 } && Uri.TryCreate(from, text.Trim(), out var to) && to.Scheme is ("http" or "https")
            ? to
            : null;

    /// <summary>True when a meta tag asks not to be indexed.</summary>
    public static bool IsNoIndex(IHtmlDocument document) =>
        document
            .QuerySelectorAll("meta[name=robots],meta[name=paperbot]")
            .Any(meta => SaysNoIndex(meta.GetAttribute("content")));

    /// <summary>True for <c>noindex</c> and <c>none</c> among the words of a meta tag or of <c>X-Robots-Tag</c>.</summary>
    public static bool SaysNoIndex(string? words) =>
        (words ?? "")
            .Split(',', StringSplitOptions.TrimEntries)
            .Any(word => word.ToLowerInvariant() is "noindex" or "none");

    public static string? Meta(IDocument document, params string[] names)
    {
        foreach (var name in names)
        {
            var content = document
                .QuerySelectorAll($"meta[property=\"{name}\"],meta[name=\"{name}\"],meta[itemprop=\"{name}\"]")
                .Select(meta => PlainText.OfHtml(meta.GetAttribute("content")))
                .FirstOrDefault(text => text is not null);
            if (content is not null)
                return content;
        }
        return null;
    }
}
