using PaperBot.Core.Queues;
using PaperBot.Testing.Time;
using PaperBot.Upstreams.Queueing;

namespace PaperBot.Testing.Queues;

/// <summary>
/// Many items of mixed priority through one queue at one request per 3 s, on the manual clock, against an upstream that
/// fails in a share of its answers by 429, 406, 503 or a cut. The figures are the upstream's own observations.
/// </summary>
internal sealed class QueueCampaign(int items, double faults, int seed)
{
    private static readonly TimeSpan Interval = TimeSpan.FromSeconds(3);
    private static readonly TimeSpan VeryLong = TimeSpan.FromDays(1);

    private readonly Random _random = new(seed);
    private readonly ManualTimeProvider _clock = new();
    private readonly List<(DateTimeOffset From, DateTimeOffset Until)> _silences = [];
    private int _answered;
    private int _failed;

    public QueueCampaignResult Run()
    {
        var pace = UpstreamPace.Every(Interval, "arxiv-api") with
        {
            Capacity = items * 2,
            Patience = [VeryLong, VeryLong, VeryLong],
        };
        var store = new HeldBackStore(
            new InMemorySlotStore(_clock),
            (until) => _silences.Add((_clock.GetUtcNow(), until))
        );
        using var bench = new QueueBench(pace, store, seed, _clock);
        bench.Upstream.Send = (batch, _, token) =>
        {
            // The one call that an open breaker lets through comes when its time is over.
            if (bench.Status.OpensAt is { } opens)
                _silences.Add((opens.AddTicks(-1), opens));
            return AnswerAsync(batch, token);
        };
        bench.Run(async _ =>
        {
            var calls = new List<Task>();
            for (var i = 0; i < items; i++)
            {
                calls.Add(AskAsync(bench, i));
                // Half of them at once, the others as time goes by, faster than they can be served.
                if (i > items / 2)
                    await Task.Delay(TimeSpan.FromSeconds(_random.NextDouble() * 4), _clock);
            }

            await Task.WhenAll(calls);
        });
        return Read(bench);
    }

    private async Task AskAsync(QueueBench bench, int item)
    {
        var urgency = (Urgency)_random.Next(3);
        var requester = urgency == Urgency.Interactive ? $"person {_random.Next(20)}" : urgency.ToString();
        var answer = await bench.AskAsync($"item {item}", requester, urgency);
        _ = answer.IsOk ? _answered++ : _failed++;
    }

    private async Task<Attempt<string>> AnswerAsync(IReadOnlyList<string> batch, CancellationToken cancellationToken)
    {
        var latency = TimeSpan.FromMilliseconds(50 + _random.Next(950));
        var fault = _random.NextDouble() < faults ? _random.Next(4) : -1;
        await Task.Delay(fault == 3 ? latency / 2 : latency, _clock, cancellationToken);
        var now = _clock.GetUtcNow();
        return fault switch
        {
            0 => FakeUpstream.Throttled(now.AddSeconds(_random.Next(20))),
            1 => FakeUpstream.Throttled(),
            2 => FakeUpstream.Unavailable(_random.Next(2) == 0 ? null : now.AddSeconds(_random.Next(10))),
            3 => throw new IOException("The answer was cut."),
            _ => FakeUpstream.Answer(batch),
        };
    }

    private QueueCampaignResult Read(QueueBench bench)
    {
        var requests = bench.Upstream.Requests;
        var silence = TimeSpan.Zero;
        var wasted = TimeSpan.Zero;
        for (var i = 1; i < requests.Count; i++)
        {
            var slot = requests[i - 1].At + Interval;
            var held = _silences.Where(one => one.From < requests[i].At).Select(one => one.Until).Append(slot).Max();
            // A hold-back or an open breaker beyond the slot is obeyed, not wasted; from then on every moment counts.
            silence += held - slot;
            wasted += requests[i].At > held ? requests[i].At - held : TimeSpan.Zero;
        }

        return new(
            seed,
            requests.Count,
            _answered,
            _failed,
            requests[^1].At - requests[0].At,
            silence,
            requests.Count / (requests.Count + (wasted / Interval)),
            bench.Status.Utilisation,
            bench.Upstream.Gaps.DefaultIfEmpty(TimeSpan.MaxValue).Min(),
            bench.Upstream.MostAtOnce,
            bench.Status.Throttled
        );
    }

    private sealed class HeldBackStore(ISlotStore inner, Action<DateTimeOffset> held) : ISlotStore
    {
        public Task<SlotGrant> TryTakeAsync(SlotRequest request, CancellationToken cancellationToken) =>
            inner.TryTakeAsync(request, cancellationToken);

        public Task ReleaseAsync(SlotLease lease, DateTimeOffset? startedAt, CancellationToken cancellationToken) =>
            inner.ReleaseAsync(lease, startedAt, cancellationToken);

        public Task HoldBackAsync(string upstream, DateTimeOffset until, CancellationToken cancellationToken)
        {
            held(until);
            return inner.HoldBackAsync(upstream, until, cancellationToken);
        }

        public Task<SlotState> ReadAsync(string upstream, CancellationToken cancellationToken) =>
            inner.ReadAsync(upstream, cancellationToken);
    }
}
