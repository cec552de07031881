namespace PaperBot.Upstreams.Queueing;

/// <summary>Makes the queue of an upstream that is known only at run time: a model, a blog's host.</summary>
internal interface IUpstreamQueueFactory
{
    /// <summary>A new queue, seen by the monitor and drained at shutdown.</summary>
    /// <exception cref="InvalidOperationException">There is one with this name already.</exception>
    IUpstreamQueue<TCall, TResult> Create<TCall, TResult>(IUpstream<TCall, TResult> upstream)
        where TCall : notnull;
}
