using Microsoft.Extensions.Options;
using PaperBot.Upstreams.Http;

namespace PaperBot.Upstreams.Arxiv;

/// <summary>Sends one request to arXiv and reads the answer's body within its limit.</summary>
internal sealed class ArxivHttp(IHttpClientFactory clients, IOptions<ArxivOptions> options, TimeProvider time)
{
    /// <summary>The client's name in the factory.</summary>
    public const string Client = "arxiv";

    // Without this header arXiv answers 406, and .NET sends none by itself.
    public const string Accept = "application/atom+xml, text/xml, */*";

    /// <exception cref="HttpRequestException">The network failed.</exception>
    /// <exception cref="IOException">The answer was cut.</exception>
    public async Task<ArxivReply> GetAsync(Uri address, CancellationToken cancellationToken)
    {
        using var client = clients.CreateClient(Client);
        using var request = new HttpRequestMessage(HttpMethod.Get, address);
        using var response = await client.SendAsync(
            request,
            HttpCompletionOption.ResponseHeadersRead,
            cancellationToken
        );
        var body = await BoundedBody.ReadAsync(response.Content, options.Value.LongestAnswer, cancellationToken);
        return new((int)response.StatusCode, body, RetryAfter.Read(response, time.GetUtcNow()));
    }
}
