using Microsoft.Extensions.Options;
using PaperBot.Core.Outcomes;
using PaperBot.Core.Queues;
using PaperBot.Upstreams.Queueing;

namespace PaperBot.Upstreams.Arxiv;

/// <summary>Asks through the queue. A person is not kept waiting for longer than <c>Arxiv:TotalTimeout</c>.</summary>
internal sealed class ArxivClient(
    IUpstreamQueue<ArxivCall, ArxivAnswer> queue,
    IOptions<ArxivOptions> options,
    TimeProvider time
)
{
    /// <summary>Asks everything at once; each answer by itself.</summary>
    public async Task<IReadOnlyList<Outcome<ArxivAnswer>>> AskAsync(
        IEnumerable<ArxivCall> calls,
        Caller caller,
        CancellationToken cancellationToken
    )
    {
        using var timeout = new CancellationTokenSource(
            caller.Urgency == Urgency.Interactive ? options.Value.TotalTimeout : Timeout.InfiniteTimeSpan,
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
