using PaperBot.Core.Identity;
using PaperBot.Core.Outcomes;
using PaperBot.Core.Papers;
using PaperBot.Core.Readers;

namespace PaperBot.Handlers.Digests;

/// <summary>
/// What a place likes: papers that its people voted for, asked about or opened in the last 90 days. A paper that is like
/// one of them gets points for the nearest; one like a paper that was voted down loses some.
/// </summary>
internal sealed class DigestTaste(IPaperUseStore uses, IPaperStore papers, TimeProvider time)
{
    private const int MostUsed = 30;
    private const int MostShared = 3;
    private const double MostPoints = 6;
    private const double MostVotes = 3;

    // Two papers of one field have a few words in common by chance.
    private const double LeastLikeness = 0.1;

    private static readonly TimeSpan Remembered = TimeSpan.FromDays(90);

    /// <summary>The papers with the reasons that the place's votes and openings give.</summary>
    public async Task<IReadOnlyList<DigestPaper>> JudgeAsync(
        PlaceId place,
        IReadOnlyList<DigestPaper> candidates,
        CancellationToken cancellationToken
    )
    {
        if (candidates.Count == 0)
            return candidates;
        IReadOnlyList<PaperUses> used;
        IReadOnlyList<StoredPaper> records;
        try
        {
            used = await uses.SinceAsync(place, time.GetUtcNow() - Remembered, cancellationToken);
            if (used.Count == 0)
                return candidates;
            used =
            [
                .. used.OrderByDescending(one => Math.Abs(Interest(one)))
                    .ThenBy(one => one.Paper.ToString(), StringComparer.Ordinal),
            ];
            var known = used.Take(MostUsed).Select(one => one.Paper).ToList();
            records = await papers.FindAsync(known, cancellationToken);
        }
        catch (StorageException)
        {
            // Better a digest in arXiv's order than none.
            return candidates;
        }

        var all = candidates.Select(one => one.Paper).Concat(records.Select(record => record.Paper)).ToList();
        var rarity = TermVector.Rarity(all);
        var interests = used.ToDictionary(one => one.Paper);
        var liked = records
            .Select(record =>
                (record.Paper.Id, Uses: interests[record.Paper.Id], Vector: new TermVector(record.Paper, rarity))
            )
            .ToList();
        return [.. candidates.Select(Judge)];

        DigestPaper Judge(DigestPaper paper)
        {
            var reasons = paper.Reasons.ToList();
            var vector = new TermVector(paper.Paper, rarity);
            var near = liked
                .Where(other => other.Id != paper.Paper.Id)
                .Select(other =>
                    (other.Id, other.Vector, Likeness: vector.Likeness(other.Vector), Interest: Interest(other.Uses))
                )
                .Where(other => other.Likeness >= LeastLikeness)
                .Select(other =>
                    (other.Id, other.Vector, Points: Math.Round(MostPoints * other.Likeness * other.Interest, 1))
                )
                .ToList();
            if (near.Count > 0 && near.MaxBy(other => other.Points) is { Points: > 0 } best)
                reasons.Add(Like("like", best));
            if (near.Count > 0 && near.MinBy(other => other.Points) is { Points: < 0 } worst)
                reasons.Add(Like("unlike", worst));
            if (interests.GetValueOrDefault(paper.Paper.Id) is { Votes: not 0 } own)
                reasons.Add(
                    own.Votes > 0
                        ? new DigestReason("votes", Math.Min(MostVotes, own.Votes), $"{own.Of(PaperUseKind.Up)}")
                        // How many voted it down is nobody's business.
                        : new DigestReason("unwanted", -1, "")
                );
            return paper with { Reasons = reasons };

            DigestReason Like(string kind, (ArxivId Id, TermVector Vector, double Points) other) =>
                new(kind, other.Points, $"{other.Id} {string.Join(", ", vector.Shared(other.Vector, MostShared))}");
        }
    }

    /// <summary>How much a place cares for a paper, from -1 to 1.</summary>
    private static double Interest(PaperUses used)
    {
        var sum =
            3 * used.Votes
            + 2 * (used.Of(PaperUseKind.Asked) + used.Of(PaperUseKind.Faq))
            + used.Of(PaperUseKind.Details)
            + used.Of(PaperUseKind.Pdf);
        return Math.Clamp(sum / 3.0, -1, 1);
    }
}
