using System.Net;
using System.Text;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Connections;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.AspNetCore.Server.Kestrel.Core;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace PaperBot.Testing.Arxiv;

/// <summary>
/// arXiv on loopback: query API, announcement feeds, listing, abstract, HTML and PDF pages over a corpus; counts what
/// reaches it, refuses requests without Accept as arXiv does, and goes wrong on demand.
/// </summary>
public sealed class ArxivSimulator : IAsyncDisposable
{
    private readonly WebApplication _app;
    private readonly ArxivSimulatorOptions _options;
    private readonly QueryAnswer _query;
    private readonly FeedAnswer _feed;
    private readonly ListingAnswer _listing;
    private readonly PaperPages _pages;

    private ArxivSimulator(ArxivSimulatorOptions options)
    {
        _options = options;
        Announcements = new(options.Corpus);
        _query = new(options.Corpus, options.Generation, options.Time, options.InApiFrom);
        _feed = new(Announcements, options.Time);
        _listing = new(Announcements, options.Time);
        _pages = new(options.Corpus);
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.ConfigureKestrel(kestrel => kestrel.Listen(IPAddress.Loopback, options.Port, Count));
        _app = builder.Build();
        _app.Run(AnswerAsync);
    }

    /// <summary>The root: <c>http://127.0.0.1:PORT/</c>.</summary>
    public Uri Address { get; private set; } = null!;

    public Uri ApiUrl => new(Address, "api/query");

    public Uri FeedUrl => new(Address, "atom/");

    /// <summary>What is announced on which day.</summary>
    public AnnouncementPlan Announcements { get; }

    /// <summary>What goes wrong.</summary>
    public ArxivFaults Faults { get; } = new();

    /// <summary>What reached it.</summary>
    public ArxivTraffic Traffic { get; } = new();

    /// <summary>Whether the feed of a day without a mailing serves the last list again, and under which date.</summary>
    public void RepeatLastList(bool underNewDate) => (_feed.RepeatsLast, _feed.RedatesRepeats) = (true, underNewDate);

    /// <summary>Whether papers' files go out at one byte a second.</summary>
    public bool SlowDocuments { get; set; }

    /// <summary>Starts one.</summary>
    public static async Task<ArxivSimulator> StartAsync(ArxivSimulatorOptions? options = null)
    {
        var simulator = new ArxivSimulator(options ?? new());
        await simulator._app.StartAsync();
        simulator.Address = new(simulator._app.Urls.First() + "/");
        return simulator;
    }

    /// <summary>Serves until the process is told to end.</summary>
    public Task RunToEndAsync() => HostingAbstractionsHostExtensions.WaitForShutdownAsync(_app);

    public async ValueTask DisposeAsync()
    {
        using var now = new CancellationTokenSource();
        await now.CancelAsync();
        await _app.StopAsync(now.Token);
        await _app.DisposeAsync();
    }

    private void Count(ListenOptions listen) =>
        listen.Use(next =>
            async connection =>
            {
                Traffic.Opened();
                try
                {
                    await next(connection);
                }
                finally
                {
                    Traffic.Closed();
                }
            }
        );

    private async Task AnswerAsync(HttpContext http)
    {
        if (http.Request.Path.StartsWithSegments("/_simulator"))
        {
            await http.Response.WriteAsJsonAsync(Traffic, http.RequestAborted);
            return;
        }

        var accept = http.Request.Headers.Accept.ToString() is { Length: > 0 } value ? value : null;
        var fault = Faults.Draw() ?? (accept is null ? ArxivFaults.Known["406"] : null);
        Traffic.Began(
            new(
                _options.Time.GetUtcNow(),
                Uri.UnescapeDataString(http.Request.Path + http.Request.QueryString),
                accept,
                http.Request.Headers.UserAgent,
                fault?.Name
            )
        );
        try
        {
            await WaitAsync(fault?.Delay ?? _options.Latency, http.RequestAborted);
            await SendAsync(http, fault);
        }
        catch (OperationCanceledException) when (http.RequestAborted.IsCancellationRequested)
        {
            // The client has gone.
        }
        finally
        {
            Traffic.Ended();
        }
    }

