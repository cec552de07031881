using System.Xml;
using System.Xml.Linq;
using PaperBot.Core.Articles;

namespace PaperBot.Upstreams.Blogs;

/// <summary>
/// Reads RSS 2.0 (and 1.0), Atom, sitemaps and sitemap indexes. XML of strangers: no DTD, no entities of their own,
/// bounded; a character that XML does not permit costs that character and not the list.
/// </summary>
internal static class XmlLists
{
    private const int MostPages = 60_000;

    // Articles stand in feeds with all their mark-up.
    private const int Deepest = 256;

    /// <summary>True for what begins as XML does, or as one of the lists.</summary>
    public static bool IsXml(string text)
    {
        var start = text.AsSpan().TrimStart("\uFEFF \t\r\n");
        foreach (var sign in (string[])["<?xml", "<rss", "<feed", "<rdf:", "<urlset", "<sitemapindex"])
            if (start.StartsWith(sign, StringComparison.OrdinalIgnoreCase))
                return true;
        return false;
    }

    /// <returns>Null when it is none of them.</returns>
    public static PageList? Read(string text, Uri address)
    {
        XElement? root;
        try
        {
            root = Load(text);
        }
        catch (Exception exception) when (exception is XmlException or InvalidDataException)
        {
            return null;
        }
        return root?.Name.LocalName.ToLowerInvariant() switch
        {
            "rss" or "rdf" => Rss(root, address),
            "feed" => Atom(root, address),
            "urlset" => new PageList(null, [.. Sitemap(root, "url", address)], []),
            "sitemapindex" => new PageList(
                null,
                [],
                [.. Sitemap(root, "sitemap", address).Select(page => page.Address)]
            ),
            _ => null,
        };
    }

    private static XElement? Load(string text)
    {
        try
        {
            return Load(XmlReader.Create(new StringReader(text), Settings()), isWhole: true);
        }
        catch (XmlException)
        {
            // Once more without what XML does not permit (control characters, stray ampersands, spaces in front), and
            // of one that breaks off what there is.
            return Load(XmlReader.Create(new StringReader(XmlRepair.Of(text)), Settings()), isWhole: false);
        }
    }

    private static XElement? Load(XmlReader reader, bool isWhole)
    {
        using (reader)
        {
            XElement? root = null;
            var path = new Stack<XElement>();
            try
            {
                while (reader.Read())
                    Take(reader, path, ref root);
            }
            catch (XmlException) when (!isWhole && root is not null)
            {
                // The entry that breaks off is the last one and may be half a one.
            }
            return root;
        }
    }

    private static void Take(XmlReader reader, Stack<XElement> path, ref XElement? root)
    {
        if (reader.Depth > Deepest)
            throw new InvalidDataException("The list is nested too deeply.");
        switch (reader.NodeType)
        {
            case XmlNodeType.Element:
                var element = new XElement(XName.Get(reader.LocalName, reader.NamespaceURI));
                var isEmpty = reader.IsEmptyElement;
                while (reader.MoveToNextAttribute())
                    if (reader.Prefix != "xmlns" && reader.Name != "xmlns")
                        element.SetAttributeValue(XName.Get(reader.LocalName, reader.NamespaceURI), reader.Value);
                if (path.TryPeek(out var parent))
                    parent.Add(element);
                root ??= element;
                if (!isEmpty)
                    path.Push(element);
                break;
            case XmlNodeType.EndElement:
                path.Pop();
                break;
            case XmlNodeType.Text or XmlNodeType.CDATA or XmlNodeType.SignificantWhitespace:
                if (path.TryPeek(out var holder))
                    holder.Add(new XText(reader.Value));
                break;
        }
    }

    private static XmlReaderSettings Settings() =>
        new()
        {
            DtdProcessing = DtdProcessing.Ignore,
            XmlResolver = null,
            MaxCharactersInDocument = 60_000_000,
            MaxCharactersFromEntities = 1024,
            CheckCharacters = false,
            IgnoreComments = true,
            IgnoreProcessingInstructions = true,
        };

