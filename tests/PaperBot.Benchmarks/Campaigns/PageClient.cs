using System.Net;
using System.Net.Http.Json;
using System.Text.Json;

namespace PaperBot.Benchmarks.Campaigns;

/// <summary>One chat of the local page, asked and listened to as the page does it.</summary>
internal sealed class PageClient : IDisposable
{
    private readonly HttpClient _http;
    private readonly string _chat;

    public PageClient(Uri page, string chat)
    {
        _chat = chat;
        _http = new HttpClient { BaseAddress = page, Timeout = TimeSpan.FromMinutes(5) };
        _http.DefaultRequestHeaders.Add("Origin", page.GetLeftPart(UriPartial.Authority));
    }

    /// <summary>Asks; it is written down when this returns.</summary>
    public async Task AskAsync(string id, string text)
    {
        using var response = await _http.PostAsJsonAsync($"/api/chats/{_chat}/messages", new { id, text });
        if (response.StatusCode is not (HttpStatusCode.Accepted or HttpStatusCode.OK))
            throw new InvalidOperationException($"The page answered {response.StatusCode}.");
    }

    /// <summary>The turn of that message with its cards, once it is answered.</summary>
    public async Task<JsonElement> AnswerAsync(string id)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, $"/api/chats/{_chat}/events?after=0");
        request.Headers.Add("Last-Event-ID", "0");
        using var response = await _http.SendAsync(request, HttpCompletionOption.ResponseHeadersRead);
        using var reader = new StreamReader(await response.Content.ReadAsStreamAsync());
        while (await reader.ReadLineAsync() is { } line)
            if (line.StartsWith("data:", StringComparison.Ordinal) && Answered(line[5..], id) is { } turn)
                return turn;
        throw new InvalidOperationException("The page's events ended.");
    }

    /// <summary>How many messages of the chat are answered now, of the last ones that the page shows.</summary>
    public async Task<int> AnsweredAsync()
    {
        var page = await _http.GetFromJsonAsync<JsonElement>($"/api/chats/{_chat}");
        return page.GetProperty("turns").EnumerateArray().Count(HasCards);
    }

    /// <summary>The command line behind the action whose label begins so.</summary>
    public static string LineOf(JsonElement turn, string label) =>
        turn.GetProperty("cards")
            .EnumerateArray()
            .SelectMany(card => card.GetProperty("actions").EnumerateArray())
            .First(action => action.GetProperty("label").GetString()!.StartsWith(label, StringComparison.Ordinal))
            .GetProperty("line")
            .GetString()!;

    public void Dispose() => _http.Dispose();

    private static JsonElement? Answered(string json, string id)
    {
        using var data = JsonDocument.Parse(json);
        var turn = data.RootElement;
        return
            turn.ValueKind == JsonValueKind.Object
            && HasCards(turn)
            && turn.TryGetProperty("id", out var name)
            && name.GetString() == id
            ? turn.Clone()
            : null;
    }

    private static bool HasCards(JsonElement turn) =>
        turn.TryGetProperty("cards", out var cards) && cards.ValueKind == JsonValueKind.Array;
}
