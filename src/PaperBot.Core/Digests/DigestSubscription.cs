using PaperBot.Core.Identity;

namespace PaperBot.Core.Digests;

/// <summary>A place's wish to be told the day's papers.</summary>
/// <param name="Id">Short, for people to type: six letters and digits.</param>
/// <param name="Place">Where it is posted.</param>
/// <param name="Settings">What was chosen.</param>
/// <param name="CreatedAt">Since when.</param>
/// <param name="FromDay">The first announcement (arXiv's day) that belongs to it.</param>
/// <param name="DueAt">When the next digest is due.</param>
public sealed record DigestSubscription(
    string Id,
    Place Place,
    DigestSettings Settings,
    DateTimeOffset CreatedAt,
    DateOnly FromDay,
    DateTimeOffset DueAt
)
{
    /// <summary>Whether it is delivered.</summary>
    public DigestState State { get; init; }

    /// <summary>When it is looked at next: at <see cref="DueAt"/>, or before for a supplement.</summary>
    public DateTimeOffset WakeAt { get; init; } = DueAt;

    /// <summary>The day in the subscriber's zone of the last digest; null before the first.</summary>
    public DateOnly? LastRun { get; init; }

    /// <summary>The announcement that the last digest was about; null before the first.</summary>
    public DateOnly? LastDay { get; init; }

    /// <summary>How often in a row the place refused a post.</summary>
    public int Refusals { get; init; }

    /// <summary>Grows with every taking and every change; what was planned under an older number is void.</summary>
    public long Turn { get; init; }
}