    private static PageList Rss(XElement root, Uri address)
    {
        var channel = Child(root, "channel");
        var items = root.Descendants().Where(element => element.Name.LocalName == "item").Take(MostPages);
        var pages = new List<ListedPage>();
        foreach (var item in items)
        {
            var link = Text(item, "link") ?? (IsPermaLink(item) ? Text(item, "guid") : null);
            if (Absolute(address, link) is not { } page)
                continue;
            var published = Date(Text(item, "pubDate") ?? Text(item, "date"));
            pages.Add(
                new(
                    page,
                    Date(Text(item, "updated")) ?? published,
                    new PageHint
                    {
                        Title = PlainText.OfHtml(Text(item, "title")),
                        Authors = Names([Text(item, "creator") ?? Text(item, "author")]),
                        PublishedAt = published,
                        Tags = Names(item.Elements().Where(e => e.Name.LocalName == "category").Select(e => e.Value)),
                    }
                )
            );
        }
        return new(channel is null ? null : PlainText.OfHtml(Text(channel, "title")), pages, Next(root, address));
    }

    private static PageList Atom(XElement root, Uri address)
    {
        var pages = new List<ListedPage>();
        foreach (var entry in root.Elements().Where(element => element.Name.LocalName == "entry").Take(MostPages))
        {
            var links = entry.Elements().Where(element => element.Name.LocalName == "link").ToList();
            var link =
                links.Find(l =>
                    Attribute(l, "rel") is (null or "alternate") && Attribute(l, "type") is (null or "text/html")
                ) ?? links.Find(l => Attribute(l, "rel") is null or "alternate");
            if (Absolute(address, link is null ? null : Attribute(link, "href")) is not { } page)
                continue;
            var published = Date(Text(entry, "published"));
            pages.Add(
                new(
                    page,
                    Date(Text(entry, "updated")) ?? published,
                    new PageHint
                    {
                        Title = PlainText.OfHtml(Text(entry, "title")),
                        Authors = Names(
                            entry.Elements().Where(e => e.Name.LocalName == "author").Select(e => Text(e, "name"))
                        ),
                        PublishedAt = published,
                        Tags = Names(
                            entry
                                .Elements()
                                .Where(e => e.Name.LocalName == "category")
                                .Select(e => Attribute(e, "label") ?? Attribute(e, "term"))
                        ),
                    }
                )
            );
        }
        return new(PlainText.OfHtml(Text(root, "title")), pages, Next(root, address));
    }

    private static IEnumerable<ListedPage> Sitemap(XElement root, string name, Uri address) =>
        root.Elements()
            .Where(element => element.Name.LocalName == name)
            .Take(MostPages)
            .Select(element => (Page: Absolute(address, Text(element, "loc")), Changed: Date(Text(element, "lastmod"))))
            .Where(pair => pair.Page is not null)
            .Select(pair => new ListedPage(pair.Page!, pair.Changed, new PageHint()));

    // RFC 5005: the next page of a paged feed.
    private static IReadOnlyList<Uri> Next(XElement root, Uri address) =>
        [
            .. root.Descendants()
                .Where(e => e.Name.LocalName == "link" && Attribute(e, "rel") is ("next" or "prev-archive"))
                .Select(e => Absolute(address, Attribute(e, "href")))
                .OfType<Uri>()
                .Take(1),
        ];

    private static bool IsPermaLink(XElement item) =>
        Child(item, "guid") is { } guid && Attribute(guid, "isPermaLink") is (null or "true");

    private static IReadOnlyList<string> Names(IEnumerable<string?> names) =>
        [.. names.Select(PlainText.OfHtml).OfType<string>().Distinct(StringComparer.OrdinalIgnoreCase).Take(30)];

    private static XElement? Child(XElement element, string name) =>
        element.Elements().FirstOrDefault(child => child.Name.LocalName == name);

    private static string? Text(XElement element, string name) =>
        Child(element, name)?.Value.Trim() is { Length: > 0 } text ? text : null;

    private static string? Attribute(XElement element, string name) =>
        element.Attributes().FirstOrDefault(attribute => attribute.Name.LocalName == name)?.Value;

    private static Uri? Absolute(Uri from, string? text) =>
        text is not null && Uri.TryCreate(from, text.Trim(), out var address) && address.Scheme is ("http" or "https")
            ? address
            : null;

    private static DateTimeOffset? Date(string? text) => PageDates.Parse(text);
}
