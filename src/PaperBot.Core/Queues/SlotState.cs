namespace PaperBot.Core.Queues;

/// <summary>How an upstream's pace stands, over all processes.</summary>
/// <param name="NextSlot">When the next start is permitted.</param>
/// <param name="HeldBackUntil">Until when the upstream asked for silence (Retry-After); null when it did not.</param>
/// <param name="UnderWay">Leases that are neither released nor expired.</param>
public sealed record SlotState(DateTimeOffset NextSlot, DateTimeOffset? HeldBackUntil, int UnderWay);
