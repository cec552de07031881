using PaperBot.Core.Queues;

namespace PaperBot.Core.Papers;

/// <summary>Looks at the lists of a day once more when it is long over, for those who must miss nothing.</summary>
public interface IAnnouncementReview
{
    /// <summary>
    /// From when on a day can be reviewed: its lists are complete, and the query API, which has lagged by 14 hours, has
    /// followed.
    /// </summary>
    DateTimeOffset ReviewableAt(DateOnly day);

    /// <summary>
    /// Reads the day's page of each category again and asks the query API what was submitted for that day; what no list
    /// of these days has is added to the day's. Once for each day and category; before its time it does nothing.
    /// </summary>
    /// <returns>
    /// How many papers were added to lists. A day that arXiv did not answer for is reviewed at the next call.
    /// </returns>
    Task<int> ReviewAsync(
        DateOnly day,
        IReadOnlyList<string> categories,
        Caller caller,
        CancellationToken cancellationToken
    );
}
