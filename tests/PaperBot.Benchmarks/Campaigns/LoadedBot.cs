using System.Diagnostics;
using System.Globalization;
using PaperBot.Testing;
using PaperBot.Testing.Discord;
using PaperBot.Testing.Discord.Server;
using PaperBot.Testing.Discord.World;

namespace PaperBot.Benchmarks.Campaigns;

/// <summary>A bot in a process of its own, against a simulated Discord of its own.</summary>
internal sealed class LoadedBot : IAsyncDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);

    private readonly SimulatorServer _server;
    private readonly Process _process;
    private readonly InteractionLoad _load;

    private LoadedBot(string name, string command, SimulatorServer server, Process process, InteractionLoad load) =>
        (Name, Command, _server, _process, _load) = (name, command, server, process, load);

    public string Name { get; }

    public string Command { get; }

    /// <summary>The bot's resident memory.</summary>
    public double Megabytes
    {
        get
        {
            _process.Refresh();
            return _process.WorkingSet64 / 1048576.0;
        }
    }

    /// <summary>The processor time that the bot has used.</summary>
    public TimeSpan Busy
    {
        get
        {
            _process.Refresh();
            return _process.TotalProcessorTime;
        }
    }

    public InteractionLoad Load => _load;

    public SimulatorLog Log => _server.Simulator.Log;

    public IReadOnlyCollection<string> Violations => _server.Simulator.Log.Violations;

    /// <summary>Starts it and waits until its command is registered and it is connected.</summary>
    /// <param name="name">For the figures.</param>
    /// <param name="command">What people run.</param>
    /// <param name="start">Makes the process: API's address, page's address, token.</param>
    /// <param name="prepare">Fills the simulated town before the bot comes.</param>
    public static async Task<LoadedBot> StartAsync(
        string name,
        string command,
        Func<Uri, Uri, string, Process> start,
        Action<DiscordSimulator, Town>? prepare = null
    )
    {
        var simulator = new DiscordSimulator(options: new SimulatorOptions { Schemas = null });
        var town = simulator.AddTown();
        SimUser[] people;
        lock (simulator.World.Gate)
        {
            people = [.. Enumerable.Range(0, 1000).Select(i => simulator.World.AddUser($"Reader {i}"))];
            foreach (var person in people)
                simulator.World.Join(town.Guild, person);
        }

        prepare?.Invoke(simulator, town);
        var server = await SimulatorServer.StartAsync(simulator);
        var process = start(server.ApiUrl, server.Url, simulator.Options.Token);
        process.OutputDataReceived += (_, _) => { };
        process.ErrorDataReceived += (_, line) => Console.Error.WriteLine(line.Data);
        process.BeginOutputReadLine();
        process.BeginErrorReadLine();
        await ReadyAsync(simulator, town, command);
        var load = new InteractionLoad(simulator, people, town.Papers);
        return new LoadedBot(name, command, server, process, load);
    }

    public static Process Launch(string program, params IReadOnlyList<string> arguments) =>
        Process.Start(
            new ProcessStartInfo(program, arguments)
            {
                RedirectStandardInput = true,
                RedirectStandardOutput = true,
                RedirectStandardError = true,
            }
        )!;

    public static Process LaunchScript(string script, params IReadOnlyList<string> arguments) =>
        NodeScripts.Discord.Start(script, arguments);

    public async ValueTask DisposeAsync()
    {
        _process.StandardInput.Close();
        using var timeout = new CancellationTokenSource(TimeSpan.FromSeconds(10), TimeProvider.System);
        await _process.WaitForExitAsync(timeout.Token).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        if (!_process.HasExited)
            _process.Kill();
        _process.Dispose();
        await _server.DisposeAsync();
    }

    public override string ToString() =>
        string.Create(CultureInfo.InvariantCulture, $"{Name}, {Megabytes:0} MB, {Busy.TotalSeconds:0.0} s busy");

    private static async Task ReadyAsync(DiscordSimulator simulator, Town town, string command)
    {
        var start = TimeProvider.System.GetTimestamp();
        using var tick = new PeriodicTimer(TimeSpan.FromMilliseconds(100), TimeProvider.System);
        while (await tick.WaitForNextTickAsync())
        {
            bool known;
            lock (simulator.World.Gate)
                known = simulator.World.CommandsIn(town.Papers).Any(c => (string?)c["name"] == command);
            if (known && simulator.Hub.Connected > 0)
                return;
            if (TimeProvider.System.GetElapsedTime(start) > Patience)
                throw new TimeoutException("The bot did not come.");
        }
    }
}
