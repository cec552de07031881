using System.Diagnostics;
using System.Net;
using System.Net.Http.Json;
using System.Net.Sockets;
using System.Text.Json;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Abstractions;
using PaperBot.Core.Models;
using PaperBot.Storage;
using PaperBot.Testing.Arxiv;
using PaperBot.Testing.Logging;
using PaperBot.Tests.Host;

namespace PaperBot.Tests.WholeBot;

/// <summary>The real program, serving on loopback in front of a simulated arXiv; it can be killed and started again.</summary>
internal sealed class ServingHost : IAsyncDisposable
{
    private const string Chat = "chat-of-the-test";

    private readonly HttpClient _http;
    private bool _samples;
    private readonly LogWatch _watch = new();
    private Process? _process;
    private Task _output = Task.CompletedTask;

    private ServingHost(ArxivSimulator arxiv, TimeSpan interval, int batch)
    {
        Arxiv = arxiv;
        var port = FreePort();
        Address = new Uri($"http://localhost:{port}");
        _http = new HttpClient { BaseAddress = Address, Timeout = TimeSpan.FromMinutes(2) };
        _http.DefaultRequestHeaders.Add("Origin", Address.GetLeftPart(UriPartial.Authority));
        Set("Web__Url", Address.GetLeftPart(UriPartial.Authority));
        Set("Arxiv__ApiUrl", arxiv.ApiUrl.AbsoluteUri);
        Set("Arxiv__FeedUrl", arxiv.FeedUrl.AbsoluteUri);
        Set("Arxiv__SiteUrl", arxiv.Address.AbsoluteUri);
        Set("Arxiv__Interval", interval.ToString());
        Set("Arxiv__BatchSize", batch.ToString(System.Globalization.CultureInfo.InvariantCulture));
        Set("Arxiv__AttemptTimeout", "00:00:03");
        Set("Requests__Lease", "00:00:03");
        for (var window = 0; window < 3; window++)
            Set($"Limits__Person__{window}__Count", "100000");
    }

    public ArxivSimulator Arxiv { get; }

    public Uri Address { get; }

    public HostProcess Files { get; } = new();

    public static async Task<ServingHost> StartAsync(
        TimeSpan interval,
        int batch = 100,
        bool samples = false,
        params IReadOnlyList<(string Name, string Value)> settings
    )
    {
        var host = new ServingHost(await ArxivSimulator.StartAsync(), interval, batch) { _samples = samples };
        foreach (var (name, value) in settings)
            host.Set(name, value);
        await host.StartAsync();
        return host;
    }

    /// <summary>Keeps answers as another process would that has the database open.</summary>
    public async Task KeepAsync(IEnumerable<KeptAnswer> answers)
    {
        var services = new ServiceCollection();
        services.AddSingleton<IConfiguration>(
            new ConfigurationBuilder()
                .AddInMemoryCollection([new("Storage:Directory", Path.Combine(Files.Folder, "data"))])
                .Build()
        );
        services.AddSingleton(typeof(ILogger<>), typeof(NullLogger<>));
        services.AddPaperBotStorage();
        await using var provider = services.BuildServiceProvider();
        foreach (var answer in answers)
            await provider.GetRequiredService<IAnswerStore>().KeepAsync(answer, TestContext.Current.CancellationToken);
    }

    public async Task StartAsync()
    {
        _process = Files.Start(_samples ? ["--samples"] : []);
        _process.BeginErrorReadLine();
        while (await _process.StandardOutput.ReadLineAsync(TestContext.Current.CancellationToken) is { } line)
            if (line.Contains("listens at", StringComparison.Ordinal))
            {
                // Read on, or the pipe fills up and the program stops.
                _output = WatchAsync(_process.StandardOutput);
                return;
            }
        throw new InvalidOperationException("The host ended before it listened.");
    }

    private async Task WatchAsync(StreamReader output)
    {
        while (await output.ReadLineAsync(CancellationToken.None) is { } line)
            _watch.Look(LogLevel.Information, line, null);
    }

