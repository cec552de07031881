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
        var (entries, listedIn) = Merge(categories.Included, reading.Lists);
        if (entries.Count == 0)
            return Quiet(wanted, await ReasonAsync(wanted, now, cancellationToken), now);
        var papers = await PapersAsync(entries, reading, caller, cancellationToken);
        var announced = entries
            .Where(entry => papers.ContainsKey(entry.Id.WithoutVersion))
            .Select(entry => new AnnouncedPaper(
                WithCategories(entry.Id.WithoutVersion, papers, reading, listedIn),
                entry.Type
            ))
            // Standing in an included list, it is in; only an excluded category leaves it out.
            .Where(paper => !categories.Excludes(paper.Paper.Categories))
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

    /// <summary>
    /// Each paper once, with the lists that have it; of several categories new wins over cross, and cross over
    /// replaced.
    /// </summary>
    private static (List<AnnouncedEntry> Entries, ILookup<ArxivId, string> ListedIn) Merge(
        IEnumerable<string> categories,
        IReadOnlyDictionary<string, StoredListing> lists
    )
    {
        var places = new Dictionary<ArxivId, int>();
        var merged = new List<AnnouncedEntry>();
        var listed = new List<(ArxivId Id, string Category)>();
        foreach (var category in categories.Where(lists.ContainsKey))
        {
            foreach (var entry in lists[category].Entries)
            {
                var id = entry.Id.WithoutVersion;
                listed.Add((id, category));
                if (places.TryAdd(id, merged.Count))
                    merged.Add(entry);
                else if (places[id] is var place && entry.Type < merged[place].Type)
                    merged[place] = entry;
            }
        }

        return (merged, listed.ToLookup(pair => pair.Id, pair => pair.Category));
    }

    /// <summary>
    /// The record with the categories that only the list knows: a paper cross-listed later is stored as it was before.
    /// </summary>
    private static Paper WithCategories(
        ArxivId id,
        Dictionary<ArxivId, Paper> papers,
        AnnouncementReading reading,
        ILookup<ArxivId, string> listedIn
    )
    {
        var paper = papers[id];
        var listed = reading.Papers.TryGetValue(id, out var read) ? read.Categories : [];
        // A whole archive is no category of a paper.
        var known = listed.Concat(
            listedIn[id].Where(name => ArxivCategories.TryFind(name, out var it) && !it.IsArchive)
        );
        var missing = known
            .Where(name =>
                !paper.Categories.Any(category =>
                    ArxivCategories
                        .Canonical(category)
                        .Equals(ArxivCategories.Canonical(name), StringComparison.Ordinal)
                )
            )
            .Distinct(StringComparer.Ordinal)
            .ToList();
        return missing.Count == 0 ? paper : paper with { Categories = [.. paper.Categories, .. missing] };
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
