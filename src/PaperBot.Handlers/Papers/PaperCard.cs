using System.Globalization;
using System.Text;
using PaperBot.Core.Papers;
using PaperBot.Core.Replies;
using PaperBot.Core.Texts;

namespace PaperBot.Handlers.Papers;

/// <summary>A paper as a card, with what the features offer to do with it.</summary>
internal sealed class PaperCard(
    ITexts texts,
    PaperNames names,
    IPaperLinks links,
    IEnumerable<IPaperActions> actions,
    TimeProvider clock
)
{
    private const string DoiResolver = "https://doi.org/";
    private readonly IPaperActions[] _actions = [.. actions.OrderBy(source => source.Order)];

    public Card Of(FoundPaper found, Locale locale)
    {
        var paper = found.Paper;
        return new Card($"paper:{paper.VersionedId}")
        {
            Title = PaperText.Of(paper.Title),
            Link = links.Abstract(found.Asked),
            Markdown = Text(found, locale),
            Actions = [.. _actions.SelectMany(source => source.For(found, locale))],
        };
    }

    private string Text(FoundPaper found, Locale locale)
    {
        var paper = found.Paper;
        var text = new StringBuilder();
        Paragraph(text, names.Authors(paper, locale));
        foreach (var note in Notes(found, locale))
            Paragraph(text, $"*{note}*");
        Paragraph(text, PaperText.Escape(paper.Abstract));
        foreach (var (key, value) in Facts(found, locale))
            text.Append(CultureInfo.InvariantCulture, $"- {texts.Get(locale, key)} {value}\n");
        return text.ToString().TrimEnd();
    }

    private IEnumerable<string> Notes(FoundPaper found, Locale locale)
    {
        var record = found.Record;
        if (record.Origin == PaperOrigin.Sample)
            yield return texts.Get(locale, "paper.note.sample");
        else if (record.Outdated)
            yield return texts.Get(locale, "paper.note.outdated", ("age", clock.GetUtcNow() - record.FetchedAt));
        if (found.Newer is { } newer)
            yield return texts.Get(
                locale,
                "paper.note.newer",
                ("version", found.Paper.Version ?? found.Asked.Version),
                ("newer", MarkdownText.Link($"v{newer}", links.Abstract(found.Paper.Id.WithVersion(newer))))
            );
    }

    private IEnumerable<(string Key, string Value)> Facts(FoundPaper found, Locale locale)
    {
        var paper = found.Paper;
        if (paper.Categories.Count > 0)
            yield return ("paper.fact.categories", names.Categories(paper, locale));
        if (Dates(paper, locale) is { Length: > 0 } dates)
            yield return ("paper.fact.dates", dates);
        if (paper.Comment is { Length: > 0 } comment)
            yield return ("paper.fact.comment", PaperText.Escape(comment));
        if (paper.JournalReference is { Length: > 0 } journal)
            yield return ("paper.fact.journal", PaperText.Escape(journal));
        if (paper.Doi is { Length: > 0 } doi)
            yield return ("paper.fact.doi", Doi(doi));
        yield return ("paper.fact.links", Links(found, locale));
    }

    private string Dates(Paper paper, Locale locale)
    {
        var dates = new List<string>();
        if (paper.SubmittedAt is { } submitted)
            dates.Add(texts.Get(locale, "paper.date.submitted", ("day", DayName.Of(submitted))));
        if (paper.Version is > 1 || (paper.UpdatedAt is { } changed && changed != paper.SubmittedAt))
            dates.Add(Revision(paper, locale));
        return string.Join(texts.Get(locale, "paper.list.semicolon"), dates);
    }

    private string Revision(Paper paper, Locale locale) =>
        (paper.Version, paper.UpdatedAt) switch
        {
            ({ } version, { } date) => texts.Get(
                locale,
                "paper.date.version",
                ("version", version),
                ("day", DayName.Of(date))
            ),
            ({ } version, null) => texts.Get(locale, "paper.date.version.only", ("version", version)),
            (null, { } date) => texts.Get(locale, "paper.date.updated", ("day", DayName.Of(date))),
            _ => "",
        };

    private string Links(FoundPaper found, Locale locale)
    {
        string[] parts =
        [
            MarkdownText.Link($"arXiv:{found.Asked}", links.Abstract(found.Asked)),
            MarkdownText.Link(texts.Get(locale, "paper.action.pdf"), links.Pdf(found.Asked)),
            MarkdownText.Link(texts.Get(locale, "paper.link.html"), links.Html(found.Asked)),
        ];
        return string.Join(" · ", parts);
    }

    private static string Doi(string doi) =>
        Uri.TryCreate(
            DoiResolver + Uri.EscapeDataString(doi).Replace("%2F", "/", StringComparison.Ordinal),
            UriKind.Absolute,
            out var address
        )
            ? MarkdownText.Link(doi, address)
            : MarkdownText.Escape(doi);

    private static void Paragraph(StringBuilder text, string paragraph)
    {
        if (paragraph.Length > 0)
            text.Append(paragraph).Append("\n\n");
    }
}
