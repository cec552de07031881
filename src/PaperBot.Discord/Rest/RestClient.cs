using System.Buffers;
using System.Net;
using System.Net.Http.Headers;
using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using Microsoft.Extensions.Logging;
using PaperBot.Discord.Json;
using PaperBot.Discord.Rest.Limits;

namespace PaperBot.Discord.Rest;

/// <summary>
/// Sends requests: in line for their route, within the global limit, again when Discord asks for it or the way was
/// lost.
/// </summary>
internal sealed partial class RestClient : IDisposable
{
    private const int MostRateLimits = 10;

    private readonly DiscordOptions _options;
    private readonly TimeProvider _time;
    private readonly Chance _chance;
    private readonly HttpMessageInvoker _http;
    private readonly RouteLimits _routes;
    private readonly GlobalLimit _global;
    private readonly InvalidRequestGuard _guard;
    private readonly ILogger _logger;
    private long _sent;
    private long _rateLimited;

    public RestClient(DiscordOptions options, DiscordSeams seams, Chance chance)
    {
        _options = options;
        _time = seams.Time;
        _chance = chance;
        _http = new HttpMessageInvoker(seams.Http ?? Handler(options), disposeHandler: seams.Http is null);
        _routes = new RouteLimits(_time);
        _global = new GlobalLimit(_time, options.RequestsPerSecond);
        _guard = new InvalidRequestGuard(_time, options.InvalidRequests);
        _logger = seams.Loggers.CreateLogger<RestClient>();
    }

    public RestStatus Status =>
        new(Interlocked.Read(ref _sent), Interlocked.Read(ref _rateLimited), _guard.Count, _routes.Count);

    public void Dispose()
    {
        _http.Dispose();
        _global.Dispose();
    }

    /// <summary>Sends a request whose answer has a body.</summary>
    public async Task<T> SendAsync<T>(RestRequest request, JsonTypeInfo<T> type, CancellationToken cancellationToken)
    {
        var body = await SendAsync(request, cancellationToken).ConfigureAwait(false);
        try
        {
            return JsonSerializer.Deserialize(body.Span, type)
                ?? throw new DiscordException($"{request.Route} was answered without a body.");
        }
        catch (JsonException exception)
        {
            throw new DiscordException($"{request.Route} was answered with something else than expected.", exception);
        }
    }

    /// <summary>Sends a request.</summary>
    /// <returns>The answer's body, which may be empty.</returns>
    public async Task<ReadOnlyMemory<byte>> SendAsync(RestRequest request, CancellationToken cancellationToken)
    {
        var route = request.Route;
        var backoff = new Backoff(_chance, TimeSpan.FromSeconds(1), TimeSpan.FromSeconds(20));
        using var turn = await _routes.EnterAsync(route, cancellationToken).ConfigureAwait(false);
        for (var (attempt, limits) = (1, 0); ; attempt++)
        {
            var answer = await AttemptAsync(request, turn, attempt, cancellationToken).ConfigureAwait(false);
            if (answer is { IsRateLimit: true })
            {
                if (++limits >= MostRateLimits)
                    throw new DiscordRateLimitException(route.Name, answer.RetryAfter);
                attempt--;
                continue;
            }

            if (answer is { Error: { } error } && !(answer.IsPassing && MayRepeat(request, attempt)))
                throw error;
            if (answer is { Error: null })
                return answer.Body;
            await Task.Delay(backoff.Next(), _time, cancellationToken).ConfigureAwait(false);
        }
    }

    private bool MayRepeat(RestRequest request, int attempt) => request.Repeatable && attempt < _options.Attempts;

    /// <summary>One attempt; null when the way was lost and it may be tried again.</summary>
    private async Task<Answer?> AttemptAsync(
        RestRequest request,
        Turn turn,
        int attempt,
        CancellationToken cancellationToken
    )
    {
        var route = request.Route;
        while (turn.Wait is { Ticks: > 0 } wait)
        {
            if (wait > _options.LongestWait)
                throw new DiscordRateLimitException(route.Name, wait);
            await Task.Delay(Up(wait), _time, cancellationToken).ConfigureAwait(false);
        }

        _guard.ThrowIfStopped(route);
        var sentAt = route.ByToken ? 0 : await _global.EnterAsync(cancellationToken).ConfigureAwait(false);
        var answered = false;
        TimeSpan? countedAt = null;
        using var timeout = new CancellationTokenSource(_options.AttemptTimeout, _time);
        using var both = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken, timeout.Token);
        try
        {
            Interlocked.Increment(ref _sent);
            using var message = Message(request);
            using var response = await _http.SendAsync(message, both.Token).ConfigureAwait(false);
            answered = true;
            countedAt = RateLimitHeaders.CountedAt(response.Headers);
            turn.Learn(response.Headers);
            var body = await ReadAsync(response.Content, both.Token).ConfigureAwait(false);
            return Judge(route, turn, response, body);
        }
        catch (OperationCanceledException exception) when (!cancellationToken.IsCancellationRequested)
        {
            if (!MayRepeat(request, attempt))
                throw new TimeoutException($"{route} was not answered within {_options.AttemptTimeout}.", exception);
        }
        catch (HttpRequestException exception)
            when (MayRepeat(request, attempt) || (NeverSent(exception) && attempt < _options.Attempts))
        {
            Log.Lost(_logger, route.Name, attempt, exception.HttpRequestError);
        }
        catch (IOException) when (MayRepeat(request, attempt))
        {
            Log.Lost(_logger, route.Name, attempt, HttpRequestError.ResponseEnded);
        }
        finally
        {
            if (!route.ByToken)
                _global.Return(sentAt, answered, countedAt);
        }

