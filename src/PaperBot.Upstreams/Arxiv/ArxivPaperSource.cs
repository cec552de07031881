using PaperBot.Core.Outcomes;
using PaperBot.Core.Papers;
using PaperBot.Core.Queues;

namespace PaperBot.Upstreams.Arxiv;

/// <summary>The port that handlers see.</summary>
internal sealed class ArxivPaperSource(PaperLookUps lookUps, PaperSearches searches, Announcements announcements)
    : IPaperSource
{
    public Task<IReadOnlyDictionary<ArxivId, Outcome<StoredPaper>>> FindAsync(
        IReadOnlyCollection<ArxivId> ids,
        Caller caller,
        CancellationToken cancellationToken
    ) => lookUps.FindAsync(ids, caller, cancellationToken);

    public Task<Outcome<PaperList>> SearchAsync(PaperQuery query, Caller caller, CancellationToken cancellationToken) =>
        searches.SearchAsync(query, caller, cancellationToken);

    public Task<Outcome<Announcement>> AnnouncementAsync(
        CategorySelection categories,
        DateOnly? day,
        Caller caller,
        CancellationToken cancellationToken
    ) => announcements.OfAsync(categories, day, caller, cancellationToken);
}
