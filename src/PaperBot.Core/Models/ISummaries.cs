using PaperBot.Core.Papers;
using PaperBot.Core.Queues;
using PaperBot.Core.Texts;

namespace PaperBot.Core.Models;

/// <summary>One sentence about a paper, for digests and lists.</summary>
public interface ISummaries
{
    /// <summary>
    /// The sentence: kept, else by the model, else the abstract's most telling sentence. Never fails but for
    /// cancellation and storage.
    /// </summary>
    Task<PaperSummary> OfAsync(Paper paper, Locale language, Caller caller, CancellationToken cancellationToken);
}