    public async Task KillAsync()
    {
        _process!.Kill();
        await _process.WaitForExitAsync(TestContext.Current.CancellationToken);
        await _output;
        _process.Dispose();
        _process = null;
    }

    /// <summary>Asks as the page does: written down when this returns.</summary>
    public async Task AskAsync(string id, string text)
    {
        _watch.Said(text);
        using var response = await _http.PostAsJsonAsync(
            $"/api/chats/{Chat}/messages",
            new { id, text },
            TestContext.Current.CancellationToken
        );
        response.StatusCode.ShouldBe(HttpStatusCode.Accepted, await response.Content.ReadAsStringAsync());
    }

    /// <summary>Follows the chat's events, as a page that reconnects does, until so many turns are answered.</summary>
    public async Task<IReadOnlyList<string>> AnswersAsync(int count)
    {
        var answered = new List<string>();
        await foreach (var data in EventsAsync())
        {
            if (AnsweredTurn(data) is { } id)
                answered.Add(id);
            if (answered.Count == count)
                break;
        }
        return answered;
    }

    /// <summary>What somebody who waits is told, as soon as it contains a text.</summary>
    public async Task<string> ProgressAsync(string part)
    {
        await foreach (var data in EventsAsync())
            if (data.Contains(part, StringComparison.Ordinal))
                return data;
        throw new InvalidOperationException("The events ended.");
    }

    private async IAsyncEnumerable<string> EventsAsync()
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, $"/api/chats/{Chat}/events?after=0");
        request.Headers.Add("Last-Event-ID", "0");
        using var response = await _http.SendAsync(
            request,
            HttpCompletionOption.ResponseHeadersRead,
            TestContext.Current.CancellationToken
        );
        using var reader = new StreamReader(
            await response.Content.ReadAsStreamAsync(TestContext.Current.CancellationToken)
        );
        while (await reader.ReadLineAsync(TestContext.Current.CancellationToken) is { } line)
            if (line.StartsWith("data:", StringComparison.Ordinal))
                yield return line[5..];
    }

    /// <summary>All turns of the chat as they stand: id and the answer's text, null while it waits.</summary>
    public async Task<IReadOnlyList<(string Id, string? Answer)>> TurnsAsync()
    {
        var turns = new List<(string, string?)>();
        long? before = null;
        while (true)
        {
            var page = await _http.GetFromJsonAsync<JsonElement>(
                $"/api/chats/{Chat}" + (before is { } b ? $"?before={b}" : ""),
                TestContext.Current.CancellationToken
            );
            var part = page.GetProperty("turns").EnumerateArray().ToList();
            turns.AddRange(part.Select(turn => (turn.GetProperty("id").GetString()!, Cards(turn))));
            if (!page.GetProperty("more").GetBoolean())
                return turns;
            before = part[0].GetProperty("seq").GetInt64();
        }
    }

    /// <summary>One turn as the page gets it.</summary>
    public async Task<JsonElement> TurnAsync(string id)
    {
        var page = await _http.GetFromJsonAsync<JsonElement>(
            $"/api/chats/{Chat}",
            TestContext.Current.CancellationToken
        );
        return page.GetProperty("turns").EnumerateArray().First(turn => turn.GetProperty("id").GetString() == id);
    }

    public async ValueTask DisposeAsync()
    {
        if (_process is not null)
            await KillAsync();
        _http.Dispose();
        await Arxiv.DisposeAsync();
        Files.Dispose();
    }

    private static string? AnsweredTurn(string json)
    {
        using var data = JsonDocument.Parse(json);
        var turn = data.RootElement;
        return turn.ValueKind == JsonValueKind.Object && turn.TryGetProperty("cards", out _) && Cards(turn) is not null
            ? turn.GetProperty("id").GetString()
            : null;
    }

    private static string? Cards(JsonElement turn) =>
        turn.TryGetProperty("cards", out var cards) && cards.ValueKind == JsonValueKind.Array
            ? cards.GetRawText()
            : null;

    private void Set(string name, string value) => Files.Environment[name] = value;

    private static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }
}
