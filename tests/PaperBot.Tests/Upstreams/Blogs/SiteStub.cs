using System.Collections.Concurrent;
using System.Net;
using System.Net.Http.Headers;
using System.Text;

namespace PaperBot.Tests.Upstreams.Blogs;

/// <summary>A site of pages in memory; what it does not hold is not found. It counts what is asked of it.</summary>
internal sealed class SiteStub : HttpMessageHandler
{
    private readonly ConcurrentDictionary<string, Func<HttpResponseMessage>> _pages = new(StringComparer.Ordinal);

    /// <summary>Requests by address.</summary>
    public ConcurrentDictionary<string, int> Requests { get; } = new(StringComparer.Ordinal);

    public void Page(string address, string text, string type = "text/html") =>
        Bytes(address, Encoding.UTF8.GetBytes(text), type);

    public void Bytes(string address, byte[] body, string type) =>
        Answer(
            address,
            () =>
                new(HttpStatusCode.OK)
                {
                    Content = new ByteArrayContent(body)
                    {
                        Headers = { ContentType = MediaTypeHeaderValue.Parse(type) },
                    },
                }
        );

    public void Status(string address, HttpStatusCode status, string? location = null) =>
        Answer(
            address,
            () =>
            {
                var response = new HttpResponseMessage(status) { Content = new ByteArrayContent([]) };
                if (location is not null)
                    response.Headers.Location = new Uri(location, UriKind.RelativeOrAbsolute);
                return response;
            }
        );

    public void Answer(string address, Func<HttpResponseMessage> answer) => _pages[address] = answer;

    /// <summary>An article's page.</summary>
    public static string Article(string title, string head = "", string text = "") =>
        $"<html><head><title>{title}</title>{head}</head><body><article><h1>{title}</h1><p>{text} "
        + string.Concat(Enumerable.Repeat("A sentence that is long enough to be an article's. ", 8))
        + "</p></article></body></html>";

    public static string Sitemap(params string[] addresses) =>
        $"<?xml version=\"1.0\"?><urlset>{string.Concat(addresses.Select(a => $"<url><loc>{a}</loc></url>"))}</urlset>";

    protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken token)
    {
        var address = request.RequestUri!.AbsoluteUri;
        Requests.AddOrUpdate(address, 1, (_, count) => count + 1);
        var answer = _pages.TryGetValue(address, out var page)
            ? page()
            : new HttpResponseMessage(HttpStatusCode.NotFound) { Content = new ByteArrayContent([]) };
        answer.RequestMessage = request;
        return Task.FromResult(answer);
    }
}
