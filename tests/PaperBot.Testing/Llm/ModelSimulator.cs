using System.Collections.Concurrent;
using System.Globalization;
using System.Net;
using System.Text;
using System.Text.Json.Nodes;
using System.Threading.Channels;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace PaperBot.Testing.Llm;

/// <summary>
/// A language model on loopback that speaks chat completions and Anthropic's messages, streamed and not. It answers from
/// the prompt, counts tokens at four characters each, keeps a journal of what it got, and misbehaves on demand.
/// </summary>
public sealed class ModelSimulator : IAsyncDisposable
{
    private const int PiecesBeforeFault = 8;
    private static readonly TimeSpan BeforeCut = TimeSpan.FromMilliseconds(300);

    private readonly WebApplication _app;
    private readonly TimeProvider _time;
    private readonly ConcurrentQueue<ModelFault> _once = new();
    private readonly Channel<ModelRequest> _arrivals = Channel.CreateUnbounded<ModelRequest>();
    private readonly CancellationTokenSource _end = new();
    private volatile ModelFault _always;

    private ModelSimulator(int port, TimeProvider time)
    {
        _time = time;
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.ConfigureKestrel(kestrel => kestrel.Listen(IPAddress.Loopback, port));
        _app = builder.Build();
        _app.Run(AnswerAsync);
    }

    /// <summary>What goes into <c>Llm:Endpoint</c> for chat completions: <c>http://127.0.0.1:PORT/v1</c>.</summary>
    public Uri Endpoint { get; private set; } = null!;

    /// <summary>What goes into <c>Llm:Endpoint</c> for Anthropic's messages.</summary>
    public Uri AnthropicEndpoint => new(Endpoint.GetLeftPart(UriPartial.Authority));

    /// <summary>Everything that it was asked, in order.</summary>
    public ConcurrentQueue<ModelRequest> Journal { get; } = new();

    /// <summary>What Retry-After says, in seconds.</summary>
    public int RetryAfter { get; set; } = 3;

    /// <summary>More tokens than this are refused as too long a prompt.</summary>
    public int ContextTokens { get; set; } = int.MaxValue;

    /// <summary>The pause between two pieces. Default none.</summary>
    public TimeSpan Pause { get; set; }

    /// <summary>Starts one.</summary>
    public static async Task<ModelSimulator> StartAsync(int port = 0, TimeProvider? time = null)
    {
        var simulator = new ModelSimulator(port, time ?? TimeProvider.System);
        await simulator._app.StartAsync();
        simulator.Endpoint = new(simulator._app.Urls.First() + "/v1");
        return simulator;
    }

    /// <summary>From now on it misbehaves so, until another is set.</summary>
    public void Always(ModelFault fault) => _always = fault;

    /// <summary>The next requests misbehave so, one each.</summary>
    public void Next(params IEnumerable<ModelFault> faults)
    {
        foreach (var fault in faults)
            _once.Enqueue(fault);
    }

    /// <summary>The next request, when it comes.</summary>
    public ValueTask<ModelRequest> ArrivalAsync(CancellationToken cancellationToken) =>
        _arrivals.Reader.ReadAsync(cancellationToken);

    /// <summary>Serves until the process is told to end.</summary>
    public Task RunToEndAsync() => HostingAbstractionsHostExtensions.WaitForShutdownAsync(_app);

    public async ValueTask DisposeAsync()
    {
        await _end.CancelAsync();
        using var now = new CancellationTokenSource();
        await now.CancelAsync();
        await _app.StopAsync(now.Token);
        await _app.DisposeAsync();
        _end.Dispose();
    }

    private async Task AnswerAsync(HttpContext http)
    {
        var path = http.Request.Path.Value ?? "/";
        using var over = CancellationTokenSource.CreateLinkedTokenSource(http.RequestAborted, _end.Token);
        try
        {
            if (path.EndsWith("/models", StringComparison.Ordinal))
                await ModelsAsync(http, over.Token);
            else if (path == "/fault")
                await FaultAsync(http);
            else if (path == "/journal")
                await http.Response.WriteAsJsonAsync(Journal.ToArray(), over.Token);
            else if (path.EndsWith("/chat/completions", StringComparison.Ordinal))
                await ChatAsync(http, new ChatDialect(), over.Token);
            else if (path.EndsWith("/messages", StringComparison.Ordinal))
                await ChatAsync(http, new MessagesDialect(), over.Token);
            else
                http.Response.StatusCode = 404;
        }
        catch (OperationCanceledException) when (over.IsCancellationRequested)
        {
            // Who asked has gone, or the test is over.
        }
    }

