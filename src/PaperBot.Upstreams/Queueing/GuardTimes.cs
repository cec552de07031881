namespace PaperBot.Upstreams.Queueing;

/// <summary>The watchdog's times.</summary>
internal static class GuardTimes
{
    /// <summary>How often it looks.</summary>
    public static readonly TimeSpan Interval = TimeSpan.FromSeconds(1);

    /// <summary>How much longer than it said a worker may take before it counts as hung.</summary>
    public static readonly TimeSpan Grace = TimeSpan.FromSeconds(5);

    /// <summary>The longest wait for one answer of the store.</summary>
    public static readonly TimeSpan StoreTimeout = TimeSpan.FromSeconds(5);

    /// <summary>How long the store may fail before those who wait are told.</summary>
    public static readonly TimeSpan StorePatience = TimeSpan.FromSeconds(10);

    /// <summary>A worker's step: a few questions to the store and no more.</summary>
    public static readonly TimeSpan Step = StoreTimeout * 2 + Grace;

    /// <summary>After this long in the line while others are served, a call of a lower class counts as starved.</summary>
    public static readonly TimeSpan Starvation = TimeSpan.FromMinutes(30);
}
