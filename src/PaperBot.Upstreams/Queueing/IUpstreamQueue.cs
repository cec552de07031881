using PaperBot.Core.Outcomes;
using PaperBot.Core.Queues;

namespace PaperBot.Upstreams.Queueing;

/// <summary>The one door to an upstream. The queue owns calls; callers wait for them.</summary>
internal interface IUpstreamQueue<TCall, TResult>
    where TCall : notnull
{
    /// <summary>
    /// Waits for the call's answer. Cancellation takes this caller out of the line, never a call that others wait for.
    /// </summary>
    Task<Outcome<TResult>> CallAsync(TCall call, Caller caller, CancellationToken cancellationToken);
}
