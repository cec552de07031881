using PaperBot.Core.Digests;

namespace PaperBot.Handlers.Digests;

/// <summary>
/// The papers that match a subscription in the order in which it tells them: new ones, cross-lists, new versions and late
/// ones apart; inside a section by points, and of equal points in arXiv's order.
/// </summary>
internal sealed class DigestRanking(DigestTaste taste)
{
    public async Task<IReadOnlyList<DigestPaper>> OfAsync(
        DigestSubscription subscription,
        IEnumerable<DigestPaper> papers,
        DateOnly? lastDay,
        CancellationToken cancellationToken
    )
    {
        var filter = new DigestFilter(subscription.Settings);
        var matched = papers.Select(filter.Match).OfType<DigestPaper>().ToList();
        var judged = await taste.JudgeAsync(subscription.Place.Id, matched, cancellationToken);
        return
        [
            .. judged
                .Select(paper => DigestText.Section(paper, lastDay) == DigestText.LateSection ? Late(paper) : paper)
                .OrderBy(paper => DigestText.Section(paper, lastDay))
                .ThenByDescending(paper => paper.Score),
        ];
    }

    private static DigestPaper Late(DigestPaper paper) =>
        paper with
        {
            Reasons = [new DigestReason(ReasonText.Late, 0, ""), .. paper.Reasons],
        };
}
