namespace PaperBot.Core.Queues;

/// <summary>How an upstream's pace stands, over all processes.</summary>
/// <param name="NextSlot">
/// When all that was taken has come back: the latest TAT of its limits (<see cref="Gcra"/>), which for strict spacing
/// is the next permitted start. <see cref="DateTimeOffset.MinValue"/> when nothing was ever taken.
/// </param>
/// <param name="HeldBackUntil">Until when the upstream asked for silence (Retry-After); null when it did not or that is over.</param>
/// <param name="UnderWay">Leases that are neither released nor expired.</param>
public sealed record SlotState(DateTimeOffset NextSlot, DateTimeOffset? HeldBackUntil, int UnderWay);
