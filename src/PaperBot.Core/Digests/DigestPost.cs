namespace PaperBot.Core.Digests;

/// <summary>A post to be delivered.</summary>
/// <param name="Day">The day in the subscriber's zone; the store gives the next part of it.</param>
/// <param name="Content">The reply, written out.</param>
/// <param name="Papers">The papers in it, none of which was in a delivery of the subscription before.</param>
public sealed record DigestPost(DateOnly Day, string Content, IReadOnlyList<DeliveredPaper> Papers)
{
    /// <summary>How many papers were announced.</summary>
    public int Announced { get; init; }

    /// <summary>How many of them matched.</summary>
    public int Matched { get; init; }
}
