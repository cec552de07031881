using System.Globalization;
using PaperBot.Core.Identity;
using PaperBot.Core.Outcomes;
using PaperBot.Core.Papers;
using PaperBot.Core.Readers;
using PaperBot.Core.Replies;

namespace PaperBot.Handlers.Readers;

/// <summary>
/// Puts onto the buttons of papers' cards how many here have used them (<c>FAQ 12</c>), and leads the PDF over the bot's
/// own address where it has one. Votes against a paper are never told.
/// </summary>
internal sealed class UseCounts(IPaperUseStore uses, IPaperLinks links, IEnumerable<IPaperGates> gates)
{
    private const string CardOfPaper = "paper:";

    private static readonly (string Start, string End, PaperUseKind Kind)[] Buttons =
    [
        ("/paper ", "", PaperUseKind.Details),
        ("/faq ", "", PaperUseKind.Faq),
        ("/ask ", "", PaperUseKind.Asked),
        ("/vote ", " up", PaperUseKind.Up),
    ];

    /// <summary>The cards with counts; other cards as they are.</summary>
    public async Task<IReadOnlyList<Card>> OnAsync(
        IReadOnlyList<Card> cards,
        PlaceId place,
        CancellationToken cancellationToken
    )
    {
        var papers = cards.ToDictionary(card => card, Paper);
        IReadOnlyDictionary<ArxivId, PaperUses> counts;
        try
        {
            counts = await uses.CountAsync(place, [.. papers.Values.OfType<ArxivId>()], cancellationToken);
        }
        catch (StorageException)
        {
            return cards;
        }

        var shown = new List<Card>();
        foreach (var card in cards)
            shown.Add(papers[card] is { } paper ? await OnAsync(card, paper, counts, place, cancellationToken) : card);
        return shown;
    }

    private async Task<Card> OnAsync(
        Card card,
        ArxivId paper,
        IReadOnlyDictionary<ArxivId, PaperUses> counts,
        PlaceId place,
        CancellationToken cancellationToken
    )
    {
        var used = counts.GetValueOrDefault(paper);
        var actions = new List<ReplyAction>();
        foreach (var action in card.Actions)
        {
            if (action.Link is { } link && IsPdf(link, paper))
            {
                var gate = await GateAsync(paper, place, cancellationToken);
                var label = With(action.Label, gate is null ? 0 : used?.Of(PaperUseKind.Pdf) ?? 0);
                actions.Add(ReplyAction.Open(label, gate ?? link));
            }
            else if (action.Line is { } line && used is not null && KindOf(line) is { } kind)
                actions.Add(ReplyAction.Run(With(action.Label, used.Of(kind)), line, action.Effect));
            else
                actions.Add(action);
        }

        return card with
        {
            Actions = actions,
        };
    }

    private async Task<Uri?> GateAsync(ArxivId paper, PlaceId place, CancellationToken cancellationToken)
    {
        foreach (var gate in gates)
            if (await gate.PdfAsync(paper, place, cancellationToken) is { } address)
                return address;
        return null;
    }

    private bool IsPdf(Uri link, ArxivId paper) =>
        link.AbsoluteUri.StartsWith(links.Pdf(paper).AbsoluteUri, StringComparison.Ordinal);

    private static ArxivId? Paper(Card card) =>
        card.Key.StartsWith(CardOfPaper, StringComparison.Ordinal)
        && ArxivId.TryParse(card.Key[CardOfPaper.Length..], out var id)
            ? id.WithoutVersion
            : null;

    private static PaperUseKind? KindOf(string line)
    {
        foreach (var (start, end, kind) in Buttons)
            if (line.StartsWith(start, StringComparison.Ordinal) && line.EndsWith(end, StringComparison.Ordinal))
                return kind;
        return null;
    }

    private static string With(string label, int count) =>
        count == 0 ? label : string.Create(CultureInfo.InvariantCulture, $"{label} {count}");
}
