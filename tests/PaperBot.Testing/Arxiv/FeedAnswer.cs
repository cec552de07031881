using System.Globalization;
using System.Text;
using System.Xml;

namespace PaperBot.Testing.Arxiv;

/// <summary>Answers a request to the announcement feeds, in Atom or RSS, as arXiv's own feed service does.</summary>
internal sealed class FeedAnswer(AnnouncementPlan plan, TimeProvider time)
{
    private const string Atom = "http://www.w3.org/2005/Atom";
    private const string Arxiv = "http://arxiv.org/schemas/atom";
    private const string DublinCore = "http://purl.org/dc/elements/1.1/";
    private const int MostEntries = 2000;

    /// <summary>Whether a day without a mailing serves the last one again, under its own date.</summary>
    public bool RepeatsLast { get; set; }

    /// <summary>Whether the repeated list bears the day's date instead.</summary>
    public bool RedatesRepeats { get; set; }

    public (int Status, string Body) Of(string subjects, bool isAtom)
    {
        var names = subjects.Split('+', StringSplitOptions.RemoveEmptyEntries);
        if (names.Length == 0 || names.Any(name => !Core.Papers.ArxivCategories.TryFind(name, out _)))
            return (400, Write(isAtom, $"Feed error for query: {subjects}", Today, []));
        var today = Today;
        var day = today;
        if (
            plan.Of(day, time.GetUtcNow()).Count == 0
            && RepeatsLast
            && plan.Newest(time.GetUtcNow()) is { } last
            && last < day
        )
            day = last;
        var entries = plan.Of(day, time.GetUtcNow())
            .Select(announced => (Announced: announced, Type: announced.TypeFor(names)))
            .Where(pair => pair.Type is not null)
            .Take(MostEntries)
            .ToList();
        var title = $"{string.Join(", ", names)} updates on arXiv.org";
        return (200, Write(isAtom, title, RedatesRepeats ? today : day, entries));
    }

    private DateOnly Today => AnnouncementPlan.Today(time.GetUtcNow());

    private string Write(
        bool isAtom,
        string title,
        DateOnly day,
        IReadOnlyList<(SimulatedAnnouncement Announced, string? Type)> entries
    )
    {
        var text = new StringBuilder();
        using (var xml = XmlWriter.Create(text, new XmlWriterSettings { Indent = true }))
        {
            if (isAtom)
                WriteAtom(xml, title, day, entries);
            else
                WriteRss(xml, title, day, entries);
        }

        return text.Replace("utf-16", "utf-8", 0, Math.Min(60, text.Length)).ToString();
    }

    private void WriteAtom(
        XmlWriter xml,
        string title,
        DateOnly day,
        IReadOnlyList<(SimulatedAnnouncement Announced, string? Type)> entries
    )
    {
        xml.WriteStartElement("feed", Atom);
        xml.WriteAttributeString("xmlns", "arxiv", null, Arxiv);
        xml.WriteAttributeString("xmlns", "dc", null, DublinCore);
        xml.WriteElementString("id", Atom, "http://rss.arxiv.org/atom/simulated");
        xml.WriteElementString("title", Atom, title);
        xml.WriteElementString("updated", Atom, time.GetUtcNow().ToString("O", CultureInfo.InvariantCulture));
        foreach (var (announced, type) in entries)
        {
            var paper = announced.Paper;
            xml.WriteStartElement("entry", Atom);
            xml.WriteElementString("id", Atom, $"oai:arXiv.org:{paper.Id}v{paper.Versions}");
            xml.WriteElementString("title", Atom, AtomWriter.Clean(paper.Title));
            xml.WriteElementString("updated", Atom, time.GetUtcNow().ToString("O", CultureInfo.InvariantCulture));
            xml.WriteElementString("summary", Atom, Summary(paper, type));
            foreach (var category in paper.Categories)
            {
                xml.WriteStartElement("category", Atom);
                xml.WriteAttributeString("term", category);
                xml.WriteEndElement();
            }

            xml.WriteElementString("published", Atom, $"{day:yyyy-MM-dd}T00:00:00-05:00");
            xml.WriteElementString("announce_type", Arxiv, type);
            xml.WriteElementString("rights", DublinCore, "http://arxiv.org/licenses/nonexclusive-distrib/1.0/");
            if (paper.JournalReference is { } journal)
                xml.WriteElementString("journal_reference", Arxiv, AtomWriter.Clean(journal));
            if (paper.Doi is { } doi)
                xml.WriteElementString("DOI", Arxiv, AtomWriter.Clean(doi));
            xml.WriteElementString("creator", DublinCore, AtomWriter.Clean(Creators(paper)));
            xml.WriteEndElement();
        }

        xml.WriteEndElement();
    }

    private static void WriteRss(
        XmlWriter xml,
        string title,
        DateOnly day,
        IReadOnlyList<(SimulatedAnnouncement Announced, string? Type)> entries
    )
    {
        xml.WriteStartElement("rss");
        xml.WriteAttributeString("version", "2.0");
        xml.WriteAttributeString("xmlns", "arxiv", null, Arxiv);
        xml.WriteAttributeString("xmlns", "dc", null, DublinCore);
        xml.WriteStartElement("channel");
        xml.WriteElementString("title", title);
        xml.WriteElementString("pubDate", Date(day));
        foreach (var (announced, type) in entries)
        {
            var paper = announced.Paper;
            xml.WriteStartElement("item");
            xml.WriteElementString("title", AtomWriter.Clean(paper.Title));
            xml.WriteElementString("link", $"https://arxiv.org/abs/{paper.Id}");
            xml.WriteElementString("description", Summary(paper, type));
            xml.WriteElementString("guid", $"oai:arXiv.org:{paper.Id}v{paper.Versions}");
            foreach (var category in paper.Categories)
                xml.WriteElementString("category", category);
            xml.WriteElementString("pubDate", Date(day));
            xml.WriteElementString("announce_type", Arxiv, type);
            xml.WriteElementString("creator", DublinCore, AtomWriter.Clean(Creators(paper)));
            xml.WriteEndElement();
        }

        xml.WriteEndElement();
        xml.WriteEndElement();
    }

    private static string Summary(SimulatedPaper paper, string? type) =>
        AtomWriter.Clean($"arXiv:{paper.Id}v{paper.Versions} Announce Type: {type} \nAbstract: {paper.Abstract}");

    private static string Creators(SimulatedPaper paper) =>
        string.Join(
            ", ",
            paper.Authors.Select(author => author.Affiliation is { } place ? $"{author.Name} ({place})" : author.Name)
        );

    private static string Date(DateOnly day) =>
        day.ToString("ddd, dd MMM yyyy", CultureInfo.InvariantCulture) + " 00:00:00 -0500";
}
