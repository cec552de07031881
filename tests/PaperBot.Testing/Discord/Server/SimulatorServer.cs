using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Server.Kestrel.Core;
using Microsoft.Extensions.Logging;
using PaperBot.Testing.Discord.Api;

namespace PaperBot.Testing.Discord.Server;

/// <summary>The simulator on loopback: <c>/api/v10</c>, <c>/gateway</c>, <c>/attachments</c> and a page at <c>/</c>.</summary>
public sealed class SimulatorServer : IAsyncDisposable
{
    private readonly WebApplication _app;

    private SimulatorServer(DiscordSimulator simulator, WebApplication app)
    {
        (Simulator, _app) = (simulator, app);
        Url = new Uri(app.Urls.First() + "/");
        simulator.World.CdnUrl = Url;
        simulator.Hub.Url = new UriBuilder(Url) { Scheme = "ws", Path = "/gateway/" }.Uri;
    }

    public DiscordSimulator Simulator { get; }

    /// <summary>The page.</summary>
    public Uri Url { get; }

    /// <summary>What a bot is configured with.</summary>
    public Uri ApiUrl => new(Url, "api/v10/");

    /// <summary>Starts on a port of loopback; 0 takes a free one.</summary>
    public static async Task<SimulatorServer> StartAsync(
        DiscordSimulator simulator,
        int port = 0,
        CancellationToken cancellationToken = default
    )
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.ConfigureKestrel(kestrel =>
        {
            kestrel.Limits.MaxRequestBodySize = 64 << 20;
            kestrel.Listen(System.Net.IPAddress.Loopback, port, listen => listen.Protocols = HttpProtocols.Http1);
        });
        var app = builder.Build();
        app.UseWebSockets();
        app.Map("/api/v{version:int}/{**path}", context => AnswerAsync(simulator, context));
        app.Map("/gateway/{**rest}", context => WebSocketPeer.AcceptAsync(simulator, context));
        app.MapGet("/attachments/{channel}/{id}/{name}", context => SendFileAsync(simulator, context));
        SimulatorPage.Map(app, simulator);
        await app.StartAsync(cancellationToken);
        return new SimulatorServer(simulator, app);
    }

    public async ValueTask DisposeAsync()
    {
        Simulator.Hub.DropAll();
        await _app.StopAsync();
        await _app.DisposeAsync();
    }

    private static async Task AnswerAsync(DiscordSimulator simulator, HttpContext context)
    {
        using var body = new MemoryStream();
        await context.Request.Body.CopyToAsync(body, context.RequestAborted);
        var headers = context.Request.Headers;
        var request = new ApiRequest(
            context.Request.Method,
            (string?)context.Request.RouteValues["path"] ?? "",
            context.Request.Query.ToDictionary(q => q.Key, q => q.Value.ToString()),
            (string?)headers.Authorization,
            (string?)headers.UserAgent,
            context.Request.ContentType,
            body.ToArray()
        );
        var response = simulator.Api.Handle(request);
        if (response.Drop)
        {
            context.Abort();
            return;
        }

        context.Response.StatusCode = response.Status;
        foreach (var (name, value) in response.Headers)
            context.Response.Headers.Append(name, value);
        if (response.Body is null)
            return;
        context.Response.ContentType = "application/json";
        await context.Response.WriteAsync(response.Body.ToJsonString(), context.RequestAborted);
    }

    private static async Task SendFileAsync(DiscordSimulator simulator, HttpContext context)
    {
        var id = ulong.TryParse((string?)context.Request.RouteValues["id"], out var number) ? number : 0;
        World.SimFile? file;
        lock (simulator.World.Gate)
            file = simulator.World.Files.GetValueOrDefault(id);
        if (file is null)
        {
            context.Response.StatusCode = 404;
            return;
        }

        context.Response.ContentType = file.ContentType;
        await context.Response.Body.WriteAsync(file.Bytes, context.RequestAborted);
    }
}
