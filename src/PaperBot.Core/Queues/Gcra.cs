namespace PaperBot.Core.Queues;

/// <summary>
/// Virtual scheduling, the generic cell rate algorithm (ITU-T I.371), on one instant per limit: the theoretical
/// arrival time (TAT), at which everything that was taken has come back. Every <see cref="ISlotStore"/> reckons by it.
/// </summary>
public static class Gcra
{
    /// <summary>The earliest start that <paramref name="charge"/> permits.</summary>
    /// <param name="tat">The limit's TAT; null when it was never charged.</param>
    /// <param name="charge">What the start costs. A cost above the burst waits for a full rest and is then paid in full.</param>
    public static DateTimeOffset EarliestStart(DateTimeOffset? tat, SlotCharge charge)
    {
        ArgumentNullException.ThrowIfNull(charge);
        return tat is { } last
            ? Back(last, charge.PerUnit * (charge.Burst - Math.Min(charge.Cost, charge.Burst)))
            : DateTimeOffset.MinValue;
    }

    /// <summary>The TAT after a start at <paramref name="start"/>.</summary>
    public static DateTimeOffset Charge(DateTimeOffset? tat, SlotCharge charge, DateTimeOffset start)
    {
        ArgumentNullException.ThrowIfNull(charge);
        return (tat is { } last && last > start ? last : start) + charge.PerUnit * charge.Cost;
    }

    /// <summary>The TAT when a start that was charged before really happened at <paramref name="startedAt"/>.</summary>
    public static DateTimeOffset Postpone(DateTimeOffset tat, SlotCharge charge, DateTimeOffset startedAt)
    {
        ArgumentNullException.ThrowIfNull(charge);
        var least = startedAt + charge.PerUnit * charge.Cost;
        return least > tat ? least : tat;
    }

    private static DateTimeOffset Back(DateTimeOffset instant, TimeSpan by) =>
        instant - DateTimeOffset.MinValue > by ? instant - by : DateTimeOffset.MinValue;
}
