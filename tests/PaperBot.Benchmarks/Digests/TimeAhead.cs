namespace PaperBot.Benchmarks.Digests;

/// <summary>
/// The machine's clock, moved beyond the end of a simulated month: what Discord takes then never bears an earlier date
/// than the digest that it belongs to.
/// </summary>
internal sealed class TimeAhead(TimeSpan ahead) : TimeProvider
{
    public static TimeAhead Of(MonthPlan plan)
    {
        // A whole number of days, so that the campaign and its processes agree.
        var end = plan.Last.AddDays(60).ToDateTime(TimeOnly.MinValue);
        var days = Math.Ceiling((end - System.GetUtcNow().UtcDateTime).TotalDays);
        return new TimeAhead(TimeSpan.FromDays(Math.Max(0, days)));
    }

    public override DateTimeOffset GetUtcNow() => base.GetUtcNow() + ahead;
}
