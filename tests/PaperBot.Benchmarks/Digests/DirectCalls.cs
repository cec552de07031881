using PaperBot.Core.Outcomes;
using PaperBot.Core.Queues;
using PaperBot.Upstreams.Arxiv;
using PaperBot.Upstreams.Queueing;

namespace PaperBot.Benchmarks.Digests;

/// <summary>Each call is one attempt at once: a simulated month does not wait for slots.</summary>
internal sealed class DirectCalls(ArxivUpstream upstream) : IUpstreamQueue<ArxivCall, ArxivAnswer>
{
    public async Task<Outcome<ArxivAnswer>> CallAsync(
        ArxivCall call,
        Caller caller,
        CancellationToken cancellationToken
    )
    {
        var attempt = await upstream.SendAsync([call], new NoAttempt(), cancellationToken);
        return attempt switch
        {
            Attempt<ArxivAnswer>.Answered { Answers: [{ Outcome: { } outcome }] } => outcome,
            Attempt<ArxivAnswer>.BadBatch bad => bad.WhenAlone,
            Attempt<ArxivAnswer>.Refused refused => refused.Error,
            Attempt<ArxivAnswer>.Throttled => Errors.Throttled("upstream.pause.soon", null),
            _ => Errors.UpstreamDown("upstream.down.soon", null),
        };
    }

    private sealed class NoAttempt : IAttemptProgress
    {
        public void Partial(int call, string markdown) => throw new InvalidOperationException("arXiv streams nothing.");
    }
}
