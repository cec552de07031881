using PaperBot.Core.Outcomes;
using PaperBot.Core.Papers;
using PaperBot.Core.Queues;

namespace PaperBot.Upstreams.Arxiv;

/// <summary>The announcement of a day: merged over categories, quiet days explained.</summary>
internal sealed class Announcements(
    AnnouncementLists lists,
    PaperLookUps lookUps,
    StoredPapers store,
    ArxivCalendar calendar,
    TimeProvider time
)
{
    public async Task<Outcome<Announcement>> OfAsync(
        CategorySelection categories,
        DateOnly? day,
        Caller caller,
        CancellationToken cancellationToken
    )
    {
        var now = time.GetUtcNow();
        var wanted = day ?? calendar.CurrentDay(now);
        if (wanted > ArxivDays.Of(now).AddDays(1))
            return ArxivErrors.Future(wanted);
        if (calendar.QuietReasonOf(wanted) is QuietReason.Weekend)
            return Quiet(wanted, QuietReason.Weekend, now);
        if (ArxivDays.AnnouncedAt(wanted) > now)
            return Quiet(wanted, QuietReason.NotYet, now);

        var read = await lists.ReadAsync(wanted, categories.Included, caller, cancellationToken);
        if (!read.IsOk)
            return read.Error;
        var reading = read.Value;
        var entries = Merge(categories.Included, reading.Lists);
        if (entries.Count == 0)
            return Quiet(wanted, await ReasonAsync(wanted, now, cancellationToken), now);
        var papers = await PapersAsync(entries, reading, caller, cancellationToken);
        var announced = entries
            .Where(entry => papers.ContainsKey(entry.Id.WithoutVersion))
            .Select(entry => new AnnouncedPaper(papers[entry.Id.WithoutVersion], entry.Type))
            .Where(paper => paper.Paper.Categories.Count == 0 || categories.Matches(paper.Paper.Categories))
            .OrderBy(paper => paper.Type)
            .ToList();
        return new Announcement(wanted, announced, reading.Lists.Values.Min(list => list.FetchedAt))
        {
            Quiet = announced.Count == 0 ? QuietReason.NothingHere : null,
            NextDue = calendar.NextDue(now),
            Outdated = reading.IsOutdated,
        };
    }

    private Announcement Quiet(DateOnly day, QuietReason reason, DateTimeOffset now) =>
        new(day, [], now) { Quiet = reason, NextDue = calendar.NextDue(now) };

    private async Task<QuietReason> ReasonAsync(DateOnly day, DateTimeOffset now, CancellationToken cancellationToken)
    {
        if (await lists.HasAnyAsync(day, cancellationToken))
            return QuietReason.NothingHere;
        return calendar.QuietReasonOf(day)
            ?? (now < ArxivDays.SettledAt(day) ? QuietReason.NotYet : QuietReason.NothingHere);
    }

    /// <summary>Each paper once; of several categories new wins over cross, and cross over replaced.</summary>
    private static List<AnnouncedEntry> Merge(
        IEnumerable<string> categories,
        IReadOnlyDictionary<string, StoredListing> lists
    )
    {
        var places = new Dictionary<ArxivId, int>();
        var merged = new List<AnnouncedEntry>();
        foreach (var entry in categories.Where(lists.ContainsKey).SelectMany(name => lists[name].Entries))
        {
            if (places.TryAdd(entry.Id.WithoutVersion, merged.Count))
                merged.Add(entry);
            else if (places[entry.Id.WithoutVersion] is var place && entry.Type < merged[place].Type)
                merged[place] = entry;
        }

        return merged;
    }

    /// <summary>The records: what the store has is better than what a listing tells.</summary>
    private async Task<Dictionary<ArxivId, Paper>> PapersAsync(
        List<AnnouncedEntry> entries,
        AnnouncementReading reading,
        Caller caller,
        CancellationToken cancellationToken
    )
    {
        var ids = entries.ConvertAll(entry => entry.Id.WithoutVersion);
        var stored = await store.FindAsync(ids, cancellationToken);
        var papers = stored.ToDictionary(pair => pair.Key, pair => pair.Value.Paper);
        foreach (var (id, paper) in reading.Papers)
            papers.TryAdd(id, paper);
        var missing = ids.Where(id => !papers.ContainsKey(id)).ToList();
        foreach (var (id, found) in await lookUps.FindAsync(missing, caller, cancellationToken))
        {
            if (found.IsOk)
                papers[id] = found.Value.Paper;
        }

        return papers;
    }
}
