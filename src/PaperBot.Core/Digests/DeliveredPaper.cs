using PaperBot.Core.Papers;

namespace PaperBot.Core.Digests;

/// <summary>A paper in a delivery.</summary>
/// <param name="Key">What is told once: the paper's id, or id, <c>@</c> and version for a replacement.</param>
/// <param name="Paper">The paper.</param>
/// <param name="Type">How it was announced.</param>
/// <param name="Announced">arXiv's day.</param>
/// <param name="Position">Its place in the list, from 1.</param>
/// <param name="Reasons">Why it stands there, as the ranking writes it.</param>
public sealed record DeliveredPaper(
    string Key,
    ArxivId Paper,
    AnnounceType Type,
    DateOnly Announced,
    int Position,
    string Reasons
)
{
    /// <summary>The delivery; default for a paper that is only planned.</summary>
    public DeliveryId Delivery { get; init; }
}
