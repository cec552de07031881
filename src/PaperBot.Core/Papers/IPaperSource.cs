using PaperBot.Core.Outcomes;
using PaperBot.Core.Queues;

namespace PaperBot.Core.Papers;

/// <summary>Papers, wherever they come from: the store while it is fresh, arXiv through its queue otherwise.</summary>
public interface IPaperSource
{
    /// <summary>
    /// Looks papers up, each with an outcome of its own: one bad id never fails the others. A refusal of arXiv is
    /// never a "not found".
    /// </summary>
    Task<IReadOnlyDictionary<ArxivId, Outcome<StoredPaper>>> FindAsync(
        IReadOnlyCollection<ArxivId> ids,
        Caller caller,
        CancellationToken cancellationToken
    );

    /// <summary>Searches arXiv; where arXiv does not answer, what is stored, and says so.</summary>
    Task<Outcome<PaperList>> SearchAsync(PaperQuery query, Caller caller, CancellationToken cancellationToken);

    /// <summary>
    /// The announcement of a day; null for the current one. A past day comes from the store or the listing page;
    /// submission dates are never passed off as announcements.
    /// </summary>
    Task<Outcome<Announcement>> AnnouncementAsync(
        CategorySelection categories,
        DateOnly? day,
        Caller caller,
        CancellationToken cancellationToken
    );
}
