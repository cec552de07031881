using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using PaperBot.Core.Delivery;
using PaperBot.Core.Pictures;
using PaperBot.Platforms.WeChat;
using PaperBot.Platforms.WeChat.WeCom;
using PaperBot.Platforms.WeChat.WeCom.Connection;
using PaperBot.Testing.Pictures;
using PaperBot.Testing.Time;
using PaperBot.Testing.WeChat.WeCom;
using PaperBot.Tests.Platforms.Web;

namespace PaperBot.Tests.Platforms.WeChat.WeCom;

/// <summary>The door alone, between the simulated WeCom and a router that the test plays, on a manual clock.</summary>
internal sealed class WeComDesk : IAsyncDisposable
{
    private static readonly TimeSpan Ceiling = TimeSpan.FromMinutes(2);
    private static readonly TimeSpan Moment = TimeSpan.FromMilliseconds(5);
    private static readonly TimeSpan Step = TimeSpan.FromMilliseconds(250);

    private readonly string _folder = Directory.CreateTempSubdirectory("paperbot-wecom").FullName;
    private WebPage? _page;

    private WeComDesk(ManualTimeProvider? clock)
    {
        Clock = clock ?? new(new DateTimeOffset(2026, 3, 2, 8, 0, 0, TimeSpan.Zero));
        Simulator = new WeComSimulator(Clock);
        Group = Simulator.AddGroup("wr-group", "组会");
        Dialer = new SimulatedDialer(Simulator);
    }

    public ManualTimeProvider Clock { get; }

    public WeComSimulator Simulator { get; }

    public SimChat Group { get; }

    public SimulatedDialer Dialer { get; }

    public FakePictures Pictures { get; } = new();

    public HeardNotices Notices { get; } = new();

    public FakeRouter Router => _page!.Router;

    public IOutbox Outbox => _page!.OutboxOf(WeComIds.Platform);

    /// <summary>Whether the bot may send: it knows later than WeCom that it is connected.</summary>
    public bool IsUp => _page!.Services.GetRequiredService<WeComLink>().IsUp;

    public static async Task<WeComDesk> StartAsync(string secret = "", ManualTimeProvider? clock = null)
    {
        var desk = new WeComDesk(clock);
        await desk.StartAgainAsync(secret);
        if (secret.Length == 0)
            await desk.UntilAsync(() => desk.IsUp);
        return desk;
    }

    public async Task StartAgainAsync(string secret = "")
    {
        var settings = new Dictionary<string, string?>
        {
            ["WeChat:WeCom:BotId"] = Simulator.BotId,
            ["WeChat:WeCom:Secret"] = secret.Length > 0 ? secret : Simulator.Secret,
        };
        _page = await WebPage.StartAsync(
            settings,
            folder: _folder,
            map: app => app.MapWeChat(),
            time: Clock,
            services: services =>
            {
                services.AddSingleton<IFormulaPictures>(Pictures);
                services.AddSingleton<IOwnerNotices>(Notices);
                services.AddSingleton(new WeComSeams(Dialer, new Random(1)));
                services.AddWeChat(new ConfigurationBuilder().AddInMemoryCollection(settings).Build());
            }
        );
    }

    public async Task StopAsync()
    {
        if (_page is null)
            return;
        var stopping = _page.DisposeAsync().AsTask();
        await RunAsync(stopping);
        _page = null;
    }

    /// <summary>Moves time until something has come about.</summary>
    public async Task UntilAsync(Func<bool> look, TimeSpan? step = null)
    {
        using var ceiling = new CancellationTokenSource(Ceiling, TimeProvider.System);
        while (!look())
        {
            ceiling.Token.ThrowIfCancellationRequested();
            await Task.Delay(Moment, TimeProvider.System, ceiling.Token);
            await Settling.OnceAsync();
            if (!look())
                Clock.Advance(step ?? Step);
        }
    }

    /// <summary>Moves time until a task is through.</summary>
    public async Task RunAsync(Task task)
    {
        await UntilAsync(() => task.IsCompleted);
        await task;
    }

    /// <summary>Moves time until the bot's whole answer to a message stands.</summary>
    public async Task<SimMessage> AnswerAsync(SimMessage question, SimChat? chat = null)
    {
        SimMessage? found = null;
        await UntilAsync(() =>
        {
            lock (Simulator.Gate)
                found = (chat ?? Group).Messages.FirstOrDefault(m =>
                    m.Answers == question.Id && m.Kind == "stream" && m.IsWhole
                );
            return found is not null;
        });
        return found!;
    }

    public IReadOnlyList<SimMessage> Said(SimChat? chat = null)
    {
        lock (Simulator.Gate)
            return [.. (chat ?? Group).Messages.Where(m => m.Author is null)];
    }

    public async ValueTask DisposeAsync()
    {
        await StopAsync();
        Directory.Delete(_folder, recursive: true);
    }
}
