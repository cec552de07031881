using System.Net;
using System.Net.Sockets;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using PaperBot.Core.Commands;
using PaperBot.Core.Papers;
using PaperBot.Host.Cli;
using PaperBot.Testing.Arxiv;
using PaperBot.Testing.Time;
using PaperBot.Testing.WeChat.Official;
using PaperBot.Testing.WeChat.Server;
using PaperBot.Testing.WeChat.WeCom;
using PaperBot.Tests.Handlers.Routing;

namespace PaperBot.Tests.Platforms.WeChat;

/// <summary>The whole bot in this process between the simulated WeCom and WeChat and a simulated arXiv.</summary>
internal sealed class WeChatBot : IAsyncDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(3);
    private static readonly TimeSpan Step = TimeSpan.FromMilliseconds(50);

    private readonly WeChatServer _server;
    private readonly ArxivSimulator _arxiv;
    private readonly string _folder = Directory.CreateTempSubdirectory("paperbot-wechat").FullName;
    private readonly int _port = FreePort();
    private readonly IReadOnlyList<string> _more;
    private WebApplication? _app;

    private WeChatBot(WeChatServer server, ArxivSimulator arxiv, IReadOnlyList<string> more) =>
        (_server, _arxiv, _more) = (server, arxiv, more);

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

    /// <summary>The bot's clock, when the test moves it.</summary>
    public ManualTimeProvider? Clock { get; private init; }

    /// <summary>Starts one.</summary>
    /// <param name="isVerified">Whether the account may send customer-service messages.</param>
    /// <param name="clock">The clock of the bot, WeCom and WeChat; null: the real one.</param>
    /// <param name="more">Further arguments (<c>--Llm:Model=simulated</c>).</param>
    public static async Task<WeChatBot> StartAsync(
        bool isVerified = true,
        ManualTimeProvider? clock = null,
        params IReadOnlyList<string> more
    )
    {
        var token = TestContext.Current.CancellationToken;
        var server = await WeChatServer.StartAsync(
            new WeComSimulator(clock),
            new OfficialSimulator(clock) { IsVerified = isVerified },
            new RobotSimulator(clock),
            cancellationToken: token
        );
        var bot = new WeChatBot(server, await ArxivSimulator.StartAsync(), more) { Clock = clock };
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
                "--Public:Url=https://papers.example",
                $"--Storage:Directory={_folder}",
                "--Web:Url=http://127.0.0.1:0",
                $"--Arxiv:ApiUrl={_arxiv.ApiUrl}",
                $"--Arxiv:FeedUrl={_arxiv.FeedUrl}",
                $"--Arxiv:SiteUrl={_arxiv.Address}",
                "--Arxiv:Interval=00:00:00.02",
                "--Access:Administrators:0=wecom:lihua",
                "--Access:Administrators:1=wechat:oLihua",
                "--Limits:Person:0:Count=100000",
                "--Limits:Person:1:Count=100000",
                "--Limits:Person:2:Count=100000",
                "--Limits:Place:0:Count=100000",
                "--Limits:Place:1:Count=100000",
                "--Requests:Lease=00:00:02",
                // By a clock that may run ahead of the machine.
                "--Pictures:Timeout=00:05:00",
                "--Logging:LogLevel:Default=Trace",
                "--Logging:Console:LogLevel:Default=None",
                .. _more,
            ]),
            services =>
            {
                services.AddSingleton<ICommandHandler>(Slow);
                if (Clock is not null)
                    services.AddSingleton<TimeProvider>(Clock);
            }
        );
        _app = app;
        app.Services.GetRequiredService<ILoggerFactory>().AddProvider(Logs);
        await app.Services.GetRequiredService<ISampleLibrary>().LoadAsync(TestContext.Current.CancellationToken);
        await app.StartAsync(TestContext.Current.CancellationToken);
        await WaitAsync(() => WeCom.IsConnected ? this : null);
    }

    public async Task StopAsync()
    {
        var stopping = _app!.StopAsync();
        await WaitAsync(() => stopping.IsCompleted ? this : null);
        await stopping;
        await _app.DisposeAsync();
        _app = null;
    }

    /// <summary>The bot's whole answer to a message.</summary>
    public Task<SimMessage> AnswerAsync(SimChat chat, SimMessage question) =>
        WaitAsync(() =>
        {
            lock (WeCom.Gate)
                return chat.Messages.FirstOrDefault(m =>
                    m.Answers == question.Id && m is { Kind: "stream", IsWhole: true }
                );
        });

    /// <summary>What the account says to a text, whichever way it comes.</summary>
    /// <param name="openId">Who asks.</param>
    /// <param name="text">What.</param>
    /// <param name="mayWait">Whether it is enough when the account says that it is still at it.</param>
    public async Task<string> AskAccountAsync(string openId, string text, bool mayWait = false)
    {
        var user = Official.UserOf(openId);
        int before;
        lock (Official.Gate)
            before = user.Lines.Count + 1;
        var saying = Official.SayAsync(openId, text, TestContext.Current.CancellationToken);
        await WaitAsync(() => saying.IsCompleted ? this : null);
        return (
            await WaitAsync(() =>
            {
                lock (Official.Gate)
                    return user
                        .Lines.Skip(before)
                        .LastOrDefault(l => l.Author is null && (mayWait || !IsWaiting(l.Text)));
            })
        ).Text;
    }

    /// <summary>Waits for something that the bot does, and moves its clock meanwhile, slower than the machine works.</summary>
    public async Task<T> WaitAsync<T>(Func<T?> look)
        where T : class
    {
        using var patience = new CancellationTokenSource(Patience, TimeProvider.System);
        while (true)
        {
            if (look() is { } found)
                return found;
            patience.Token.ThrowIfCancellationRequested();
            await Task.Delay(TimeSpan.FromMilliseconds(10), TimeProvider.System, patience.Token);
            if (Clock is null)
                continue;
            await Settling.OnceAsync();
            Clock.Advance(Step);
        }
    }

    /// <summary>Whether the account only says that it is still at it.</summary>
    public static bool IsWaiting(string text) =>
        text.Contains("取回答案", StringComparison.Ordinal) || text.Contains("会自动发给你", StringComparison.Ordinal);

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
