using System.Diagnostics.Metrics;
using BenchmarkDotNet.Attributes;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging.Abstractions;
using PaperBot.Core.Outcomes;
using PaperBot.Core.Queues;
using PaperBot.Testing.Queues;
using PaperBot.Upstreams.Queueing;

namespace PaperBot.Benchmarks.Queueing;

/// <summary>What the queue itself costs: an upstream that answers at once, without a pace, over slots in memory.</summary>
[MemoryDiagnoser]
public class QueueOverhead
{
    private readonly ServiceProvider _meters = new ServiceCollection().AddMetrics().BuildServiceProvider();
    private UpstreamQueue<int, int> _queue = null!;
    private int _next;

    [GlobalSetup]
    public void SetUp() =>
        _queue = new(
            new Echo(),
            new(
                new InMemorySlotStore(TimeProvider.System),
                TimeProvider.System,
                new Random(1),
                new(_meters.GetRequiredService<IMeterFactory>(), new()),
                NullLogger.Instance,
                "benchmark"
            )
        );

    [GlobalCleanup]
    public async Task CleanUp()
    {
        await _queue.DrainAsync(CancellationToken.None);
        await _meters.DisposeAsync();
    }

    /// <summary>One call after the other: the way of a single request through the queue.</summary>
    [Benchmark]
    public async Task<int> One() => (await _queue.CallAsync(_next++, Caller.Job("job"), CancellationToken.None)).Value;

    /// <summary>A hundred calls at once, one request each.</summary>
    [Benchmark(OperationsPerInvoke = 100)]
    public async Task Hundred()
    {
        var calls = new Task<Outcome<int>>[100];
        for (var i = 0; i < calls.Length; i++)
            calls[i] = _queue.CallAsync(_next++, Caller.Job("job " + (i % 10)), CancellationToken.None);
        await Task.WhenAll(calls);
    }

    private sealed class Echo : IUpstream<int, int>
    {
        public UpstreamPace Pace { get; } = new("echo", [new("requests", 1, TimeSpan.Zero)]);

        public string KeyOf(int call) => call.ToString(System.Globalization.CultureInfo.InvariantCulture);

        public Task<Attempt<int>> SendAsync(
            IReadOnlyList<int> batch,
            IAttemptProgress progress,
            CancellationToken cancellationToken
        ) => Task.FromResult<Attempt<int>>(new Attempt<int>.Answered([Outcome.Of(batch[0])]));
    }
}
