using PaperBot.Core.Queues;
using PaperBot.Upstreams.Llm;

namespace PaperBot.Tests.Upstreams.Llm;

public sealed class LlmPaceTests
{
    [Theory]
    [InlineData(60, 4, 0, 1_000)]
    [InlineData(3, 1, 0, 1_000)]
    [InlineData(500, 50, 0, 1_000)]
    [InlineData(1, 8, 0, 1_000)]
    [InlineData(60, 4, 30_000, 2_500)]
    [InlineData(600, 16, 100_000, 40_000)]
    public void In_no_minute_more_is_taken_than_permitted(int requests, int concurrency, int tokens, double cost)
    {
        var options = new LlmModelOptions
        {
            RequestsPerMinute = requests,
            Concurrency = concurrency,
            TokensPerMinute = tokens,
        };
        var charges = LlmPace.ChargesOf(options, cost);
        var tats = new DateTimeOffset?[charges.Count];
        var now = new DateTimeOffset(2026, 1, 5, 0, 0, 0, TimeSpan.Zero);
        var starts = new List<DateTimeOffset>();
        for (var i = 0; i < 2_000; i++)
        {
            for (var j = 0; j < charges.Count; j++)
                if (Gcra.EarliestStart(tats[j], charges[j]) is var start && start > now)
                    now = start;
            for (var j = 0; j < charges.Count; j++)
                tats[j] = Gcra.Charge(tats[j], charges[j], now);
            starts.Add(now);
        }

        for (var first = 0; first < starts.Count; first++)
        {
            var inMinute = starts.Skip(first).TakeWhile(at => at - starts[first] < TimeSpan.FromMinutes(1)).Count();
            inMinute.ShouldBeLessThanOrEqualTo(requests);
            if (tokens > 0)
                (inMinute * cost).ShouldBeLessThanOrEqualTo(Math.Max(tokens, cost));
        }
    }
}
