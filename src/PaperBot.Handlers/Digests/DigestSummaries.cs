using System.Collections.Concurrent;
using PaperBot.Core.Models;
using PaperBot.Core.Outcomes;
using PaperBot.Core.Papers;
using PaperBot.Core.Progress;
using PaperBot.Core.Queues;
using PaperBot.Core.Texts;

namespace PaperBot.Handlers.Digests;

/// <summary>
/// One sentence for each paper and language, made once for all subscriptions that tell the paper on one morning.
/// </summary>
internal sealed class DigestSummaries(ISummaries summaries, TimeProvider time)
{
    private const int MostKept = 5_000;

    // A digest waits no longer for its sentences: the titles are what it is about.
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(3);
    private static readonly Caller Schedule = new("digests", Urgency.Scheduled, NoProgress.Instance);

    // A sentence that no model made may be the budget's or an outage's doing, and is not for ever.
    private static readonly TimeSpan Again = TimeSpan.FromMinutes(15);

    private readonly ConcurrentDictionary<
        (ArxivId Paper, string Language),
        (DateTimeOffset Since, Lazy<Task<PaperSummary?>> Made)
    > _kept = new();

    /// <summary>The papers with their sentences; a paper whose sentence is not to be had now has none.</summary>
    public async Task<IReadOnlyList<DigestPaper>> OnAsync(
        IReadOnlyList<DigestPaper> papers,
        Locale language,
        int most,
        CancellationToken cancellationToken
    )
    {
        if (most == 0)
            return papers;
        var best = papers
            .Where(paper => paper.Paper.Abstract.Length > 0)
            .OrderByDescending(paper => paper.Score)
            .Take(most)
            .ToHashSet();
        return await Task.WhenAll(
            papers.Select(async paper =>
                best.Contains(paper)
                    ? paper with
                    {
                        Summary = await OfAsync(paper.Paper, language, cancellationToken),
                    }
                    : paper
            )
        );
    }

    /// <summary>The sentence about one paper; null when it is not to be had now.</summary>
    public async Task<PaperSummary?> OfAsync(Paper paper, Locale language, CancellationToken cancellationToken)
    {
        if (paper.Abstract.Length == 0)
            return null;
        if (_kept.Count > MostKept)
            _kept.Clear();
        var key = (paper.VersionedId, language.Tag);
        // Not cancelled with one of those who wait for it.
        var kept = _kept.AddOrUpdate(key, _ => Fresh(), (_, old) => IsGood(old) ? old : Fresh());
        try
        {
            return await kept.Made.Value.WaitAsync(Patience, time, cancellationToken);
        }
        catch (TimeoutException)
        {
            return null;
        }

        (DateTimeOffset, Lazy<Task<PaperSummary?>>) Fresh() =>
            (time.GetUtcNow(), new(() => MakeAsync(key, paper, language)));
    }

    private bool IsGood((DateTimeOffset Since, Lazy<Task<PaperSummary?>> Made) kept) =>
        !kept.Made.IsValueCreated
        || !kept.Made.Value.IsCompleted
        || (
            kept.Made.Value.IsCompletedSuccessfully
            && (kept.Made.Value.Result is { Model: not null } || time.GetUtcNow() < kept.Since + Again)
        );

    private async Task<PaperSummary?> MakeAsync((ArxivId, string) key, Paper paper, Locale language)
    {
        try
        {
            return await summaries.OfAsync(paper, language, Schedule, CancellationToken.None);
        }
        catch (StorageException)
        {
            _kept.TryRemove(key, out _);
            return null;
        }
    }
}
