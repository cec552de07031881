using System.Collections.Concurrent;
using PaperBot.Core.Outcomes;
using PaperBot.Core.Papers;
using PaperBot.Core.Progress;
using PaperBot.Core.Queues;

namespace PaperBot.Handlers.Digests;

/// <summary>
/// The lists of days by category, read once for all subscriptions: what a thousand of them ask for at the same minute is
/// one reading of each category.
/// </summary>
internal sealed class DayLists(
    IPaperSource source,
    IAnnouncementReview review,
    IAnnouncementCalendar calendar,
    TimeProvider time
)
{
    private static readonly TimeSpan Young = TimeSpan.FromMinutes(4);
    private static readonly TimeSpan Settled = TimeSpan.FromHours(1);
    private static readonly TimeSpan Long = TimeSpan.FromHours(6);
    private static readonly Caller Schedule = new("digests", Urgency.Scheduled, NoProgress.Instance);

    private readonly ConcurrentDictionary<
        (DateOnly Day, string Category),
        (DateTimeOffset Until, Lazy<Task<Outcome<Announcement>>> List)
    > _lists = new();

    /// <summary>The list of one category on a day.</summary>
    public Task<Outcome<Announcement>> ReadAsync(DateOnly day, string category)
    {
        var now = time.GetUtcNow();
        var entry = _lists.AddOrUpdate((day, category), _ => Fresh(), (_, old) => old.Until > now ? old : Fresh());
        if (!entry.List.IsValueCreated)
            Forget(now);
        return entry.List.Value;

        (DateTimeOffset, Lazy<Task<Outcome<Announcement>>>) Fresh() =>
            // Not cancelled with one of those who wait for it.
            (now + Life(day, now), new(() => ReadNowAsync(day, category)));
    }

    /// <summary>Lists of thousands of papers are not kept longer than they are good for.</summary>
    private void Forget(DateTimeOffset now)
    {
        foreach (var (key, old) in _lists)
            if (old.Until <= now)
                _lists.TryRemove(new(key, old));
    }

    /// <summary>For how long a list is not asked for again: briefly while it may still grow.</summary>
    private TimeSpan Life(DateOnly day, DateTimeOffset now)
    {
        if (now > review.ReviewableAt(day) + Settled)
            return Long;
        var life = now > calendar.SettledAt(day) + Settled ? Settled : Young;
        var left = review.ReviewableAt(day) - now;
        return left > TimeSpan.Zero && left < life ? left : life;
    }

    private async Task<Outcome<Announcement>> ReadNowAsync(DateOnly day, string category)
    {
        var list = await AnnouncedAsync(day, category);
        return await review.ReviewAsync(day, [category], Schedule, CancellationToken.None) > 0
            ? await AnnouncedAsync(day, category)
            : list;
    }

    private Task<Outcome<Announcement>> AnnouncedAsync(DateOnly day, string category) =>
        source.AnnouncementAsync(new CategorySelection([category], []), day, Schedule, CancellationToken.None);
}
