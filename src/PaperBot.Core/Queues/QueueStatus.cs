using PaperBot.Core.Outcomes;

namespace PaperBot.Core.Queues;

/// <summary>How one upstream queue stands, for <c>/status</c>.</summary>
/// <param name="Name">The queue's name.</param>
/// <param name="Waiting">Calls that wait.</param>
/// <param name="UnderWay">Calls that were sent and are not answered.</param>
/// <param name="Capacity">How many may wait.</param>
/// <param name="Pace">The time between two starts.</param>
/// <param name="ExpectedWait">For an interactive call that came now; null when nobody knows.</param>
/// <param name="Breaker">The door's state.</param>
/// <param name="OpensAt">When a call is let through again; null when it is not closed.</param>
/// <param name="LastError">The last failed attempt; null when there was none.</param>
/// <param name="LastErrorAt">When that was.</param>
/// <param name="Attempts">Attempts since the start.</param>
/// <param name="Throttled">Attempts that the upstream refused for their number (429, 406).</param>
/// <param name="Rebuilds">How often a dead or hung worker was rebuilt.</param>
/// <param name="Utilisation">Requests sent ÷ slots permitted while something waited, 0 to 1; 1 when nothing waited.</param>
public sealed record QueueStatus(
    string Name,
    int Waiting,
    int UnderWay,
    int Capacity,
    TimeSpan Pace,
    TimeSpan? ExpectedWait,
    BreakerState Breaker,
    DateTimeOffset? OpensAt,
    Error? LastError,
    DateTimeOffset? LastErrorAt,
    long Attempts,
    long Throttled,
    long Rebuilds,
    double Utilisation
);
