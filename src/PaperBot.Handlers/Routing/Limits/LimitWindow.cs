namespace PaperBot.Handlers.Routing.Limits;

/// <summary>So many at once, refilled evenly over the window.</summary>
internal sealed class LimitWindow
{
    /// <summary>How many; 1 to 1,000,000.</summary>
    public int Count { get; set; } = 1;

    /// <summary>Over how long; 1 s to 31 days.</summary>
    public TimeSpan Window { get; set; } = TimeSpan.FromMinutes(1);

    /// <summary>The time that gives one back.</summary>
    public TimeSpan Each => Window / Count;
}