    private async Task SendAsync(HttpContext http, ArxivFault? fault)
    {
        var (status, type, body) = fault?.Body is { } text
            ? (fault.Status, "application/atom+xml", Encoding.UTF8.GetBytes(text))
            : Answer(http.Request);
        http.Response.StatusCode = status;
        http.Response.ContentType = type;
        foreach (var (name, value) in fault?.Headers ?? new Dictionary<string, string>())
            http.Response.Headers[name] = value;
        var ended = http.RequestAborted;
        switch (fault?.Manner ?? FaultManner.Whole)
        {
            case FaultManner.Cut:
                await http.Response.Body.WriteAsync(body.AsMemory(0, body.Length / 2), ended);
                await http.Response.Body.FlushAsync(ended);
                http.Abort();
                break;
            case FaultManner.Slow:
                foreach (var piece in body.Chunk(Math.Max(1, body.Length / 10)))
                {
                    await http.Response.Body.WriteAsync(piece, ended);
                    await http.Response.Body.FlushAsync(ended);
                    await WaitAsync(TimeSpan.FromSeconds(1), ended);
                }

                break;
            case FaultManner.Stall:
                await Task.Delay(Timeout.InfiniteTimeSpan, _options.Time, ended);
                break;
            case FaultManner.Endless:
                http.Features.Get<IHttpResponseBodyFeature>()?.DisableBuffering();
                while (!ended.IsCancellationRequested)
                    await http.Response.Body.WriteAsync(body, ended);
                break;
            default:
                if (SlowDocuments && IsDocument(http.Request.Path))
                    await TrickleAsync(http, body, ended);
                else
                    await http.Response.Body.WriteAsync(body, ended);
                break;
        }
    }

    private static bool IsDocument(PathString path) =>
        path.StartsWithSegments("/html") || path.StartsWithSegments("/pdf");

    private async Task TrickleAsync(HttpContext http, byte[] body, CancellationToken ended)
    {
        for (var i = 0; i < body.Length; i++)
        {
            await http.Response.Body.WriteAsync(body.AsMemory(i, 1), ended);
            await http.Response.Body.FlushAsync(ended);
            await WaitAsync(TimeSpan.FromSeconds(1), ended);
        }
    }

    private (int Status, string Type, byte[] Body) Answer(HttpRequest request)
    {
        var path = request.Path.Value!.Trim('/');
        var slash = path.IndexOf('/', StringComparison.Ordinal);
        var first = slash < 0 ? path : path[..slash];
        var rest = slash < 0 ? "" : path[(slash + 1)..];
        var parts = rest.Split('/');
        var (status, body) = first switch
        {
            "api" => _query.Of(request.Query.ToDictionary(pair => pair.Key, pair => pair.Value.ToString())),
            "atom" or "rss" => _feed.Of(rest, first == "atom"),
            "list" when parts is [var subject, "new"] => _listing.New(subject),
            "catchup" when parts is [var subject, var date] => _listing.CatchUp(subject, date),
            "abs" => _pages.Abstract(rest),
            "html" => _pages.Html(rest),
            "pdf" when _pages.Pdf(rest) is { } => (200, ""),
            _ => (404, "<html><body>Not found</body></html>"),
        };
        if (first == "pdf" && status == 200)
            return (200, "application/pdf", _pages.Pdf(rest)!);
        var type =
            first is "api" or "atom" ? "application/atom+xml"
            : first == "rss" ? "application/rss+xml"
            : "text/html";
        return (status, type, Encoding.UTF8.GetBytes(body));
    }

    private Task WaitAsync(TimeSpan delay, CancellationToken ended) =>
        delay > TimeSpan.Zero ? Task.Delay(delay, _options.Time, ended) : Task.CompletedTask;
}
