using System.Net;
using System.Net.Http.Headers;
using System.Text;
using PaperBot.Testing.Discord.Api;

namespace PaperBot.Testing.Discord;

/// <summary>Reaches the simulated API without a network, on the simulator's clock.</summary>
/// <param name="simulator">The simulator.</param>
/// <param name="delay">How long a request and an answer are on their way; null means no time.</param>
public sealed class InProcessHttp(DiscordSimulator simulator, Func<TimeSpan>? delay = null) : HttpMessageHandler
{
    protected override async Task<HttpResponseMessage> SendAsync(
        HttpRequestMessage request,
        CancellationToken cancellationToken
    )
    {
        var body = request.Content is null ? [] : await request.Content.ReadAsByteArrayAsync(cancellationToken);
        await OnTheWayAsync(cancellationToken);
        var response = simulator.Api.Handle(Read(request, body));
        await OnTheWayAsync(cancellationToken);
        if (response.Drop)
            throw new HttpRequestException(HttpRequestError.ResponseEnded, "The connection was cut.");
        return Write(response);
    }

    private async ValueTask OnTheWayAsync(CancellationToken cancellationToken)
    {
        if (delay is not null)
            await Task.Delay(delay(), simulator.World.Time, cancellationToken);
    }

    private static ApiRequest Read(HttpRequestMessage request, byte[] body)
    {
        var path = request.RequestUri!.AbsolutePath;
        var start = path.IndexOf("/v10/", StringComparison.Ordinal) + "/v10/".Length;
        return new ApiRequest(
            request.Method.Method,
            Uri.UnescapeDataString(path[start..]),
            Query(request.RequestUri.Query),
            request.Headers.Authorization?.ToString(),
            request.Headers.TryGetValues("User-Agent", out var agent) ? string.Join(' ', agent) : null,
            request.Content?.Headers.ContentType?.ToString(),
            body
        );
    }

    private static Dictionary<string, string> Query(string query) =>
        query
            .TrimStart('?')
            .Split('&', StringSplitOptions.RemoveEmptyEntries)
            .Select(pair => pair.Split('=', 2))
            .ToDictionary(pair => pair[0], pair => Uri.UnescapeDataString(pair[^1]));

    private static HttpResponseMessage Write(ApiResponse response)
    {
        var message = new HttpResponseMessage((HttpStatusCode)response.Status);
        if (response.Body is not null)
        {
            message.Content = new ByteArrayContent(Encoding.UTF8.GetBytes(response.Body.ToJsonString()));
            message.Content.Headers.ContentType = new MediaTypeHeaderValue("application/json");
        }

        foreach (var (name, value) in response.Headers)
            message.Headers.TryAddWithoutValidation(name, value);
        return message;
    }
}
