using System.Diagnostics.Metrics;
using Microsoft.Extensions.DependencyInjection;
using PaperBot.Core.Outcomes;
using PaperBot.Core.Progress;
using PaperBot.Core.Queues;
using PaperBot.Testing.Logging;
using PaperBot.Testing.Time;
using PaperBot.Upstreams.Queueing;

namespace PaperBot.Testing.Queues;

/// <summary>A queue over a fake upstream on a manual clock, with everything that can be looked at.</summary>
internal sealed class QueueBench : IDisposable
{
    private readonly ServiceProvider _meters = new ServiceCollection().AddMetrics().BuildServiceProvider();
    private readonly Lazy<UpstreamQueue<string, string>> _queue;

    public QueueBench(
        UpstreamPace? pace = null,
        ISlotStore? store = null,
        int seed = 1,
        ManualTimeProvider? clock = null
    )
    {
        Clock = clock ?? new();
        Start = Clock.GetUtcNow();
        Store = store ?? new InMemorySlotStore(Clock);
        Upstream = new(Clock, pace ?? UpstreamPace.Every(TimeSpan.FromSeconds(3), "arxiv-api"));
        Registry = new();
        _queue = new(() =>
        {
            var meters = new QueueMeters(MeterFactory, Registry);
            var services = new QueueServices(Store, Clock, new Random(seed), meters, Log, "here");
            var queue = new UpstreamQueue<string, string>(Upstream, services);
            Registry.Add(queue);
            return queue;
        });
    }

    public ManualTimeProvider Clock { get; }

    public DateTimeOffset Start { get; }

    public ISlotStore Store { get; set; }

    public FakeUpstream Upstream { get; }

    public QueueRegistry Registry { get; }

    public LogLines Log { get; } = new();

    public IMeterFactory MeterFactory => _meters.GetRequiredService<IMeterFactory>();

    public UpstreamQueue<string, string> Queue => _queue.Value;

    public QueueStatus Status => Queue.Status();

    /// <summary>What was sent, request by request.</summary>
    public IEnumerable<string> Sent => Upstream.Requests.Select(request => string.Join(' ', request.Calls));

    public Task<Outcome<string>> AskAsync(
        string call,
        string requester = "somebody",
        Urgency urgency = Urgency.Interactive,
        IProgressSink? progress = null,
        CancellationToken token = default
    ) => Queue.CallAsync(call, new(requester, urgency, progress ?? NoProgress.Instance), token);

    /// <summary>Several calls of one requester, each waited for.</summary>
    public Task<Outcome<string>[]> AskAllAsync(
        IEnumerable<string> calls,
        string requester = "somebody",
        Urgency urgency = Urgency.Interactive
    ) => Task.WhenAll(calls.Select(call => AskAsync(call, requester, urgency)).ToList());

    /// <summary>Runs the test's body as a simulation.</summary>
    public void Run(Func<Simulation, Task> body) => Simulation.Run(Clock, body);

    public void Dispose() => _meters.Dispose();
}
