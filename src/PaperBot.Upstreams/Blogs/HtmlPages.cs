using System.Buffers;
using System.Text;
using AngleSharp;
using AngleSharp.Dom;
using AngleSharp.Html.Dom;
using AngleSharp.Html.Parser;

namespace PaperBot.Upstreams.Blogs;

/// <summary>Parses pages. Nothing is run and nothing is loaded.</summary>
internal static class HtmlPages
{
    private const int MostElements = 200_000;

    private static readonly SearchValues<char> NameEnds = SearchValues.Create("\"' />;\r\n");

    static HtmlPages() => Encoding.RegisterProvider(CodePagesEncodingProvider.Instance);

    /// <returns>Null when it is no page or too large a tree.</returns>
    public static IHtmlDocument? Parse(PageAnswer answer)
    {
        var context = BrowsingContext.New(Configuration.Default);
        var parser = new HtmlParser(new HtmlParserOptions { IsScripting = false }, context);
        var document = parser.ParseDocument(Decode(answer));
        return document.All.Length <= MostElements ? document : null;
    }

    /// <summary>By the byte order mark, the header, the page's own word, and UTF-8 otherwise.</summary>
    private static string Decode(PageAnswer answer)
    {
        var body = answer.Body;
        if (body.AsSpan().StartsWith(Encoding.UTF8.Preamble))
            return Encoding.UTF8.GetString(body.AsSpan(3));
        var name = answer.Charset ?? Declared(body);
        try
        {
            return (name is null ? Encoding.UTF8 : Encoding.GetEncoding(name)).GetString(body);
        }
        catch (ArgumentException)
        {
            return Encoding.UTF8.GetString(body);
        }
    }

    private static string? Declared(byte[] body)
    {
        var head = Encoding.Latin1.GetString(body.AsSpan(0, Math.Min(body.Length, 2_048)));
        var at = head.IndexOf("charset=", StringComparison.OrdinalIgnoreCase);
        if (at < 0)
            return null;
        var name = head[(at + 8)..].TrimStart('"', '\'', ' ');
        var end = name.AsSpan().IndexOfAny(NameEnds);
        return end > 0 ? name[..end] : null;
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
            .Any(meta =>
                meta.GetAttribute("content") is { } content
                && (
                    content.Contains("noindex", StringComparison.OrdinalIgnoreCase)
                    || content.Contains("none", StringComparison.OrdinalIgnoreCase)
                )
            );

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
