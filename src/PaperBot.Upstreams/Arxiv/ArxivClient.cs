using Microsoft.Extensions.Options;
using PaperBot.Core.Outcomes;
using PaperBot.Core.Queues;
using PaperBot.Upstreams.Queueing;

namespace PaperBot.Upstreams.Arxiv;

/// <summary>
/// Asks through the queue. A person is not kept waiting for longer than <c>Arxiv:TotalTimeout</c>, and not for longer
/// than <c>Arxiv:StoredTimeout</c> where an older record is at hand.
/// </summary>
internal sealed class ArxivClient(
    IUpstreamQueue<ArxivCall, ArxivAnswer> queue,
    IOptions<ArxivOptions> options,
    TimeProvider time
)
{
    /// <summary>Asks everything at once; each answer by itself.</summary>
    public Task<IReadOnlyList<Outcome<ArxivAnswer>>> AskAsync(
        IEnumerable<ArxivCall> calls,
        Caller caller,
        CancellationToken cancellationToken
    ) => AskAsync(calls, caller, options.Value.TotalTimeout, cancellationToken);

    /// <summary>Asks for something of which an older record is at hand.</summary>
    public Task<IReadOnlyList<Outcome<ArxivAnswer>>> AskBrieflyAsync(
        IEnumerable<ArxivCall> calls,
        Caller caller,
        CancellationToken cancellationToken
    ) => AskAsync(calls, caller, options.Value.StoredTimeout, cancellationToken);

    private async Task<IReadOnlyList<Outcome<ArxivAnswer>>> AskAsync(
        IEnumerable<ArxivCall> calls,
        Caller caller,
        TimeSpan patience,
        CancellationToken cancellationToken
    )
    {
        using var timeout = new CancellationTokenSource(
            caller.Urgency == Urgency.Interactive ? patience : Timeout.InfiniteTimeSpan,
            time
        );
        using var either = CancellationTokenSource.CreateLinkedTokenSource(timeout.Token, cancellationToken);
        return await Task.WhenAll(calls.Select(call => AskAsync(call, caller, either.Token, cancellationToken)));
    }

    private async Task<Outcome<ArxivAnswer>> AskAsync(
        ArxivCall call,
        Caller caller,
        CancellationToken either,
        CancellationToken callers
    )
    {
        try
        {
            return await queue.CallAsync(call, caller, either);
        }
        catch (OperationCanceledException) when (!callers.IsCancellationRequested)
        {
            return ArxivErrors.TooSlow();
        }
    }
}