    private async Task ModelsAsync(HttpContext http, CancellationToken cancellationToken)
    {
        if (_always is ModelFault.Hang)
            await Task.Delay(Timeout.InfiniteTimeSpan, _time, cancellationToken);
        if (_always is ModelFault.Unauthorized)
            http.Response.StatusCode = 401;
        await http.Response.WriteAsync(
            """{"object":"list","data":[{"id":"simulated","object":"model"}]}""",
            cancellationToken
        );
    }

    private async Task FaultAsync(HttpContext http)
    {
        var name = http.Request.Query["name"].ToString();
        if (!Enum.TryParse<ModelFault>(name, ignoreCase: true, out var fault))
        {
            http.Response.StatusCode = 400;
            await http.Response.WriteAsync(
                $"No fault '{name}'; there are: {string.Join(", ", Enum.GetNames<ModelFault>())}.\n"
            );
            return;
        }

        if (int.TryParse(http.Request.Query["times"], NumberStyles.None, CultureInfo.InvariantCulture, out var times))
            Next(Enumerable.Repeat(fault, times));
        else
            Always(fault);
        await http.Response.WriteAsync($"{fault}\n");
    }

    private async Task ChatAsync(HttpContext http, IModelDialect dialect, CancellationToken cancellationToken)
    {
        using var reader = new StreamReader(http.Request.Body, Encoding.UTF8);
        var body = await reader.ReadToEndAsync(cancellationToken);
        var fault = _once.TryDequeue(out var once) ? once : _always;
        var key = http.Request.Headers.Authorization.ToString() + http.Request.Headers["x-api-key"];
        var request = new ModelRequest(http.Request.Path.Value!, key, body, fault);
        Journal.Enqueue(request);
        _arrivals.Writer.TryWrite(request);
        var input = request.Messages.Sum(message => Tokens(message.Text));
        if (input > ContextTokens)
            fault = ModelFault.Overflow;
        switch (fault)
        {
            case ModelFault.Hang:
                await Task.Delay(Timeout.InfiniteTimeSpan, _time, cancellationToken);
                return;
            case ModelFault.Throttle:
                http.Response.Headers.RetryAfter = RetryAfter.ToString(CultureInfo.InvariantCulture);
                await RefuseAsync(http, 429, "rate_limit_exceeded", "Rate limit reached.", cancellationToken);
                return;
            case ModelFault.NoCredit:
                await RefuseAsync(
                    http,
                    429,
                    "insufficient_quota",
                    "You exceeded your current quota.",
                    cancellationToken
                );
                return;
            case ModelFault.Down:
                await RefuseAsync(http, 503, "overloaded", "The server is overloaded.", cancellationToken);
                return;
            case ModelFault.Unauthorized:
                await RefuseAsync(http, 401, "invalid_api_key", "Incorrect API key provided.", cancellationToken);
                return;
            case ModelFault.Picky when body.Contains("\"max_tokens\"", StringComparison.Ordinal):
                const string Word = "Unsupported parameter: 'max_tokens'. Use 'max_completion_tokens' instead.";
                await RefuseAsync(http, 400, "unsupported_parameter", Word, cancellationToken);
                return;
            case ModelFault.Picky when body.Contains("\"temperature\"", StringComparison.Ordinal):
                const string Warmth = "Unsupported value: 'temperature' does not support 0.3 with this model.";
                await RefuseAsync(http, 400, "unsupported_value", Warmth, cancellationToken);
                return;
            case ModelFault.Overflow:
                var message = $"This model's maximum context length is {ContextTokens} tokens.";
                await RefuseAsync(http, 400, "context_length_exceeded", message, cancellationToken);
                return;
        }

        var text = fault == ModelFault.Empty ? "" : ModelText.Of(request with { Fault = fault });
        var usage = fault == ModelFault.NoUsage ? default : (Input: input, Output: Tokens(text));
        var parsed = JsonNode.Parse(body)!;
        if (parsed["stream"]?.GetValue<bool>() == true)
            await StreamAsync(http, dialect, text, fault, usage, cancellationToken);
        else
            await http.Response.WriteAsync(dialect.Whole(text, usage), cancellationToken);
    }

