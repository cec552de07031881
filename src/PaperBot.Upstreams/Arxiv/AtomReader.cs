using System.Globalization;
using System.Xml;
using PaperBot.Core.Papers;

namespace PaperBot.Upstreams.Arxiv;

/// <summary>Reads Atom as arXiv writes it, in its query API (both generations) and in its feeds.</summary>
internal static class AtomReader
{
    private const int MostEntries = 5_000;
    private const int MostAuthors = 20_000;

    /// <summary>An answer of the query API.</summary>
    /// <exception cref="XmlException">It is not XML, or has a DTD.</exception>
    /// <exception cref="InvalidDataException">It is not a feed, or beyond a limit.</exception>
    public static AtomFeed ReadQuery(Stream body, long longest)
    {
        var papers = new List<Paper>();
        string? error = null;
        var total = Read(
            body,
            longest,
            entry =>
            {
                if (entry.IsError)
                    error ??= TexText.Line(entry.Summary);
                else if (entry.ToPaper() is { } paper)
                    papers.Add(paper);
            },
            _ => { }
        );
        return new(papers, total, error);
    }

    /// <summary>Reads every entry of a feed.</summary>
    /// <param name="body">The answer.</param>
    /// <param name="longest">Characters at most.</param>
    /// <param name="take">Takes each entry.</param>
    /// <param name="takeUpdated">Takes when the feed says that it was made.</param>
    /// <returns>The total over all pages, where the feed tells it.</returns>
    public static int? Read(Stream body, long longest, Action<AtomEntry> take, Action<string> takeUpdated)
    {
        using var xml = SafeXml.Open(body, longest);
        if (
            xml.MoveToContent() != XmlNodeType.Element
            || xml is not { LocalName: "feed", NamespaceURI: AtomNames.Atom }
        )
            throw new InvalidDataException("The answer is not an Atom feed.");
        int? total = null;
        var entries = 0;
        while (SafeXml.Next(xml))
        {
            if (xml.NodeType != XmlNodeType.Element)
                continue;
            if (xml is { LocalName: "entry", NamespaceURI: AtomNames.Atom })
            {
                if (++entries > MostEntries)
                    throw new InvalidDataException("The answer has too many entries.");
                take(ReadEntry(xml));
            }
            else if (xml is { LocalName: "totalResults", NamespaceURI: AtomNames.OpenSearch })
            {
                var text = SafeXml.Text(xml).Trim();
                total = int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var n) ? n : null;
            }
            else if (xml is { LocalName: "updated", NamespaceURI: AtomNames.Atom, Depth: 1 })
            {
                takeUpdated(SafeXml.Text(xml));
            }
        }

        return total;
    }

    private static AtomEntry ReadEntry(XmlReader xml)
    {
        var entry = new AtomEntry();
        if (xml.IsEmptyElement)
            return entry;
        var depth = xml.Depth;
        while (SafeXml.Next(xml) && xml.Depth > depth)
        {
            if (xml.NodeType == XmlNodeType.Element && xml.Depth == depth + 1)
                ReadField(xml, entry);
        }

        return entry;
    }

    private static void ReadField(XmlReader xml, AtomEntry entry)
    {
        switch (xml.NamespaceURI, xml.LocalName)
        {
            case (AtomNames.Atom, "id"):
                entry.Id = SafeXml.Text(xml);
                break;
            case (AtomNames.Atom, "title"):
                entry.Title = SafeXml.Text(xml);
                break;
            case (AtomNames.Atom, "summary"):
                entry.Summary = SafeXml.Text(xml);
                break;
            case (AtomNames.Atom, "published"):
                entry.Published = SafeXml.Text(xml);
                break;
            case (AtomNames.Atom, "updated"):
                entry.Updated = SafeXml.Text(xml);
                break;
            case (AtomNames.Atom, "category"):
                if (xml.GetAttribute("term") is { Length: > 0 and < 100 } term && entry.Categories.Count < 100)
                    entry.Categories.Add(term);
                break;
            case (AtomNames.Atom, "author"):
                ReadAuthor(xml, entry);
                break;
            case (AtomNames.Arxiv, "primary_category"):
                entry.Primary = xml.GetAttribute("term");
                break;
            case (AtomNames.Arxiv, "comment"):
                entry.Comment = SafeXml.Text(xml);
                break;
            case (AtomNames.Arxiv, "journal_ref" or "journal_reference"):
                entry.JournalReference = SafeXml.Text(xml);
                break;
            case (AtomNames.Arxiv, "doi" or "DOI"):
                entry.Doi = SafeXml.Text(xml);
                break;
            case (AtomNames.Arxiv, "announce_type"):
                entry.AnnounceType = SafeXml.Text(xml).Trim();
                break;
            case (AtomNames.DublinCore, "creator"):
                entry.Creators = SafeXml.Text(xml);
                break;
        }
    }

    private static void ReadAuthor(XmlReader xml, AtomEntry entry)
    {
        if (xml.IsEmptyElement)
            return;
        string name = "";
        var places = new List<string>();
        var depth = xml.Depth;
        while (SafeXml.Next(xml) && xml.Depth > depth)
        {
            if (xml is { NodeType: XmlNodeType.Element, LocalName: "name" })
                name = TexText.Line(SafeXml.Text(xml));
            else if (xml is { NodeType: XmlNodeType.Element, LocalName: "affiliation" } && places.Count < 20)
                places.Add(TexText.Line(SafeXml.Text(xml)));
        }

        if (name.Length == 0)
            return;
        if (entry.Authors.Count >= MostAuthors)
            throw new InvalidDataException("A paper in the answer has too many authors.");
        places.RemoveAll(place => place.Length == 0);
        entry.Authors.Add(new(name, places.Count > 0 ? string.Join("; ", places) : null));
    }
}
