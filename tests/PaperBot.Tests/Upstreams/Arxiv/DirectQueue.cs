using PaperBot.Core.Outcomes;
using PaperBot.Core.Queues;
using PaperBot.Upstreams.Arxiv;
using PaperBot.Upstreams.Queueing;

namespace PaperBot.Tests.Upstreams.Arxiv;

/// <summary>A queue without a line: each call is sent at once, and once more when the answer lacks it.</summary>
internal sealed class DirectQueue(ArxivUpstream upstream) : IUpstreamQueue<ArxivCall, ArxivAnswer>
{
    private readonly Lock _gate = new();
    private readonly List<ArxivCall> _calls = [];

    /// <summary>Everything that was asked.</summary>
    public IReadOnlyList<ArxivCall> Calls
    {
        get
        {
            lock (_gate)
                return [.. _calls];
        }
    }

    public async Task<Outcome<ArxivAnswer>> CallAsync(
        ArxivCall call,
        Caller caller,
        CancellationToken cancellationToken
    )
    {
        lock (_gate)
            _calls.Add(call);
        var attempt = await SendAsync(call, cancellationToken);
        if (attempt is Attempt<ArxivAnswer>.Answered { Answers: [{ Outcome: null }] })
            attempt = await SendAsync(call, cancellationToken);
        return attempt switch
        {
            Attempt<ArxivAnswer>.Answered { Answers: [{ Outcome: { } outcome }] } => outcome,
            Attempt<ArxivAnswer>.BadBatch bad => bad.WhenAlone,
            Attempt<ArxivAnswer>.Refused refused => refused.Error,
            Attempt<ArxivAnswer>.Throttled => Errors.Throttled("upstream.pause.soon", null),
            _ => Errors.UpstreamDown("upstream.down.soon", null),
        };
    }

    private async Task<Attempt<ArxivAnswer>> SendAsync(ArxivCall call, CancellationToken cancellationToken)
    {
        try
        {
            return await upstream.SendAsync([call], new NoAttemptProgress(), cancellationToken);
        }
        catch (Exception exception) when (exception is HttpRequestException or IOException)
        {
            return new Attempt<ArxivAnswer>.Unavailable();
        }
    }
}