    private async Task StreamAsync(
        HttpContext http,
        IModelDialect dialect,
        string text,
        ModelFault fault,
        (int Input, int Output) usage,
        CancellationToken cancellationToken
    )
    {
        http.Response.ContentType = "text/event-stream; charset=utf-8";
        foreach (var piece in dialect.Begin(usage))
            await SendAsync(http, piece, fault, cancellationToken);
        var sent = 0;
        foreach (var piece in Pieces(text))
        {
            if (sent++ == PiecesBeforeFault && await IsOverAsync(http, fault, cancellationToken))
                return;
            await SendAsync(http, dialect.Piece(piece), fault, cancellationToken);
            if (Pause > TimeSpan.Zero)
                await Task.Delay(Pause, _time, cancellationToken);
        }

        foreach (var piece in dialect.End(fault == ModelFault.Length, usage))
            await SendAsync(http, piece, fault, cancellationToken);
    }

    /// <returns>True when the stream ends here.</returns>
    private async Task<bool> IsOverAsync(HttpContext http, ModelFault fault, CancellationToken cancellationToken)
    {
        switch (fault)
        {
            case ModelFault.Cut:
                // What was sent is to arrive before the connection is reset.
                await Task.Delay(BeforeCut, _time, cancellationToken);
                http.Abort();
                return true;
            case ModelFault.Stall:
                await Task.Delay(Timeout.InfiniteTimeSpan, _time, cancellationToken);
                return true;
            case ModelFault.Malformed:
                await SendAsync(http, "data: {\"choices\":[{\"delta\":{\"content\":\"x\n\n", fault, cancellationToken);
                return true;
            case ModelFault.ErrorEvent:
                const string Error = """{"error":{"message":"Provider returned error","code":502}}""";
                await SendAsync(http, $"data: {Error}\n\ndata: [DONE]\n\n", fault, cancellationToken);
                return true;
            default:
                return false;
        }
    }

    private async Task SendAsync(HttpContext http, string text, ModelFault fault, CancellationToken cancellationToken)
    {
        var bytes = Encoding.UTF8.GetBytes(text);
        if (fault != ModelFault.Slow)
        {
            await http.Response.Body.WriteAsync(bytes, cancellationToken);
            await http.Response.Body.FlushAsync(cancellationToken);
            return;
        }

        for (var i = 0; i < bytes.Length; i++)
        {
            await http.Response.Body.WriteAsync(bytes.AsMemory(i, 1), cancellationToken);
            await http.Response.Body.FlushAsync(cancellationToken);
            await Task.Delay(TimeSpan.FromSeconds(1), _time, cancellationToken);
        }
    }

    private static Task RefuseAsync(HttpContext http, int status, string code, string message, CancellationToken token)
    {
        http.Response.StatusCode = status;
        http.Response.ContentType = "application/json";
        var error = new JsonObject
        {
            ["type"] = "error",
            ["error"] = new JsonObject
            {
                ["message"] = message,
                ["type"] = code,
                ["code"] = code,
            },
        };
        return http.Response.WriteAsync(error.ToJsonString(), token);
    }

    // Words with what follows them, as models speak.
    private static IEnumerable<string> Pieces(string text)
    {
        var start = 0;
        for (var i = 1; i <= text.Length; i++)
            if (i == text.Length || (text[i - 1] == ' ' && text[i] != ' ') || i - start >= 12)
            {
                if (i < text.Length && char.IsLowSurrogate(text[i]))
                    continue;
                yield return text[start..i];
                start = i;
            }
    }

    private static int Tokens(string text) => (text.Length + 3) / 4;
}
