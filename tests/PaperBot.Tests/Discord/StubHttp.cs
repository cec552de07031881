using System.Net;
using System.Text;

namespace PaperBot.Tests.Discord;

/// <summary>Answers requests by a function and remembers them with their bodies.</summary>
internal sealed class StubHttp(Func<HttpRequestMessage, HttpResponseMessage> answer) : HttpMessageHandler
{
    private readonly List<(HttpRequestMessage Request, string Body)> _requests = [];

    /// <summary>So many requests fail as if the name could not be found.</summary>
    public int Fails { get; set; }

    /// <summary>The last request failed so.</summary>
    public bool LastFailed { get; private set; }

    public List<TrackedContent> Answers { get; } = [];

    public IReadOnlyList<(HttpRequestMessage Request, string Body)> Requests
    {
        get
        {
            lock (_requests)
                return [.. _requests];
        }
    }

    public static HttpResponseMessage Json(
        string json,
        HttpStatusCode status = HttpStatusCode.OK,
        params (string, string)[] headers
    )
    {
        var response = new HttpResponseMessage(status)
        {
            Content = new StringContent(json, Encoding.UTF8, "application/json"),
        };
        foreach (var (name, value) in headers)
            response.Headers.TryAddWithoutValidation(name, value);
        return response;
    }

    protected override async Task<HttpResponseMessage> SendAsync(
        HttpRequestMessage request,
        CancellationToken cancellationToken
    )
    {
        var body = request.Content is null ? "" : await request.Content.ReadAsStringAsync(cancellationToken);
        lock (_requests)
            _requests.Add((request, body));
        LastFailed = Fails-- > 0;
        if (LastFailed)
            throw new HttpRequestException(HttpRequestError.NameResolutionError, "No such host.");
        var response = answer(request);
        var tracked = new TrackedContent(response.Content);
        response.Content = tracked;
        Answers.Add(tracked);
        return response;
    }
}
