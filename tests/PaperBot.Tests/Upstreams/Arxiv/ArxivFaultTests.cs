using PaperBot.Core.Papers;
using PaperBot.Testing;
using PaperBot.Testing.Arxiv;
using PaperBot.Upstreams.Arxiv;
using PaperBot.Upstreams.Queueing;

namespace PaperBot.Tests.Upstreams.Arxiv;

/// <summary>What arXiv's ways to go wrong become: never "no papers", never a paper "Error", never a hang.</summary>
public sealed class ArxivFaultTests
{
    [Fact]
    public async Task Every_recorded_case_ends_as_it_must()
    {
        var cases = ArxivFaults.Load(TestData.Require("01-arxiv-api", "api", "fault-cases.json"));
        await using var bench = await ArxivBench.StartAsync();
        var ends = new Dictionary<string, string>();
        foreach (var fault in cases)
        {
            bench.Arxiv.Faults.Next(fault with { Delay = TimeSpan.Zero });
            var call =
                fault.Name.Contains("start", StringComparison.Ordinal)
                || fault.Name.Contains("214881", StringComparison.Ordinal)
                    ? (ArxivCall)new ArxivCall.Search(new("electron"))
                    : new ArxivCall.LookUp(ArxivId.Parse("1706.03762"));

            ends[fault.Name] = Describe(await bench.SendAsync(call));
        }

        ends.ShouldBe(
            new Dictionary<string, string>
            {
                ["rate limit, plain text"] = "throttled",
                ["406 when the Accept header is missing"] = "throttled",
                ["406 as throttling"] = "throttled",
                ["503 with Retry-After"] = "unavailable for 7 s",
                ["malformed id, 2026 form"] = "bad: error.arxiv.id",
                ["malformed id, error entry with status 200 (old form)"] = "bad: error.arxiv.id",
                ["start is not a number"] = "bad: error.arxiv.request",
                ["unknown id, total 0"] = "error.arxiv.paper",
                ["unknown id, total 1 and no entry"] = "missing",
                ["total 214881 but empty page"] = "missing",
                ["entry without id"] = "found 1706.03762v7",
                ["empty body"] = "unavailable",
                ["HTML instead of XML"] = "unavailable",
                ["truncated XML"] = "unavailable",
                ["DTD with entity expansion"] = "unavailable",
            },
            ignoreOrder: true
        );

        string Describe(Attempt<ArxivAnswer> attempt) => ArxivFaultTests.Describe(attempt, bench.Clock.GetUtcNow());
    }

    [Fact]
    public async Task A_counted_paper_that_is_left_out_twice_is_not_found()
    {
        const string Empty = """
            <feed xmlns="http://www.w3.org/2005/Atom" xmlns:o="http://a9.com/-/spec/opensearch/1.1/">
            <o:totalResults>1</o:totalResults></feed>
            """;
        await using var bench = await ArxivBench.StartAsync();
        bench.Arxiv.Faults.Next(new("counted and left out", 200, Empty), times: 2);
        var call = new ArxivCall.LookUp(ArxivId.Parse("1201.56789"));

        Describe(await bench.SendAsync(call)).ShouldBe("missing");
        Describe(await bench.SendAsync(call)).ShouldBe("error.arxiv.paper");
    }

    [Theory]
    [InlineData("429", "throttled")]
    [InlineData("200-rate-exceeded", "throttled")]
    [InlineData("406", "throttled")]
    [InlineData("503", "unavailable for 7 s")]
    [InlineData("500", "unavailable")]
    [InlineData("403", "refused: error.arxiv.blocked")]
    [InlineData("redirect", "refused: error.arxiv.moved")]
    [InlineData("empty", "unavailable")]
    [InlineData("html", "unavailable")]
    [InlineData("malformed", "unavailable")]
    [InlineData("bomb", "unavailable")]
    [InlineData("deep", "unavailable")]
    [InlineData("endless", "unavailable")]
    [InlineData("cut", "network")]
    public async Task Every_kind_of_call_survives_every_fault(string fault, string end)
    {
        await using var bench = await ArxivBench.StartAsync(settings: ("Arxiv:LongestAnswer", "1000000"));
        bench.Arxiv.Faults.Always(ArxivFaults.Known[fault]);
        ArxivCall[] calls =
        [
            new ArxivCall.LookUp(ArxivId.Parse("1706.03762")),
            new ArxivCall.Search(new("electron")),
            new ArxivCall.Feed("cs.CL"),
            new ArxivCall.Listing("cs.CL", null),
        ];
        foreach (var call in calls)
        {
            string seen;
            try
            {
                seen = Describe(await bench.SendAsync(call), bench.Clock.GetUtcNow());
            }
            catch (Exception exception) when (exception is HttpRequestException or IOException)
            {
                seen = "network";
            }

            seen.ShouldBe(end, call.ToString());
        }
    }

