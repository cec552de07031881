using System.Collections.Concurrent;
using System.Diagnostics.Metrics;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging.Abstractions;
using PaperBot.Core.Outcomes;
using PaperBot.Core.Queues;
using PaperBot.Testing.Http;
using PaperBot.Testing.Queues;
using PaperBot.Upstreams.Http;
using PaperBot.Upstreams.Queueing;

namespace PaperBot.Tests.Upstreams.Queueing;

/// <summary>The pace where the upstream sees it, in real time: real sockets, a real clock, a busy machine.</summary>
public sealed class SpacingTests
{
    private static readonly TimeSpan Pace = TimeSpan.FromMilliseconds(100);

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Requests_arrive_no_closer_than_the_pace(bool keepAlive)
    {
        var arrivals = new ConcurrentQueue<long>();
        await using var server = new TinyHttpServer(_ =>
        {
            arrivals.Enqueue(TimeProvider.System.GetTimestamp());
            return HttpText.Answer("answer", headers: keepAlive ? "" : "Connection: close\r\n");
        });
        using var client = UpstreamHttp.CreateClient(new() { UserAgent = UserAgent.Of(null) }, _ => null);
        var upstream = new HttpUpstream(client, server.Address);
        await using var meters = new ServiceCollection().AddMetrics().BuildServiceProvider();
        var queue = new UpstreamQueue<int, string>(
            upstream,
            new(
                new InMemorySlotStore(TimeProvider.System),
                TimeProvider.System,
                new Random(1),
                new(meters.GetRequiredService<IMeterFactory>(), new()),
                NullLogger.Instance,
                "here"
            )
        );

        var answers = await Task.WhenAll(
            Enumerable
                .Range(0, 15)
                .Select(i => queue.CallAsync(i, Caller.Job("job"), TestContext.Current.CancellationToken))
        );
        await queue.DrainAsync(CancellationToken.None);

        answers.ShouldAllBe(answer => answer.Value == "answer");
        var times = arrivals.ToArray();
        times.Length.ShouldBe(15);
        var gaps = times.Zip(times.Skip(1), (a, b) => TimeProvider.System.GetElapsedTime(a, b)).ToList();
        gaps.Min().ShouldBeGreaterThanOrEqualTo(Pace);
        server.Connected.ShouldBe(keepAlive ? 1 : 15);
    }

    private sealed class HttpUpstream(HttpClient client, Uri address) : IUpstream<int, string>
    {
        public UpstreamPace Pace { get; } = UpstreamPace.Every(SpacingTests.Pace, "arxiv-api");

        public string KeyOf(int call) => call.ToString(System.Globalization.CultureInfo.InvariantCulture);

        public async Task<Attempt<string>> SendAsync(
            IReadOnlyList<int> batch,
            IAttemptProgress progress,
            CancellationToken cancellationToken
        ) => new Attempt<string>.Answered([Outcome.Of(await client.GetStringAsync(address, cancellationToken))]);
    }
}
