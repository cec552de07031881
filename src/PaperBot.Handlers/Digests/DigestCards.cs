using System.Text;
using PaperBot.Core.Identity;
using PaperBot.Core.Papers;
using PaperBot.Core.Replies;
using PaperBot.Core.Texts;
using PaperBot.Handlers.Papers;
using PaperBot.Handlers.Readers;

namespace PaperBot.Handlers.Digests;

/// <summary>
/// Papers of a digest as cards: who wrote them, what they are about in a sentence, why they stand there, and what can be
/// done with them.
/// </summary>
internal sealed class DigestCards(
    PaperNames names,
    IPaperLinks links,
    ReasonText reasons,
    UseCounts counts,
    IEnumerable<IPaperActions> actions,
    ITexts texts,
    TimeProvider time
)
{
    // FAQ, questions, citing and voting; links and related papers are on the paper's own card.
    private const int FirstOrder = 1;
    private const int LastOrder = 29;

    private readonly IPaperActions[] _actions =
    [
        .. actions.Where(one => one.Order is >= FirstOrder and <= LastOrder).OrderBy(one => one.Order),
    ];

    public async Task<IReadOnlyList<Card>> OfAsync(
        IEnumerable<(DigestPaper Paper, string Heading)> papers,
        PlaceId place,
        Locale locale,
        CancellationToken cancellationToken
    ) => await counts.OnAsync([.. papers.Select(one => Of(one.Paper, one.Heading, locale))], place, cancellationToken);

    private Card Of(DigestPaper paper, string heading, Locale locale)
    {
        var record = paper.Paper;
        var parts = new List<string> { heading };
        if (record.Authors.Count > 0)
            parts.Add(names.Short(record, locale));
        if (record.PrimaryCategory is { } category)
            parts.Add(MarkdownText.Escape(category));
        parts.Add($"`{record.Id}`");
        var text = new StringBuilder(string.Join(texts.Get(locale, "paper.list.dot"), parts));
        if (paper.Summary is { } summary)
            text.Append("\n\n").Append(summary.Markdown);
        if (paper.Reasons.Count > 0)
            text.Append("\n\n*").Append(reasons.Of(paper.Reasons, locale, withPoints: false)).Append('*');
        var found = new FoundPaper(record.Id, new StoredPaper(record, PaperOrigin.Feed, time.GetUtcNow()));
        return new Card($"paper:{record.VersionedId}")
        {
            Title = PaperText.Of(record.Title),
            Link = links.Abstract(record.Id),
            Markdown = text.ToString(),
            Actions =
            [
                ReplyAction.Run(texts.Get(locale, "digest.action.details"), $"/paper {record.Id}"),
                .. _actions.SelectMany(source => source.For(found, locale)),
            ],
        };
    }
}
