using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Server.Kestrel.Core;
using Microsoft.Extensions.Logging;
using PaperBot.Testing.WeChat.Official;
using PaperBot.Testing.WeChat.WeCom;

namespace PaperBot.Testing.WeChat.Server;

/// <summary>
/// The simulated WeCom and WeChat on loopback: <c>/ws</c> for a bot's long connection, <c>/cgi-bin</c> for the account's
/// interface and the group robot's webhook, <c>/files</c> for what people send, and a page at <c>/</c>.
/// </summary>
public sealed class WeChatServer : IAsyncDisposable
{
    private readonly WebApplication _app;

    private WeChatServer(WeComSimulator wecom, OfficialSimulator official, RobotSimulator robot, WebApplication app)
    {
        (WeCom, Official, Robot, _app) = (wecom, official, robot, app);
        Url = new Uri(app.Urls.First() + "/");
        wecom.FilesUrl = Url;
    }

    public WeComSimulator WeCom { get; }

    public OfficialSimulator Official { get; }

    public RobotSimulator Robot { get; }

    /// <summary>The page, and what the account's interface and the robot's webhook are found below.</summary>
    public Uri Url { get; }

    /// <summary>What a bot dials to.</summary>
    public Uri SocketUrl => new UriBuilder(Url) { Scheme = "ws", Path = "/ws" }.Uri;

    /// <summary>Starts on a port of loopback; 0 takes a free one.</summary>
    public static async Task<WeChatServer> StartAsync(
        WeComSimulator? wecom = null,
        OfficialSimulator? official = null,
        RobotSimulator? robot = null,
        int port = 0,
        CancellationToken cancellationToken = default
    )
    {
        wecom ??= new WeComSimulator();
        official ??= new OfficialSimulator();
        robot ??= new RobotSimulator();
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.ConfigureKestrel(kestrel =>
        {
            kestrel.Limits.MaxRequestBodySize = 64 << 20;
            kestrel.Listen(System.Net.IPAddress.Loopback, port, listen => listen.Protocols = HttpProtocols.Http1);
        });
        var app = builder.Build();
        app.UseWebSockets();
        app.Map("/ws", context => WeComSocketPeer.AcceptAsync(wecom, context));
        app.MapGet("/files/{name}", context => SendFileAsync(wecom, context));
        OfficialApi.Map(app, official);
        RobotApi.Map(app, robot);
        WeChatPage.Map(app, wecom, official, robot);
        await app.StartAsync(cancellationToken);
        return new WeChatServer(wecom, official, robot, app);
    }

    public async ValueTask DisposeAsync()
    {
        WeCom.Drop();
        await _app.StopAsync();
        await _app.DisposeAsync();
    }

    private static async Task SendFileAsync(WeComSimulator simulator, HttpContext context)
    {
        if (simulator.FileOf((string?)context.Request.RouteValues["name"] ?? "") is not { } bytes)
        {
            context.Response.StatusCode = 404;
            return;
        }
        context.Response.ContentType = "application/octet-stream";
        context.Response.Headers.ContentDisposition = "attachment; filename=\"a file.pdf\"";
        await context.Response.Body.WriteAsync(bytes, context.RequestAborted);
    }
}
