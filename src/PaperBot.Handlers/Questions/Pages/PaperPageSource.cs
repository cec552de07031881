using PaperBot.Core.Documents;
using PaperBot.Core.Models;
using PaperBot.Core.Papers;
using PaperBot.Core.Replies;
using PaperBot.Core.Texts;
using PaperBot.Handlers.Papers;
using PaperBot.Handlers.Papers.Citing;
using PaperBot.Handlers.Questions.Faq;
using PaperBot.Handlers.Questions.Generating;

namespace PaperBot.Handlers.Questions.Pages;

/// <summary>Puts a paper's page together from what is stored.</summary>
internal sealed class PaperPageSource(
    IPaperStore papers,
    IAnswerStore answers,
    IDocumentStore documents,
    IEvidenceFinder finder,
    PaperCard cards,
    FaqText faq,
    RelatedPapers related,
    PaperLine lines,
    IEnumerable<ICitationFormat> formats,
    IPaperLinks links,
    ITexts texts
) : IPaperPageSource
{
    private readonly ICitationFormat[] _formats = [.. formats];

    public async Task<PaperPage?> FindAsync(ArxivId paper, Locale locale, CancellationToken cancellationToken)
    {
        var wanted = paper;
        if (paper.Version is null)
        {
            var kept = await answers.VersionsAsync(paper.ToString(), cancellationToken);
            if (kept.Count > 0 && ArxivId.TryParse(kept[0], out var newest))
                wanted = newest;
        }
        var stored = await papers.FindAsync([wanted, paper.WithoutVersion], cancellationToken);
        var latest = stored.MaxBy(record => record.Paper.Version ?? 0);
        if (latest is null)
            return null;
        var record = stored.FirstOrDefault(one => one.Paper.VersionedId == wanted) ?? latest;
        var shown = wanted.Version is not null ? wanted : VersionOf(record.Paper);
        var newer = latest.Paper.Version > shown.Version ? latest.Paper.Version : null;
        var head = cards.Of(new FoundPaper(shown, record, newer), locale) with { Actions = [] };
        var sections = new List<PaperPageSection>();
        var given = await answers.OfPaperAsync(shown.ToString(), cancellationToken);
        foreach (var language in Locale.All.OrderByDescending(language => language == locale))
            if (Kept(given, language) is { Count: > 0 } kept)
                sections.Add(Section(kept, language, locale));
        if (sections.Count == 0 && await ExtractiveAsync(shown, locale, cancellationToken) is { } own)
            sections.Add(own);
        sections.Add(Cite(record.Paper, shown, locale));
        if (await RelatedAsync(record.Paper, locale, cancellationToken) is { } near)
            sections.Add(near);
        return new PaperPage(shown, head, sections);
    }

    private static ArxivId VersionOf(Paper paper) =>
        paper.VersionedId.Version is null ? paper.Id.WithVersion(1) : paper.VersionedId;

    private static List<FaqAnswer> Kept(IReadOnlyList<KeptAnswer> given, Locale language) =>
        [
            .. FaqQuestion
                .All.Select(question => new FaqAnswer(question)
                {
                    // Newest first: the first of a question is the one that counts.
                    Given = given.FirstOrDefault(answer =>
                        answer.Language == language && answer.Question == AnswerOrder.FaqKey(question.Name)
                    )
                        is { } kept
                        ? GivenAnswer.Of(kept, wasKept: true)
                        : null,
                })
                .Where(answer => answer.Given is not null),
        ];

    private PaperPageSection Section(IReadOnlyList<FaqAnswer> kept, Locale language, Locale locale) =>
        new(
            language.IsChinese ? "faq-zh" : "faq-en",
            texts.Get(locale, language.IsChinese ? "page.faq.zh" : "page.faq.en"),
            [.. kept.Select(answer => Card(answer, language))]
        );

    private Card Card(FaqAnswer answer, Locale language) =>
        new(answer.Question.Name) { Title = faq.Title(answer.Question, language), Markdown = faq.Of(answer, language) };

    // Where no model ever answered: the paper's own sentences, if its text was read before.
    private async Task<PaperPageSection?> ExtractiveAsync(
        ArxivId paper,
        Locale locale,
        CancellationToken cancellationToken
    )
    {
        if (await documents.FindAsync(DocumentId.Of(paper), cancellationToken) is not { } document)
            return null;
        var own = FaqQuestion
            .All.Select(question => new FaqAnswer(question) { Sentences = finder.Sentences(question.In(document)) })
            .Where(answer => answer.Sentences.Count > 0)
            .Select(answer => Card(answer, locale));
        var note = new Card("note") { Markdown = $"*{texts.Get(locale, "page.faq.note")}*" };
        return new("faq", texts.Get(locale, "page.faq"), [.. own, note]);
    }

    private PaperPageSection Cite(Paper paper, ArxivId shown, Locale locale)
    {
        var cited = new Papers.Citing.Citation(paper, shown.Version, links.Abstract(shown));
        var entries = _formats.Select(format => new Card(format.Name)
        {
            Title = texts.Get(locale, $"cite.format.{format.Name}"),
            // Long enough for any back-ticks in a title.
            Markdown = $"``````\n{string.Join("\n\n", format.Write([cited]))}\n``````",
        });
        return new("cite", texts.Get(locale, "page.cite"), [.. entries]);
    }

    private async Task<PaperPageSection?> RelatedAsync(Paper paper, Locale locale, CancellationToken cancellationToken)
    {
        var near = await related.StoredAsync(paper, cancellationToken);
        if (near.Count == 0)
            return null;
        var list = string.Join('\n', near.Select(other => "- " + lines.Of(other.Paper, locale)));
        return new("related", texts.Get(locale, "page.related"), [new Card("related") { Markdown = list }]);
    }
}
