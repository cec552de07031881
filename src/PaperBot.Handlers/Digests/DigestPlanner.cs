using PaperBot.Core.Digests;
using PaperBot.Core.Texts;

namespace PaperBot.Handlers.Digests;

/// <summary>
/// Decides what a look at a subscription comes to: the day's digest, a supplement of late papers, or to look again
/// later. It writes nothing.
/// </summary>
internal sealed class DigestPlanner(
    DigestReader reader,
    DigestRanking ranking,
    DigestSummaries summaries,
    DigestText text,
    DigestClock clock,
    ISubscriptionStore store,
    TimeProvider time
) : IDisposable
{
    private const int LookBackDays = 4;
    private const int MostDays = 30;
    private static readonly TimeSpan Again = TimeSpan.FromMinutes(5);

    // Thousands that are due together are ranked and written by one core; the others are there for people.
    private readonly SemaphoreSlim _core = new(1, 1);

    public async Task<DigestTurn> PlanAsync(DigestSubscription subscription, CancellationToken cancellationToken)
    {
        var now = time.GetUtcNow();
        var settings = subscription.Settings;
        var isDue = subscription.DueAt <= now;
        var due = isDue ? DigestClock.Latest(settings, subscription.DueAt, now) : subscription.DueAt;
        var target = isDue ? clock.Target(settings, due) : subscription.LastDay ?? subscription.FromDay;
        if (subscription.LastDay > target)
            target = subscription.LastDay.Value;
        // What was announced before the wishes were changed is not late.
        if (!isDue && subscription.FromDay > target)
            return new DigestTurn(subscription, subscription.DueAt, subscription.DueAt);
        var reading = await reader.ReadAsync(settings, From(subscription, target), target);
        if (isDue && reading.IsMissing && now < due + DigestClock.Wait)
        {
            var again = now + Again;
            var last = due + DigestClock.Wait;
            return new DigestTurn(subscription, subscription.DueAt, again < last ? again : last);
        }

        var keys = reading.Papers.Select(paper => paper.Key).ToList();
        var seen = await store.SeenAsync(subscription.Id, keys, cancellationToken);
        var fresh = reading.Papers.Where(paper => !seen.Contains(paper.Key));
        var matched = await AloneAsync(
            () => ranking.OfAsync(subscription, fresh, subscription.LastDay, cancellationToken),
            cancellationToken
        );
        var zone = DigestClock.ZoneOf(settings);
        var day = DigestClock.DayOf(isDue ? due : now, zone);
        var next = isDue ? DigestClock.Next(settings, now, day) : subscription.DueAt;
        var wake = reading.IsMissing ? Earlier(now + Again, next) : clock.WakeAfter(target, now, next);
        var turn = new DigestTurn(subscription, next, wake);
        if (isDue)
            turn = turn with { LastRun = day, LastDay = target };
        if (!isDue && matched.Count == 0)
            return turn;
        var announced = reading.Papers.Count(paper =>
            isDue && (subscription.LastDay is not { } last || paper.Day > last)
        );
        var late = matched.Count(paper => paper.Day <= subscription.LastDay);
        var facts = new DigestFacts(subscription, reading, isDue ? announced + late : matched.Count, next)
        {
            Day = day,
        };
        var told = await TellAsync(subscription, matched, cancellationToken);
        var content = await AloneAsync(
            async () => PostJson.Write(await text.OfAsync(facts, told, cancellationToken)),
            cancellationToken
        );
        return turn with
        {
            Post = new DigestPost(day, content, Delivered(matched))
            {
                Announced = facts.Announced,
                Matched = matched.Count,
            },
        };
    }

    /// <summary>What a digest of now would be, without those that were delivered being left out.</summary>
    public async Task<PostText> PreviewAsync(DigestSubscription subscription, CancellationToken cancellationToken)
    {
        var now = time.GetUtcNow();
        var target = clock.Target(subscription.Settings, now);
        var reading = await reader.ReadAsync(subscription.Settings, target, target).WaitAsync(cancellationToken);
        var matched = await ranking.OfAsync(subscription, reading.Papers, null, cancellationToken);
        var told = await TellAsync(subscription, matched, cancellationToken);
        // Nobody is notified by what only the asker sees.
        var fresh = subscription with
        {
            LastDay = null,
            Settings = subscription.Settings with { Role = null },
        };
        var facts = new DigestFacts(fresh, reading, reading.Papers.Count, subscription.DueAt);
        return await text.OfAsync(facts, told, cancellationToken);
    }

    public void Dispose() => _core.Dispose();

    private async Task<T> AloneAsync<T>(Func<Task<T>> work, CancellationToken cancellationToken)
    {
        await _core.WaitAsync(cancellationToken);
        try
        {
            return await work();
        }
        finally
        {
            _core.Release();
        }
    }

    private Task<IReadOnlyList<DigestPaper>> TellAsync(
        DigestSubscription subscription,
        IReadOnlyList<DigestPaper> papers,
        CancellationToken cancellationToken
    ) =>
        summaries.OnAsync(
            papers,
            Locale.Parse(subscription.Settings.Language),
            subscription.Settings.Limit ?? DigestSettings.DefaultLimit,
            cancellationToken
        );

    private static DateOnly From(DigestSubscription subscription, DateOnly target)
    {
        var from = subscription.LastDay?.AddDays(-LookBackDays) ?? subscription.FromDay;
        if (from < subscription.FromDay)
            from = subscription.FromDay;
        if (from < target.AddDays(-MostDays))
            from = target.AddDays(-MostDays);
        return from > target ? target : from;
    }

    private static List<DeliveredPaper> Delivered(IReadOnlyList<DigestPaper> papers) =>
        [
            .. papers.Select(
                (paper, i) =>
                    new DeliveredPaper(
                        paper.Key,
                        paper.Paper.VersionedId,
                        paper.Type,
                        paper.Day,
                        i + 1,
                        ReasonText.Write(paper.Reasons)
                    )
            ),
        ];

    private static DateTimeOffset Earlier(DateTimeOffset one, DateTimeOffset other) => one < other ? one : other;
}
