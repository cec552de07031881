using System.Net.Http.Headers;

namespace PaperBot.Discord.Rest.Limits;

/// <summary>The right to send the bucket's next request, held until the call is over.</summary>
internal sealed class Turn(RouteLimits limits, Route route, Bucket bucket) : IDisposable
{
    private Bucket _bucket = bucket;

    /// <summary>How long the bucket is exhausted.</summary>
    public TimeSpan Wait => limits.WaitOf(_bucket);

    public void Learn(HttpResponseHeaders headers) => _bucket = limits.Learn(route, _bucket, headers);

    public void Block(TimeSpan retryAfter) => limits.Block(_bucket, retryAfter);

    public void Dispose() => limits.Leave(_bucket);
}
