using System.Globalization;
using System.Text;
using System.Xml;
using PaperBot.Core.Papers;

namespace PaperBot.Testing.Arxiv;

/// <summary>Writes the query API's Atom in either generation.</summary>
internal sealed class AtomWriter(AtomGeneration generation, TimeProvider time)
{
    private const string Atom = "http://www.w3.org/2005/Atom";
    private const string Arxiv = "http://arxiv.org/schemas/atom";
    private const string OpenSearch = "http://a9.com/-/spec/opensearch/1.1/";

    private bool IsOld => generation == AtomGeneration.Old;

    public string Feed(
        string title,
        IReadOnlyList<(SimulatedPaper Paper, int Version)> papers,
        int total,
        int start,
        int page
    ) =>
        Write(xml =>
        {
            Head(xml, "https://arxiv.org/api/simulated", title, total, start, page);
            foreach (var (paper, version) in papers)
                Entry(xml, paper, version);
        });

    public string Error(string sentence)
    {
        var address = $"http{(IsOld ? "" : "s")}://arxiv.org/api/errors#{sentence.Replace(' ', '_')}";
        return Write(xml =>
        {
            Head(xml, "https://arxiv.org/", "arXiv Search Results", 1, 0, 1);
            xml.WriteStartElement("entry", Atom);
            xml.WriteElementString("id", Atom, address);
            xml.WriteElementString("title", Atom, "Error");
            xml.WriteElementString("updated", Atom, Moment(time.GetUtcNow()));
            xml.WriteElementString("summary", Atom, sentence);
            xml.WriteStartElement("author", Atom);
            xml.WriteElementString("name", Atom, "arXiv api core");
            xml.WriteEndElement();
            xml.WriteEndElement();
        });
    }

    /// <summary>Without the characters that XML cannot hold.</summary>
    public static string Clean(string text) =>
        string.Concat(text.Where(c => XmlConvert.IsXmlChar(c) || char.IsSurrogate(c)));

    private static string Write(Action<XmlWriter> body)
    {
        using var text = new Utf8Writer();
        using (var xml = XmlWriter.Create(text, new XmlWriterSettings { Indent = true }))
        {
            xml.WriteStartElement("feed", Atom);
            xml.WriteAttributeString("xmlns", "opensearch", null, OpenSearch);
            xml.WriteAttributeString("xmlns", "arxiv", null, Arxiv);
            body(xml);
            xml.WriteEndElement();
        }

        return text.ToString();
    }

    private void Head(XmlWriter xml, string id, string title, int total, int start, int page)
    {
        xml.WriteElementString("id", Atom, id);
        xml.WriteElementString("title", Atom, Clean(title));
        xml.WriteElementString("updated", Atom, Moment(time.GetUtcNow()));
        xml.WriteElementString("itemsPerPage", OpenSearch, page.ToString(CultureInfo.InvariantCulture));
        xml.WriteElementString("totalResults", OpenSearch, total.ToString(CultureInfo.InvariantCulture));
        xml.WriteElementString("startIndex", OpenSearch, start.ToString(CultureInfo.InvariantCulture));
    }

    private void Entry(XmlWriter xml, SimulatedPaper paper, int version)
    {
        xml.WriteStartElement("entry", Atom);
        xml.WriteElementString("id", Atom, $"http://arxiv.org/abs/{paper.Id}v{version}");
        xml.WriteElementString("title", Atom, Text(paper.Title));
        xml.WriteElementString("updated", Atom, Moment(paper.Updated(version)));
        xml.WriteElementString("summary", Atom, Text(paper.Abstract));
        foreach (var category in paper.Categories)
            Category(xml, "category", Atom, category);
        xml.WriteElementString("published", Atom, Moment(paper.Submitted));
        Optional(xml, "comment", paper.Comment);
        Optional(xml, "journal_ref", paper.JournalReference);
        Optional(xml, "doi", paper.Doi);
        if (paper.Categories.Count > 0)
            Category(xml, "primary_category", Arxiv, paper.Categories[0]);
        foreach (var author in paper.Authors)
            Author(xml, author);
        xml.WriteEndElement();
    }

    private static void Author(XmlWriter xml, Author author)
    {
        xml.WriteStartElement("author", Atom);
        xml.WriteElementString("name", Atom, Clean(author.Name));
        if (author.Affiliation is { } place)
            xml.WriteElementString("affiliation", Arxiv, Clean(place));
        xml.WriteEndElement();
    }

    private static void Category(XmlWriter xml, string name, string space, string category)
    {
        xml.WriteStartElement(name, space);
        xml.WriteAttributeString("term", category);
        xml.WriteAttributeString("scheme", Arxiv);
        xml.WriteEndElement();
    }

    private static void Optional(XmlWriter xml, string name, string? value)
    {
        if (value is { Length: > 0 })
            xml.WriteElementString(name, Arxiv, Clean(value));
    }

    /// <summary>The old API wrapped its texts at 80 characters.</summary>
    private string Text(string text)
    {
        if (!IsOld)
            return Clean(text);
        var wrapped = new StringBuilder();
        var width = 0;
        foreach (var word in Clean(text).Split([' ', '\n'], StringSplitOptions.RemoveEmptyEntries))
        {
            wrapped
                .Append(
                    width + word.Length > 78 ? "\n"
                    : width > 0 ? " "
                    : ""
                )
                .Append(word);
            width = width + word.Length > 78 ? word.Length : width + word.Length + 1;
        }

        return wrapped.ToString();
    }

    private static string Moment(DateTimeOffset moment) =>
        moment.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture);

    private sealed class Utf8Writer() : StringWriter(CultureInfo.InvariantCulture)
    {
        public override Encoding Encoding => Encoding.UTF8;
    }
}
