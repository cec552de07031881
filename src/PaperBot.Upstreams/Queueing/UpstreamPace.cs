using PaperBot.Core.Queues;
using PaperBot.Core.Texts;

namespace PaperBot.Upstreams.Queueing;

/// <summary>How one upstream may be asked.</summary>
/// <param name="Name">The queue's name (<c>arxiv-api</c>, <c>llm:qwen</c>): all processes with one store share its pace.</param>
/// <param name="Charges">What an attempt costs, by limit.</param>
internal sealed record UpstreamPace(string Name, IReadOnlyList<SlotCharge> Charges)
{
    private static readonly TimeSpan OneSecond = TimeSpan.FromSeconds(1);
    private static readonly TimeSpan DefaultGuard = TimeSpan.FromMilliseconds(20);

    /// <summary>What people call it; the text <c>upstream.NAME</c> by default.</summary>
    public Message DisplayName { get; init; } = Message.Of("upstream." + Name);

    /// <summary>Attempts under way at once, over all processes.</summary>
    public int Concurrent { get; init; } = 1;

    /// <summary>Calls in one request at most; 1 means that nothing is batched.</summary>
    public int LargestBatch { get; init; } = 1;

    /// <summary>Calls that may wait. The last fifth of the places is kept for interactive ones.</summary>
    public int Capacity { get; init; } = 1000;

    /// <summary>After this an attempt is given up; its lease lasts a little longer.</summary>
    public TimeSpan AttemptTimeout { get; init; } = TimeSpan.FromSeconds(30);

    /// <summary>How often one call is sent at most.</summary>
    public int MaxAttempts { get; init; } = 4;

    /// <summary>The first pause before a call is sent again; later ones grow with decorrelated jitter.</summary>
    public TimeSpan RetryDelay { get; init; } = TimeSpan.FromSeconds(1);

    /// <summary>The longest such pause.</summary>
    public TimeSpan LongestRetryDelay { get; init; } = TimeSpan.FromSeconds(30);

    /// <summary>A longer Retry-After is cut to this, and so is a slot that a clock step put further ahead.</summary>
    public TimeSpan LongestRetryAfter { get; init; } = TimeSpan.FromMinutes(30);

    /// <summary>Failed attempts in a row that open the breaker.</summary>
    public int FailuresToOpen { get; init; } = 5;

    /// <summary>How long the breaker stays open at first; doubled each time the call let through fails.</summary>
    public TimeSpan OpenFor { get; init; } = TimeSpan.FromSeconds(30);

    /// <summary>The longest it stays open.</summary>
    public TimeSpan LongestOpen { get; init; } = TimeSpan.FromMinutes(10);

    /// <summary>
    /// A request is taken to have reached the upstream at the latest this long after it left: the next slot counts from
    /// there, or from the answer's first byte when that is earlier. 20 ms by default; below a pace of one second it
    /// is one second, because there the noise of schedulers and networks is a large part of the pace.
    /// </summary>
    public TimeSpan SpacingGuard
    {
        get =>
            field > TimeSpan.Zero ? field
            : Interval < OneSecond ? OneSecond
            : DefaultGuard;
        init;
    }

    /// <summary>Whether an attempt is stopped when nobody waits for it any more (a model's answer costs money).</summary>
    public bool StopsWhenUnwanted { get; init; }

    /// <summary>How long a shutdown serves those who wait before they are told.</summary>
    public TimeSpan DrainFor { get; init; } = TimeSpan.FromSeconds(5);

    /// <summary>The time between two attempts in the long run.</summary>
    public TimeSpan Interval =>
        Charges.Aggregate(
            TimeSpan.Zero,
            (longest, charge) => longest > charge.PerUnit * charge.Cost ? longest : charge.PerUnit * charge.Cost
        );

    /// <summary>One request per <paramref name="interval"/>, one connection.</summary>
    public static UpstreamPace Every(TimeSpan interval, string name) => new(name, [new("requests", 1, interval)]);

    /// <summary>How long a caller stays when the upstream is known to be silent.</summary>
    public TimeSpan PatienceOf(Urgency urgency) => Patience[(int)urgency];

    /// <summary>Patience by <see cref="Urgency"/>: background, scheduled, interactive.</summary>
    public IReadOnlyList<TimeSpan> Patience { get; init; } =
    [TimeSpan.FromHours(1), TimeSpan.FromMinutes(15), TimeSpan.FromSeconds(30)];
}
