using System.Collections.Concurrent;
using PaperBot.Discord;
using PaperBot.Testing.Discord;
using PaperBot.Testing.Discord.Server;

namespace PaperBot.Tests.Discord.Simulator;

/// <summary>PaperBot's client against the simulator over real connections.</summary>
internal sealed class Bot : IAsyncDisposable
{
    private readonly CancellationTokenSource _stop = new();
    private readonly TaskCompletionSource _ready = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly List<(Func<GatewayEvent, bool> Wanted, TaskCompletionSource<GatewayEvent> Found)> _waiting = [];
    private readonly SemaphoreSlim _answered = new(0);
    private readonly SimulatorServer _server;
    private readonly Task _running;

    private Bot(SimulatorServer server, Town town, Func<Bot, Interaction, Task> answer)
    {
        (_server, Town) = (server, town);
        Client = new DiscordClient(
            new DiscordOptions { Token = server.Simulator.Options.Token, ApiUrl = server.ApiUrl },
            new DiscordSeams { Random = new Random(3) }
        );
        _running = Client.Gateway.RunAsync(
            async (received, _) =>
            {
                Add(received);
                if (received.Name == GatewayEventNames.GuildCreate)
                    _ready.TrySetResult();
                if (received.Data is not Interaction interaction)
                    return;
                await answer(this, interaction);
                _answered.Release();
            },
            _stop.Token
        );
    }

    public DiscordClient Client { get; }

    public Town Town { get; }

    public DiscordSimulator Simulator => _server.Simulator;

    public ConcurrentQueue<GatewayEvent> Events { get; } = new();

    public static async Task<Bot> StartAsync(
        Func<Bot, Interaction, Task>? answer = null,
        SimulatorOptions? options = null
    )
    {
        var token = TestContext.Current.CancellationToken;
        var simulator = new DiscordSimulator(options: options);
        var town = simulator.AddTown();
        var server = await SimulatorServer.StartAsync(simulator, cancellationToken: token);
        var bot = new Bot(server, town, answer ?? ((_, _) => Task.CompletedTask));
        await bot._ready.Task.WaitAsync(TimeSpan.FromSeconds(30), token);
        return bot;
    }

    /// <summary>Waits for an event, or finds it among those that came.</summary>
    public Task<GatewayEvent> EventAsync(Func<GatewayEvent, bool> wanted)
    {
        var found = new TaskCompletionSource<GatewayEvent>(TaskCreationOptions.RunContinuationsAsynchronously);
        lock (_waiting)
        {
            if (Events.FirstOrDefault(wanted) is { } past)
                return Task.FromResult(past);
            _waiting.Add((wanted, found));
        }

        return found.Task.WaitAsync(TimeSpan.FromSeconds(30), TestContext.Current.CancellationToken);
    }

    /// <summary>Waits until the bot has done what it does about one more interaction.</summary>
    public Task AnsweredAsync() => _answered.WaitAsync(TestContext.Current.CancellationToken);

    private void Add(GatewayEvent received)
    {
        lock (_waiting)
        {
            Events.Enqueue(received);
            foreach (var (_, found) in _waiting.Where(w => w.Wanted(received)))
                found.TrySetResult(received);
        }
    }

    public async ValueTask DisposeAsync()
    {
        await _stop.CancelAsync();
        await _running.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        Client.Dispose();
        await _server.DisposeAsync();
        _stop.Dispose();
        _answered.Dispose();
    }
}
