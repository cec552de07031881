namespace PaperBot.Upstreams.Queueing;

/// <summary>When answers are expected, from pace, the upstream's health and how long requests took lately.</summary>
internal sealed class WaitForecast(UpstreamPace pace, QueueStatistics statistics)
{
    /// <summary>When the answer of the request is expected before which <paramref name="turns"/> others go.</summary>
    /// <param name="turns">0 for the next one.</param>
    /// <param name="nextSlot">When that one may go.</param>
    /// <param name="underWay">Attempts that run.</param>
    /// <param name="now">The time.</param>
    public DateTimeOffset ExpectedAt(int turns, DateTimeOffset nextSlot, int underWay, DateTimeOffset now)
    {
        var service = statistics.Service;
        var free = underWay >= pace.Concurrent ? now + service / 2 : now;
        var first = nextSlot > free ? nextSlot : free;
        var perConnection = service / pace.Concurrent;
        return first + (pace.Interval > perConnection ? pace.Interval : perConnection) * turns + service;
    }

    /// <summary>How many requests <paramref name="calls"/> calls become, as batches go lately.</summary>
    public int TurnsFor(int calls) => (int)Math.Ceiling(calls / Math.Max(1, statistics.Batch));
}