    [Fact]
    public async Task A_stalled_answer_ends_with_the_attempts_time()
    {
        await using var bench = await ArxivBench.StartAsync();
        bench.Arxiv.Faults.Always(ArxivFaults.Known["stall"]);
        using var attempt = CancellationTokenSource.CreateLinkedTokenSource(ArxivBench.Token);

        var sending = bench.Upstream.SendAsync([new ArxivCall.Feed("cs.CL")], new NoAttemptProgress(), attempt.Token);
        await bench.Arxiv.Traffic.WhenArrived(1);
        await attempt.CancelAsync();

        await Should.ThrowAsync<OperationCanceledException>(sending);
    }

    [Fact]
    public async Task A_slow_answer_arrives()
    {
        await using var bench = await ArxivBench.StartAsync();
        bench.Arxiv.Faults.Next(ArxivFaults.Known["slow"]);

        var sending = bench.SendAsync(new ArxivCall.LookUp(ArxivId.Parse("1706.03762")));
        while (!sending.IsCompleted)
        {
            await Task.WhenAny(sending, bench.Clock.WhenTimers(1));
            bench.Clock.AdvanceToNext();
        }

        Describe(await sending).ShouldBe("found 1706.03762v7");
    }

    [Fact]
    public async Task The_headers_are_those_that_arxiv_asks_for()
    {
        await using var bench = await ArxivBench.StartAsync(settings: ("Arxiv:Contact", "ops@example.org"));

        await bench.SendAsync(new ArxivCall.LookUp(ArxivId.Parse("1706.03762")));

        var arrival = bench.Arxiv.Traffic.Arrivals.ShouldHaveSingleItem();
        arrival.Accept.ShouldBe("application/atom+xml, text/xml, */*");
        arrival.UserAgent.ShouldNotBeNull().ShouldMatch(@"^PaperBot/\d+\.\d+\.\d+ \(ops@example\.org\)$");
        arrival.Fault.ShouldBeNull();
    }

    [Fact]
    public async Task A_bad_identifier_among_good_ones_is_a_bad_batch()
    {
        await using var bench = await ArxivBench.StartAsync();
        bench.Arxiv.Faults.Next(
            new(
                "400",
                400,
                """
                <feed xmlns="http://www.w3.org/2005/Atom"><entry><id>https://arxiv.org/api/errors#x</id>
                <title>Error</title><summary>incorrect id format for x</summary></entry></feed>
                """
            )
        );

        var attempt = await bench.SendAsync(LookUp("1706.03762"), LookUp("2401.00001"));

        attempt.ShouldBeOfType<Attempt<ArxivAnswer>.BadBatch>();
    }

    private static ArxivCall.LookUp LookUp(string id) => new(ArxivId.Parse(id));

    private static string Describe(Attempt<ArxivAnswer> attempt, DateTimeOffset? now = null) =>
        attempt switch
        {
            Attempt<ArxivAnswer>.Throttled { RetryAt: null } => "throttled",
            Attempt<ArxivAnswer>.Unavailable { RetryAt: { } at } => $"unavailable for {(at - now)?.TotalSeconds} s",
            Attempt<ArxivAnswer>.Unavailable => "unavailable",
            Attempt<ArxivAnswer>.BadBatch bad => "bad: " + bad.WhenAlone.Message.Key,
            Attempt<ArxivAnswer>.Refused refused => "refused: " + refused.Error.Message.Key,
            Attempt<ArxivAnswer>.Answered { Answers: [{ Outcome: null }] } => "missing",
            Attempt<ArxivAnswer>.Answered { Answers: [{ Outcome: { } outcome }] } => outcome switch
            {
                { IsOk: false } => outcome.Error.Message.Key,
                { Value: ArxivAnswer.Found found } => "found " + found.Paper.VersionedId,
                _ => outcome.Value.ToString()!,
            },
            _ => attempt.ToString()!,
        };
}