        return null;
    }

    private Answer Judge(Route route, Turn turn, HttpResponseMessage response, ReadOnlyMemory<byte> body)
    {
        var status = response.StatusCode;
        if (response.IsSuccessStatusCode)
            return new Answer(body);
        var error = ReadError(body);
        var scope = RateLimitHeaders.Scope(response.Headers);
        if (
            status is HttpStatusCode.Unauthorized or HttpStatusCode.Forbidden
            || (status == HttpStatusCode.TooManyRequests && scope != "shared")
        )
            _guard.Add();
        if (status == HttpStatusCode.Unauthorized && !route.ByToken)
        {
            _guard.RefuseToken();
            Log.TokenRefused(_logger);
        }

        if (status == HttpStatusCode.TooManyRequests)
            return RateLimited(route, turn, response, error, scope);
        var exception = new DiscordApiException(
            route.Name,
            route.TopLevel,
            status,
            (DiscordErrorCode)(error?.Code ?? 0),
            error?.Message
        )
        {
            Errors = error?.Errors,
        };
        // A message that Discord cannot digest is answered 500 as well, and would be again.
        var passing =
            status is HttpStatusCode.BadGateway or HttpStatusCode.ServiceUnavailable or HttpStatusCode.GatewayTimeout;
        return new Answer(body, exception)
        {
            IsPassing = passing || (status == HttpStatusCode.InternalServerError && route.Method == HttpMethod.Get),
        };
    }

    private Answer RateLimited(Route route, Turn turn, HttpResponseMessage response, ErrorBody? error, string? scope)
    {
        Interlocked.Increment(ref _rateLimited);
        // Without JSON it is the network in front of Discord that refuses, and it refuses everything.
        var global = scope == "global" || error?.Global == true || error is null;
        var wait = error?.RetryAfter is { } seconds ? TimeSpan.FromSeconds(seconds) : RetryAfter(response.Headers);
        Log.RateLimited(_logger, route.Name, scope ?? "unknown", wait);
        if (global)
            _global.Block(wait);
        else
            turn.Block(wait);
        if (wait > _options.LongestWait)
            throw new DiscordRateLimitException(route.Name, wait);
        return new Answer(default) { IsRateLimit = true, RetryAfter = wait };
    }

    private TimeSpan RetryAfter(HttpResponseHeaders headers) =>
        headers.RetryAfter switch
        {
            { Delta: { } delta } => delta,
            { Date: { } date } when date > _time.GetUtcNow() => date - _time.GetUtcNow(),
            { Date: not null } => TimeSpan.Zero,
            _ => TimeSpan.FromSeconds(5),
        };

    private static ErrorBody? ReadError(ReadOnlyMemory<byte> body)
    {
        try
        {
            return JsonSerializer.Deserialize(body.Span, DiscordJson.Wire.ErrorBody);
        }
        catch (JsonException)
        {
            return null;
        }
    }

    private static bool NeverSent(HttpRequestException exception) =>
        exception.HttpRequestError
            is HttpRequestError.NameResolutionError
                or HttpRequestError.ConnectionError
                or HttpRequestError.SecureConnectionError
                or HttpRequestError.ProxyTunnelError;

    private HttpRequestMessage Message(RestRequest request)
    {
        var route = request.Route;
        var message = new HttpRequestMessage(route.Method, new Uri(_options.ApiUrl, route.Path + request.Query));
        message.Headers.TryAddWithoutValidation(
            "User-Agent",
            $"DiscordBot ({_options.ProgramUrl}, {_options.ProgramVersion})"
        );
        if (!route.ByToken)
            message.Headers.Authorization = new AuthenticationHeaderValue("Bot", _options.Token);
        if (request.Files.Count > 0)
        {
            message.Content = new MultipartBody(request.Json, request.Files, $"paperbot{_chance.Word()}");
        }
        else if (request.Json is not null)
        {
            message.Content = new ByteArrayContent(request.Json);
            message.Content.Headers.ContentType = new MediaTypeHeaderValue("application/json");
        }

        return message;
    }

    private async Task<ReadOnlyMemory<byte>> ReadAsync(HttpContent content, CancellationToken cancellationToken)
    {
        using var stream = await content.ReadAsStreamAsync(cancellationToken).ConfigureAwait(false);
        var buffer = new ArrayBufferWriter<byte>(4096);
        while (true)
        {
            var read = await stream.ReadAsync(buffer.GetMemory(4096), cancellationToken).ConfigureAwait(false);
            if (read == 0)
                return buffer.WrittenMemory;
            buffer.Advance(read);
            if (buffer.WrittenCount > _options.LargestAnswer)
                throw new DiscordException($"An answer is longer than {_options.LargestAnswer} bytes.");
        }
    }

    private static TimeSpan Up(TimeSpan wait) => TimeSpan.FromMilliseconds(Math.Ceiling(wait.TotalMilliseconds));

    private static SocketsHttpHandler Handler(DiscordOptions options) =>
        new()
        {
            PooledConnectionLifetime = TimeSpan.FromMinutes(10),
            AutomaticDecompression = DecompressionMethods.All,
            Proxy = options.Proxy is null ? null : new WebProxy(options.Proxy),
            UseCookies = false,
        };
}
