using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using PaperBot.Core.Papers;
using PaperBot.Discord;
using PaperBot.Host.Cli;
using PaperBot.Platforms.Discord.Connection;
using PaperBot.Platforms.Discord.Messages;
using PaperBot.Testing.Arxiv;
using PaperBot.Testing.Discord;
using PaperBot.Testing.Discord.Server;
using PaperBot.Testing.Discord.World;
using PaperBot.Tests.Handlers.Routing;

namespace PaperBot.Tests.Platforms.Discord;

/// <summary>The whole bot in this process between a simulated Discord and a simulated arXiv.</summary>
internal sealed class DiscordBot : IAsyncDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(2);

    private readonly SimulatorServer _server;
    private readonly ArxivSimulator _arxiv;
    private readonly string _folder;
    private readonly Func<Town, IReadOnlyList<string>> _more;
    private WebApplication? _app;

    private DiscordBot(SimulatorServer server, ArxivSimulator arxiv, Func<Town, IReadOnlyList<string>> more)
    {
        (_server, _arxiv, _more) = (server, arxiv, more);
        _folder = Directory.CreateTempSubdirectory("paperbot-discord").FullName;
        Town = server.Simulator.AddTown();
    }

    public Town Town { get; }

    public RecordingLogs Logs { get; } = new();

    public DiscordSimulator Simulator => _server.Simulator;

    public People People => Simulator.People;

    public IServiceProvider Services => _app!.Services;

    public ArxivFaults Arxiv => _arxiv.Faults;

    /// <summary>Starts one.</summary>
    /// <param name="more">Further arguments (<c>--Llm:Model=simulated</c>).</param>
    public static Task<DiscordBot> StartAsync(params IReadOnlyList<string> more) => StartAsync(_ => more);

    /// <summary>Starts one.</summary>
    /// <param name="more">Further arguments, which may name those who live there.</param>
    public static async Task<DiscordBot> StartAsync(Func<Town, IReadOnlyList<string>> more)
    {
        var simulator = new DiscordSimulator();
        var server = await SimulatorServer.StartAsync(
            simulator,
            cancellationToken: TestContext.Current.CancellationToken
        );
        var bot = new DiscordBot(server, await ArxivSimulator.StartAsync(), more);
        await bot.StartAgainAsync();
        return bot;
    }

    /// <summary>The program's arguments between a simulated Discord and a simulated arXiv.</summary>
    public static IReadOnlyList<string> Arguments(string token, Uri api, string folder, ArxivSimulator arxiv) =>
        [
            $"--Discord:Token={token}",
            $"--Discord:ApiUrl={api}",
            $"--Storage:Directory={folder}",
            "--Web:Url=http://127.0.0.1:0",
            $"--Arxiv:ApiUrl={arxiv.ApiUrl}",
            $"--Arxiv:FeedUrl={arxiv.FeedUrl}",
            $"--Arxiv:SiteUrl={arxiv.Address}",
            "--Arxiv:Interval=00:00:00.02",
            "--Limits:Person:0:Count=100000",
            "--Limits:Person:1:Count=100000",
            "--Limits:Person:2:Count=100000",
            "--Limits:Place:0:Count=100000",
            "--Limits:Place:1:Count=100000",
            "--Requests:Lease=00:00:02",
            "--Logging:LogLevel:Default=Trace",
            "--Logging:Console:LogLevel:Default=None",
        ];

    /// <summary>Starts the bot, after <see cref="StopAsync"/> over the same database.</summary>
    public async Task StartAgainAsync()
    {
        _app = ServeVerb.Build(
            CliArguments.Parse([.. Arguments(Simulator.Options.Token, _server.ApiUrl, _folder, _arxiv), .. _more(Town)])
        );
        Logs.Watch.Secret(Simulator.Options.Token);
        _app.Services.GetRequiredService<ILoggerFactory>().AddProvider(Logs);
        await _app.Services.GetRequiredService<ISampleLibrary>().LoadAsync(TestContext.Current.CancellationToken);
        await _app.StartAsync(TestContext.Current.CancellationToken);
        await _app.Services.GetRequiredService<DiscordLink>().Known.WaitAsync(Patience);
        // A guild is told of after the bot has said who it is: what is refused before that belongs to no known server.
        var channels = _app.Services.GetRequiredService<ChannelBook>();
        await UntilAsync(() =>
            Simulator.Hub.Connected > 0
            && Simulator.World.Commands[0].Count > 0
            && channels.Find(new Snowflake(Town.Talk.Id)) is not null
                ? this
                : null
        );
    }

    public async Task StopAsync()
    {
        await _app!.StopAsync();
        await _app.DisposeAsync();
        _app = null;
    }

    /// <summary>Runs a command and waits for its whole answer.</summary>
    public async Task<SimMessage> RunAsync(
        SimUser user,
        SimChannel channel,
        string command,
        params (string Name, object Value)[] options
    )
    {
        var ran = People.Run(user, channel, command, options);
        try
        {
            return await AnswerAsync(ran);
        }
        catch (OperationCanceledException e)
        {
            throw new TimeoutException($"/{command} has no answer: {ran.CallbackType}, {ran.Original?.Json}", e);
        }
    }

    /// <summary>The answer to an interaction, once it stands.</summary>
    public static Task<SimMessage> AnswerAsync(SimInteraction interaction) =>
        UntilAsync(() =>
            interaction.Original is { IsLoading: false } message && message.Components.Any() && !IsProgress(message)
                ? message
                : null
        );

    /// <summary>The answer to an interaction that is one sentence and no card.</summary>
    public static Task<SimMessage> AnswerWithTextAsync(SimInteraction interaction) =>
        UntilAsync(() =>
            interaction.Original is { IsLoading: false } message && Text(message).Length > 0 ? message : null
        );

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

    /// <summary>All that a person reads in a message.</summary>
    public static string Text(SimMessage message) =>
        string.Join('\n', message.Components.Select(c => Wire.Text(c["content"])).OfType<string>());

    public static IReadOnlyList<string> Buttons(SimMessage message) =>
        [
            .. message
                .Components.Where(c => Wire.Number(c["type"]) == 2)
                .Select(c => Wire.Text(c["label"]))
                .OfType<string>(),
        ];

    public async ValueTask DisposeAsync()
    {
        if (_app is not null)
            await StopAsync();
        await _server.DisposeAsync();
        await _arxiv.DisposeAsync();
        Directory.Delete(_folder, recursive: true);
    }

    /// <summary>A message without a container holds progress only.</summary>
    private static bool IsProgress(SimMessage message) => message.Components.All(c => Wire.Number(c["type"]) == 10);
}
