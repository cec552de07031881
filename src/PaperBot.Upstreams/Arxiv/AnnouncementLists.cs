using System.Collections.Concurrent;
using Microsoft.Extensions.Logging;
using PaperBot.Core.Outcomes;
using PaperBot.Core.Papers;
using PaperBot.Core.Queues;

namespace PaperBot.Upstreams.Arxiv;

/// <summary>
/// The lists of a day by category: from the store where it is complete, else read once from where arXiv has them (the
/// site from 20:00 to midnight Eastern, then the feed, then the site's page of that day for three months).
/// </summary>
internal sealed partial class AnnouncementLists(
    IAnnouncementStore store,
    StoredPapers papers,
    ArxivClient arxiv,
    ArxivCalendar calendar,
    TimeProvider time,
    ILogger<AnnouncementLists> logger
)
{
    private const int CatchUpDays = 90;
    private const int MostRemembered = 5_000;
    private static readonly TimeSpan Busy = TimeSpan.FromHours(2);
    private static readonly TimeSpan AgainWhileBusy = TimeSpan.FromMinutes(10);
    private static readonly TimeSpan AgainLater = TimeSpan.FromHours(2);

    private readonly ConcurrentDictionary<(DateOnly Day, string Category), DateTimeOffset> _looked = new();

    /// <summary>The lists of a day that has been announced by the calendar.</summary>
    public async Task<Outcome<AnnouncementReading>> ReadAsync(
        DateOnly day,
        IReadOnlyList<string> categories,
        Caller caller,
        CancellationToken cancellationToken
    )
    {
        var now = time.GetUtcNow();
        var stored = await store.FindAsync(day, categories, cancellationToken);
        var unread = categories.Where(name => IsUnread(day, name, stored.GetValueOrDefault(name), now)).ToList();
        if (unread.Count == 0)
            return new AnnouncementReading(stored);
        if (day < ArxivDays.Of(now).AddDays(-CatchUpDays))
            return stored.Count == categories.Count ? new AnnouncementReading(stored) : ArxivErrors.TooOld(day);

        var answers = await arxiv.AskAsync(unread.Select(name => CallFor(day, name, now)), caller, cancellationToken);
        var lists = stored.ToDictionary(StringComparer.Ordinal);
        var read = new Dictionary<ArxivId, Paper>();
        var isOutdated = false;
        foreach (var (name, answer) in unread.Zip(answers))
        {
            if (answer.IsOk)
                await TakeAsync(
                    day,
                    name,
                    ((ArxivAnswer.Announced)answer.Value).Listing,
                    lists,
                    read,
                    cancellationToken
                );
            else if (!lists.ContainsKey(name))
                return answer.Error;
            else
                isOutdated = true;
        }

        return new AnnouncementReading(lists) { Papers = read, IsOutdated = isOutdated };
    }

    /// <summary>Whether any category is known to have announced something on the day.</summary>
    public async Task<bool> HasAnyAsync(DateOnly day, CancellationToken cancellationToken) =>
        (
            await store.FindAsync(day, [.. ArxivCategories.All.Select(category => category.Name)], cancellationToken)
        ).Values.Any(list => list.Entries.Count > 0);

    private bool IsUnread(DateOnly day, string category, StoredListing? stored, DateTimeOffset now)
    {
        if (stored?.FetchedAt >= ArxivDays.SettledAt(day))
            return false;
        var again = now < ArxivDays.AnnouncedAt(day) + Busy ? AgainWhileBusy : AgainLater;
        var last = _looked.TryGetValue((day, category), out var looked) ? looked : DateTimeOffset.MinValue;
        // A list read before it was complete is read again then, and not many times before.
        var isSettledNow = now >= ArxivDays.SettledAt(day) && last < ArxivDays.SettledAt(day);
        return isSettledNow || now - (stored?.FetchedAt > last ? stored.FetchedAt : last) >= again;
    }

    private ArxivCall CallFor(DateOnly day, string category, DateTimeOffset now) =>
        day != calendar.CurrentDay(now) ? new ArxivCall.Listing(category, day)
        : now < ArxivDays.InFeedAt(day) ? new ArxivCall.Listing(category, null)
        : new ArxivCall.Feed(category);

    private async Task TakeAsync(
        DateOnly day,
        string category,
        ArxivListing listing,
        Dictionary<string, StoredListing> lists,
        Dictionary<ArxivId, Paper> read,
        CancellationToken cancellationToken
    )
    {
        var now = time.GetUtcNow();
        if (_looked.Count > MostRemembered)
            _looked.Clear();
        _looked[(day, category)] = now;
        var entries = listing
            .Papers.Select(listed => new AnnouncedEntry(listed.Paper.VersionedId, listed.Type))
            .ToList();
        if (listing.Day != day || await IsRepeatAsync(day, category, entries, cancellationToken))
        {
            Log.OtherDay(logger, category, listing.Day, day);
            return;
        }

        // An empty list before morning may be one that is not there yet.
        if (entries.Count == 0 && now < ArxivDays.SettledAt(day))
            return;
        await papers.KeepAsync(listing.Papers.Select(listed => listed.Paper), PaperOrigin.Feed, cancellationToken);
        await store.SaveAsync(day, category, entries, now, cancellationToken);
        var known = lists.GetValueOrDefault(category)?.Entries ?? [];
        var late = entries.Where(entry => known.All(old => old.Id.WithoutVersion != entry.Id.WithoutVersion));
        lists[category] = new([.. known, .. late], now);
        foreach (var listed in listing.Papers)
            read.TryAdd(listed.Paper.Id, listed.Paper);
    }

    /// <summary>On weekends and holidays the last list is served again, sometimes under the new date.</summary>
    private async Task<bool> IsRepeatAsync(
        DateOnly day,
        string category,
        List<AnnouncedEntry> entries,
        CancellationToken cancellationToken
    )
    {
        if (entries.Count == 0)
            return false;
        var before = await store.FindAsync(calendar.Previous(day), [category], cancellationToken);
        return before.TryGetValue(category, out var last)
            && last.Entries.Count > 0
            && last.Entries.Select(entry => entry.Id.WithoutVersion)
                .ToHashSet()
                .SetEquals(entries.Select(entry => entry.Id.WithoutVersion));
    }

    private static partial class Log
    {
        [LoggerMessage(1, LogLevel.Debug, "arXiv's list of {Category} is that of {Day}, not of {Wanted}.")]
        public static partial void OtherDay(ILogger logger, string category, DateOnly day, DateOnly wanted);
    }
}
