using System.Net;
using System.Net.Http.Json;
using System.Text.Json;

namespace PaperBot.Tests.Platforms.Web;

/// <summary>Calls the page's server as its own script does.</summary>
internal sealed class PageClient : IDisposable
{
    private readonly HttpClient _http;

    public PageClient(Uri url, string chat = "chat-0001")
    {
        Chat = chat;
        // The handler is disposed with the client.
#pragma warning disable CA2000
        var handler = new SocketsHttpHandler { UseProxy = false, CookieContainer = new CookieContainer() };
#pragma warning restore CA2000
        _http = new HttpClient(handler) { BaseAddress = url, Timeout = TimeSpan.FromSeconds(30) };
        Origin = url.GetLeftPart(UriPartial.Authority);
    }

    public string Chat { get; }

    public string Origin { get; set; }

    public async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request) =>
        await _http.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, TestContext.Current.CancellationToken);

    public Task<HttpResponseMessage> GetAsync(string path) => SendAsync(new(HttpMethod.Get, path));

    public Task<HttpResponseMessage> PostAsync(string path, object body, string? origin = null)
    {
        var request = new HttpRequestMessage(HttpMethod.Post, path) { Content = JsonContent.Create(body) };
        request.Headers.TryAddWithoutValidation("Origin", origin ?? Origin);
        return SendAsync(request);
    }

    public Task<HttpResponseMessage> WriteAsync(string id, string text, string? replaces = null) =>
        PostAsync(
            $"api/chats/{Chat}/messages?lang=en",
            new
            {
                id,
                text,
                replaces,
            }
        );

    public async Task<JsonElement> ReadAsync(string path)
    {
        using var response = await GetAsync(path);
        response.StatusCode.ShouldBe(HttpStatusCode.OK);
        return await JsonOf(response);
    }

    public Task<JsonElement> TurnsAsync() => ReadAsync($"api/chats/{Chat}?lang=en");

    public static async Task<JsonElement> JsonOf(HttpResponseMessage response) =>
        (await response.Content.ReadFromJsonAsync<JsonElement>(TestContext.Current.CancellationToken)).Clone();

    /// <summary>Follows the chat from a change on.</summary>
    public async Task<EventReader> FollowAsync(long after = 0, string query = "lang=en")
    {
        var request = new HttpRequestMessage(HttpMethod.Get, $"api/chats/{Chat}/events?{query}");
        request.Headers.TryAddWithoutValidation("Last-Event-ID", after.ToString("D", null));
        var response = await SendAsync(request);
        response.StatusCode.ShouldBe(HttpStatusCode.OK);
        return new EventReader(await response.Content.ReadAsStreamAsync(TestContext.Current.CancellationToken));
    }

    public void Dispose() => _http.Dispose();
}
