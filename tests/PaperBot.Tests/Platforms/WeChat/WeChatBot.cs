using System.Net;
using System.Net.Sockets;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using PaperBot.Core.Commands;
using PaperBot.Core.Papers;
using PaperBot.Host.Cli;
using PaperBot.Testing.Arxiv;
using PaperBot.Testing.WeChat.Official;
using PaperBot.Testing.WeChat.Server;
using PaperBot.Testing.WeChat.WeCom;
using PaperBot.Tests.Handlers.Routing;

namespace PaperBot.Tests.Platforms.WeChat;

/// <summary>The whole bot in this process between the simulated WeCom and WeChat and a simulated arXiv.</summary>
internal sealed class WeChatBot : IAsyncDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(2);

    private readonly WeChatServer _server;
    private readonly ArxivSimulator _arxiv;
    private readonly string _folder = Directory.CreateTempSubdirectory("paperbot-wechat").FullName;
    private readonly int _port = FreePort();
    private WebApplication? _app;

    private WeChatBot(WeChatServer server, ArxivSimulator arxiv) => (_server, _arxiv) = (server, arxiv);

    public WeComSimulator WeCom => _server.WeCom;

    public OfficialSimulator Official => _server.Official;

    public RobotSimulator Robot => _server.Robot;

    public RecordingLogs Logs { get; } = new();

    /// <summary>What went wrong, with its cause.</summary>
    public IEnumerable<string> Errors =>
        Logs.Lines.Where(line => line.Level >= LogLevel.Error).Select(line => $"{line.Text} {line.Exception}");

    public IServiceProvider Services => _app!.Services;

    /// <summary>A command of the test's own: it answers when the test says so.</summary>
    public SlowCommand Slow { get; } = new();

    public static async Task<WeChatBot> StartAsync(bool isVerified = true)
    {
        var token = TestContext.Current.CancellationToken;
        var server = await WeChatServer.StartAsync(
            official: new OfficialSimulator { IsVerified = isVerified },
            cancellationToken: token
        );
        var bot = new WeChatBot(server, await ArxivSimulator.StartAsync());
        server.Official.Callback = new Uri($"http://127.0.0.1:{bot._port}/wechat/official");
        await bot.StartAgainAsync();
        return bot;
    }

    /// <summary>Starts the bot, after <see cref="StopAsync"/> over the same database.</summary>
    public async Task StartAgainAsync()
    {
        var app = ServeVerb.Build(
            CliArguments.Parse([
                $"--WeChat:WeCom:BotId={WeCom.BotId}",
                $"--WeChat:WeCom:Secret={WeCom.Secret}",
                $"--WeChat:WeCom:Url={_server.SocketUrl}",
                $"--WeChat:Official:AppId={Official.AppId}",
                $"--WeChat:Official:Secret={Official.Secret}",
                $"--WeChat:Official:Token={Official.Token}",
                $"--WeChat:Official:EncodingAesKey={Official.EncodingAesKey}",
                $"--WeChat:Official:ApiUrl={_server.Url}",
                $"--WeChat:Webhook:Url={_server.Url}cgi-bin/webhook/send?key={Robot.Key}",
                $"--Public:Listen=http://127.0.0.1:{_port}",
                $"--Storage:Directory={_folder}",
                "--Web:Url=http://127.0.0.1:0",
                $"--Arxiv:ApiUrl={_arxiv.ApiUrl}",
                $"--Arxiv:FeedUrl={_arxiv.FeedUrl}",
                $"--Arxiv:SiteUrl={_arxiv.Address}",
                "--Arxiv:Interval=00:00:00.02",
                "--Access:Administrators:0=wecom:lihua",
                "--Limits:Person:0:Count=100000",
                "--Limits:Person:1:Count=100000",
                "--Limits:Person:2:Count=100000",
                "--Limits:Place:0:Count=100000",
                "--Limits:Place:1:Count=100000",
                "--Requests:Lease=00:00:02",
                "--Logging:LogLevel:Default=Trace",
                "--Logging:Console:LogLevel:Default=None",
            ]),
            services => services.AddSingleton<ICommandHandler>(Slow)
        );
        _app = app;
        app.Services.GetRequiredService<ILoggerFactory>().AddProvider(Logs);
        await app.Services.GetRequiredService<ISampleLibrary>().LoadAsync(TestContext.Current.CancellationToken);
        await app.StartAsync(TestContext.Current.CancellationToken);
        await UntilAsync(() => WeCom.IsConnected ? this : null);
    }

    public async Task StopAsync()
    {
        await _app!.StopAsync();
        await _app.DisposeAsync();
        _app = null;
    }

    /// <summary>The bot's whole answer to a message.</summary>
    public Task<SimMessage> AnswerAsync(SimChat chat, SimMessage question) =>
        UntilAsync(() =>
        {
            lock (WeCom.Gate)
                return chat.Messages.FirstOrDefault(m =>
                    m.Answers == question.Id && m is { Kind: "stream", IsWhole: true }
                );
        });

    /// <summary>What the account says to a text, whichever way it comes.</summary>
    public async Task<string> AskAccountAsync(string openId, string text)
    {
        var user = Official.UserOf(openId);
        int before;
        lock (Official.Gate)
            before = user.Lines.Count + 1;
        await Official.SayAsync(openId, text, TestContext.Current.CancellationToken);
        return (
            await UntilAsync(() =>
            {
                lock (Official.Gate)
                    return user.Lines.Skip(before).LastOrDefault(l => l.Author is null && !IsWaiting(l.Text));
            })
        ).Text;
    }

    /// <summary>Waits for something that the bot does.</summary>
    public static async Task<T> UntilAsync<T>(Func<T?> look)
        where T : class
    {
        using var patience = new CancellationTokenSource(Patience, TimeProvider.System);
        while (true)
        {
            if (look() is { } found)
                return found;
            patience.Token.ThrowIfCancellationRequested();
            await Task.Delay(TimeSpan.FromMilliseconds(10), TimeProvider.System, patience.Token);
        }
    }

    public static bool IsWaiting(string text) => text.Contains("取回答案", StringComparison.Ordinal);

    public async ValueTask DisposeAsync()
    {
        if (_app is not null)
            await StopAsync();
        await _server.DisposeAsync();
        Official.Dispose();
        await _arxiv.DisposeAsync();
        Directory.Delete(_folder, recursive: true);
    }

    private static int FreePort()
    {
        using var socket = new TcpListener(IPAddress.Loopback, 0);
        socket.Start();
        return ((IPEndPoint)socket.LocalEndpoint).Port;
    }
}
