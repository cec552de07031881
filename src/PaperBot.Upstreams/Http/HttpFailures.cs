using PaperBot.Core.Outcomes;
using PaperBot.Upstreams.Queueing;

namespace PaperBot.Upstreams.Http;

/// <summary>What a status means for the queue, where the upstream has no word of its own on it.</summary>
internal static class HttpFailures
{
    /// <summary>The attempt's end for a status that is no success; null for one that is, and for 401, 403, 404 and the like.</summary>
    /// <param name="response">The answer.</param>
    /// <param name="now">The time, for Retry-After.</param>
    /// <param name="whenBad">What a caller is told whose request alone was refused as malformed.</param>
    public static Attempt<TResult>? Of<TResult>(HttpResponseMessage response, DateTimeOffset now, Error whenBad) =>
        (int)response.StatusCode switch
        {
            429 => new Attempt<TResult>.Throttled(RetryAfter.Read(response, now)),
            408 or >= 500 => new Attempt<TResult>.Unavailable(RetryAfter.Read(response, now)),
            400 or 413 or 414 or 422 or 431 => new Attempt<TResult>.BadBatch(whenBad),
            _ => null,
        };
}
