using Microsoft.Extensions.Options;
using PaperBot.Upstreams.Http;

namespace PaperBot.Upstreams.Blogs;

/// <summary>Sends one request for a page and reads the answer within its limit. Redirects are not followed here.</summary>
internal sealed class BlogHttp(IHttpClientFactory clients, IOptions<BlogsOptions> options)
{
    /// <summary>The client's name in the factory.</summary>
    public const string Client = "blogs";

    /// <summary>The product in the User-Agent, which robots.txt calls us by.</summary>
    public const string Robot = "PaperBot";

    public const string Accept =
        "text/html, application/xhtml+xml, application/atom+xml, application/rss+xml, application/xml;q=0.9, */*;q=0.5";

    /// <exception cref="HttpRequestException">The network failed.</exception>
    public async Task<(PageAnswer Answer, HttpResponseMessage Response)> GetAsync(
        PageCall call,
        CancellationToken cancellationToken
    )
    {
        using var client = clients.CreateClient(Client);
        using var request = new HttpRequestMessage(HttpMethod.Get, call.Address);
        if (call.ETag is { } etag)
            request.Headers.TryAddWithoutValidation("If-None-Match", etag);
        if (call.LastModified is { } modified)
            request.Headers.TryAddWithoutValidation("If-Modified-Since", modified);
        using var response = await client.SendAsync(
            request,
            HttpCompletionOption.ResponseHeadersRead,
            cancellationToken
        );
        var answer = new PageAnswer((int)response.StatusCode, [])
        {
            MediaType = response.Content.Headers.ContentType?.MediaType?.ToLowerInvariant() ?? "",
            Charset = response.Content.Headers.ContentType?.CharSet?.Trim('"', '\''),
            Location = response.Headers.Location is { } to ? Absolute(call.Address, to) : null,
            ETag = response.Headers.TryGetValues("ETag", out var etags) ? etags.First() : null,
            IsNoIndex =
                response.Headers.TryGetValues("X-Robots-Tag", out var words) && words.Any(HtmlPages.SaysNoIndex),
            LastModified = response.Content.Headers.TryGetValues("Last-Modified", out var dates) ? dates.First() : null,
        };
        try
        {
            return (answer with { Body = await BodyAsync(response, cancellationToken) }, response);
        }
        catch (Exception exception) when (exception is IOException or InvalidDataException or InvalidOperationException)
        {
            // The host answers; only this page breaks off or is badly packed, and to ask again at once would cost the
            // others their turns.
            return (answer with { IsCut = true }, response);
        }
        catch (BodyTooLargeException)
        {
            return (answer with { IsTooLarge = true }, response);
        }
    }

    private Task<byte[]> BodyAsync(HttpResponseMessage response, CancellationToken cancellationToken) =>
        response.IsSuccessStatusCode
            ? BoundedBody.ReadAsync(response.Content, options.Value.LargestPage, cancellationToken)
            : Task.FromResult<byte[]>([]);

    private static Uri? Absolute(Uri from, Uri to) => Uri.TryCreate(from, to, out var address) ? address : null;
}
