using Microsoft.Extensions.Logging;
using PaperBot.Core.Papers;
using PaperBot.Core.Queues;

namespace PaperBot.Upstreams.Arxiv;

/// <summary>
/// Reconciles a day's lists with the site's page of that day and with the query API. The API tells when a paper was
/// submitted, not when it was announced; what arXiv takes for one announcement was submitted between two of its
/// deadlines (14:00 US Eastern), and what the API has of that time stands in the day's list or came late to it.
/// </summary>
internal sealed partial class AnnouncementReview(
    IAnnouncementStore store,
    StoredPapers papers,
    ArxivClient arxiv,
    ArxivCalendar calendar,
    TimeProvider time,
    ILogger<AnnouncementReview> logger
) : IAnnouncementReview
{
    private const int PageSize = 500;
    private const int MostPages = 4;
    private const int CatchUpDays = 90;

    // A paper that moderation held back stands in a later list.
    private const int NeighbourDays = 5;

    private static readonly TimeSpan AfterAnnouncement = TimeSpan.FromHours(16);
    private static readonly TimeOnly Deadline = new(14, 0);

    public DateTimeOffset ReviewableAt(DateOnly day) => ArxivDays.AnnouncedAt(day) + AfterAnnouncement;

    public async Task<int> ReviewAsync(
        DateOnly day,
        IReadOnlyList<string> categories,
        Caller caller,
        CancellationToken cancellationToken
    )
    {
        var now = time.GetUtcNow();
        if (now < ReviewableAt(day) || day < ArxivDays.Of(now).AddDays(-CatchUpDays))
            return 0;
        var stored = await store.FindAsync(day, [.. categories, .. categories.Select(MarkOf)], cancellationToken);
        var added = 0;
        foreach (var name in categories)
            // A day without any list has nothing that could be incomplete.
            if (stored.TryGetValue(name, out var list) && list.Entries.Count > 0 && !stored.ContainsKey(MarkOf(name)))
                added += await ReviewAsync(day, name, list, caller, cancellationToken);
        return added;
    }

    private async Task<int> ReviewAsync(
        DateOnly day,
        string category,
        StoredListing stored,
        Caller caller,
        CancellationToken cancellationToken
    )
    {
        var page = (await arxiv.AskAsync([new ArxivCall.Listing(category, day)], caller, cancellationToken))[0];
        var submitted = await SubmittedAsync(day, category, caller, cancellationToken);
        if (!page.IsOk || submitted is null)
            return 0;
        var listing = ((ArxivAnswer.Announced)page.Value).Listing;
        var known = stored.Entries.Select(entry => entry.Id.WithoutVersion).ToHashSet();
        var late = new List<AnnouncedEntry>();
        if (listing.Day == day)
        {
            await papers.KeepAsync(listing.Papers.Select(listed => listed.Paper), PaperOrigin.Feed, cancellationToken);
            late.AddRange(
                listing
                    .Papers.Where(listed => known.Add(listed.Paper.Id))
                    .Select(listed => new AnnouncedEntry(listed.Paper.VersionedId, listed.Type))
            );
        }

        known.UnionWith(await NeighboursAsync(day, category, cancellationToken));
        var missed = submitted.Where(paper => known.Add(paper.Id)).ToList();
        await papers.KeepAsync(missed, PaperOrigin.Api, cancellationToken);
        late.AddRange(missed.Select(paper => new AnnouncedEntry(paper.VersionedId, TypeOf(paper, category))));
        if (late.Count > 0)
            await store.SaveAsync(day, category, late, time.GetUtcNow(), cancellationToken);
        await store.SaveAsync(day, MarkOf(category), [], time.GetUtcNow(), cancellationToken);
        if (late.Count > 0)
            Log.Late(logger, category, day, late.Count, missed.Count);
        return late.Count;
    }

    /// <summary>An empty list under this name says that the category's was reviewed.</summary>
    private static string MarkOf(string category) => category + " reviewed";

    /// <summary>What the API has of the time between the two deadlines; null when it does not answer.</summary>
    private async Task<List<Paper>?> SubmittedAsync(
        DateOnly day,
        string category,
        Caller caller,
        CancellationToken cancellationToken
    )
    {
        var (from, to) = (DeadlineOf(calendar.Previous(day)), DeadlineOf(day));
        var query = new PaperQuery("")
        {
            Categories = new CategorySelection([category], []),
            From = DateOnly.FromDateTime(from.UtcDateTime),
            To = DateOnly.FromDateTime(to.UtcDateTime),
            NewestFirst = true,
            Take = PageSize,
        };
        var found = new List<Paper>();
        for (var page = 0; page < MostPages; page++)
        {
            var call = new ArxivCall.Search(query with { Skip = page * PageSize });
            var answer = (await arxiv.AskAsync([call], caller, cancellationToken))[0];
            if (!answer.IsOk)
                return null;
            var told = (ArxivAnswer.Page)answer.Value;
            found.AddRange(told.Papers.Where(paper => paper.SubmittedAt >= from && paper.SubmittedAt < to));
            if (told.Papers.Count < PageSize || (page + 1) * PageSize >= told.Total)
                break;
        }

        return found;
    }

    private async Task<HashSet<ArxivId>> NeighboursAsync(
        DateOnly day,
        string category,
        CancellationToken cancellationToken
    )
    {
        var ids = new HashSet<ArxivId>();
        for (var other = day.AddDays(-NeighbourDays); other <= day.AddDays(NeighbourDays); other = other.AddDays(1))
            if (
                other != day
                && (await store.FindAsync(other, [category], cancellationToken)).TryGetValue(category, out var list)
            )
                ids.UnionWith(list.Entries.Select(entry => entry.Id.WithoutVersion));
        return ids;
    }

    /// <summary>Until when papers for the list of a day were submitted: the last weekday before it.</summary>
    private static DateTimeOffset DeadlineOf(DateOnly day)
    {
        do day = day.AddDays(-1);
        while (day.DayOfWeek is DayOfWeek.Saturday or DayOfWeek.Sunday);
        return EasternTime.At(day, Deadline);
    }

    private static AnnounceType TypeOf(Paper paper, string category) =>
        paper.PrimaryCategory is { } primary
        && (
            ArxivCategories.Canonical(primary).Equals(category, StringComparison.OrdinalIgnoreCase)
            || ArxivCategories.ArchiveOf(primary).Equals(category, StringComparison.OrdinalIgnoreCase)
        )
            ? AnnounceType.New
            : AnnounceType.Cross;

    private static partial class Log
    {
        [LoggerMessage(
            1,
            LogLevel.Information,
            "The list of {Category} of {Day} was short of {Count} papers, {Missed} of them only the query API has."
        )]
        public static partial void Late(ILogger logger, string category, DateOnly day, int count, int missed);
    }
}
