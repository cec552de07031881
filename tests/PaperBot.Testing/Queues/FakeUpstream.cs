using PaperBot.Core.Outcomes;
using PaperBot.Core.Queues;
using PaperBot.Upstreams.Queueing;

namespace PaperBot.Testing.Queues;

/// <summary>An upstream in memory that writes down when it was asked for what, and how many at once.</summary>
internal sealed class FakeUpstream(TimeProvider time, UpstreamPace pace) : IUpstream<string, string>
{
    private readonly Lock _gate = new();
    private readonly List<(DateTimeOffset At, IReadOnlyList<string> Calls)> _requests = [];
    private int _atOnce;

    public UpstreamPace Pace { get; } = pace;

    public Func<string, string> Key { get; set; } = call => call;

    public Func<string, bool> Idempotent { get; set; } = _ => true;

    public Func<IReadOnlyList<string>, string, bool> Join { get; set; } = (_, _) => true;

    public Func<IReadOnlyList<string>, IReadOnlyList<SlotCharge>>? Charges { get; set; }

    /// <summary>What it does with a request; by default everything is answered at once with "answer to …".</summary>
    public Func<IReadOnlyList<string>, IAttemptProgress, CancellationToken, Task<Attempt<string>>> Send { get; set; } =
        (batch, _, _) => Task.FromResult(Answer(batch));

    public IReadOnlyList<(DateTimeOffset At, IReadOnlyList<string> Calls)> Requests
    {
        get
        {
            lock (_gate)
                return [.. _requests];
        }
    }

    public int MostAtOnce { get; private set; }

    public IEnumerable<TimeSpan> Gaps => Requests.Zip(Requests.Skip(1), (a, b) => b.At - a.At);

    public static Attempt<string> Answer(IReadOnlyList<string> batch) =>
        new Attempt<string>.Answered([.. batch.Select(call => (CallAnswer<string>)Outcome.Of("answer to " + call))]);

    public static Attempt<string> Throttled(DateTimeOffset? retryAt = null) => new Attempt<string>.Throttled(retryAt);

    public static Attempt<string> Unavailable(DateTimeOffset? retryAt = null) =>
        new Attempt<string>.Unavailable(retryAt);

    public static Attempt<string> BadBatch() => new Attempt<string>.BadBatch(Errors.UserInput("paper.id"));

    public string KeyOf(string call) => Key(call);

    public bool IsIdempotent(string call) => Idempotent(call);

    public bool CanJoin(IReadOnlyList<string> batch, string next) => Join(batch, next);

    public IReadOnlyList<SlotCharge> ChargesOf(IReadOnlyList<string> batch) => Charges?.Invoke(batch) ?? Pace.Charges;

    public async Task<Attempt<string>> SendAsync(
        IReadOnlyList<string> batch,
        IAttemptProgress progress,
        CancellationToken cancellationToken
    )
    {
        lock (_gate)
        {
            _requests.Add((time.GetUtcNow(), batch));
            MostAtOnce = Math.Max(MostAtOnce, ++_atOnce);
        }

        try
        {
            return await Send(batch, progress, cancellationToken);
        }
        finally
        {
            lock (_gate)
                _atOnce--;
        }
    }
}
