namespace PaperBot.Upstreams.Queueing;

/// <summary>
/// Pauses that grow exponentially on average and fall into no step with other clients': each is drawn between the
/// first pause and three times the one before ("decorrelated jitter", AWS Architecture Blog, 2015).
/// </summary>
internal sealed class DecorrelatedJitter(Random random)
{
    private readonly Lock _gate = new();

    public TimeSpan Next(TimeSpan previous, TimeSpan first, TimeSpan longest)
    {
        var ceiling = Math.Max(first.Ticks, previous.Ticks * 3.0);
        double share;
        lock (_gate)
            share = random.NextDouble();
        var drawn = first.Ticks + share * (ceiling - first.Ticks);
        return TimeSpan.FromTicks((long)Math.Min(longest.Ticks, drawn));
    }
}
