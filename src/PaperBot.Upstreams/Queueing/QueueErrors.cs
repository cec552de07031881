using PaperBot.Core.Outcomes;
using PaperBot.Core.Texts;

namespace PaperBot.Upstreams.Queueing;

/// <summary>What callers are told when the queue could not get them an answer.</summary>
internal sealed class QueueErrors(Message upstream)
{
    /// <summary>No room in the line.</summary>
    public Error Full(DateTimeOffset retryAt) => Errors.Throttled("upstream.full", retryAt, ("upstream", upstream));

    /// <summary>The upstream asked for silence.</summary>
    public Error Pause(DateTimeOffset? retryAt) =>
        Errors.Throttled(retryAt is null ? "upstream.pause.soon" : "upstream.pause", retryAt, ("upstream", upstream));

    /// <summary>The upstream does not answer.</summary>
    public Error Down(DateTimeOffset? retryAt) =>
        Errors.UpstreamDown(retryAt is null ? "upstream.down.soon" : "upstream.down", retryAt, ("upstream", upstream));

    /// <summary>It answers, and again and again without what was asked for.</summary>
    public Error Incomplete() => Errors.UpstreamDown("upstream.incomplete", null, ("upstream", upstream));

    /// <summary>A worker of the queue failed over this call.</summary>
    public Error Broken() => Errors.Internal("upstream.broken", ("upstream", upstream));

    /// <summary>The store of the slots fails, and without it nothing may be sent.</summary>
    public Error StoreFails() => Errors.Internal("upstream.store", ("upstream", upstream));

    /// <summary>The process ends.</summary>
    public Error Stopping() => Errors.UpstreamDown("upstream.stopping", null, ("upstream", upstream));
}
