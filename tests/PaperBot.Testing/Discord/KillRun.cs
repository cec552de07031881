using System.Globalization;
using PaperBot.Testing.Arxiv;
using PaperBot.Testing.Discord.Server;
using PaperBot.Testing.Discord.World;
using PaperBot.Testing.Processes;

namespace PaperBot.Testing.Discord;

/// <summary>
/// The real program between a simulated Discord and a simulated arXiv: people ask for papers, it is killed at a random
/// moment after it has acknowledged some of what they asked and before it has answered all, and is started again.
/// </summary>
public sealed class KillRun : IAsyncDisposable
{
    private const int AtOnce = 4;
    private const int LongestWait = 1_500;

    private static readonly TimeSpan Look = TimeSpan.FromMilliseconds(20);
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(2);

    // Discord takes an acknowledgement for three seconds.
    private static readonly TimeSpan Acknowledgement = TimeSpan.FromSeconds(6);
    private const int MostTries = 10;

    private readonly KillPlan _plan;
    private readonly Random _random;
    private readonly ArxivSimulator _arxiv;
    private readonly SimulatorServer _discord;
    private readonly HostProcess _host;
    private readonly Town _town;
    private readonly List<(string Paper, SimInteraction? Command)> _asked = [];
    private int _next = 1;
    private int _open;
    private int _tooLate;

    private KillRun(KillPlan plan, ArxivSimulator arxiv, SimulatorServer discord, Town town, string? program)
    {
        (_plan, _random) = (plan, new Random(plan.Seed));
        (_arxiv, _discord, _town) = (arxiv, discord, town);
        var settings = new Dictionary<string, string>
        {
            ["Arxiv:ApiUrl"] = arxiv.ApiUrl.AbsoluteUri,
            ["Arxiv:FeedUrl"] = arxiv.FeedUrl.AbsoluteUri,
            ["Arxiv:SiteUrl"] = arxiv.Address.AbsoluteUri,
            // Each paper is a request of its own, so that answers take between a third of a second and some seconds.
            ["Arxiv:Interval"] = "00:00:00.3",
            ["Arxiv:BatchSize"] = "1",
            ["Arxiv:AttemptTimeout"] = "00:00:10",
            ["Requests:Lease"] = "00:00:03",
            ["Discord:Token"] = discord.Simulator.Options.Token,
            ["Discord:ApiUrl"] = discord.ApiUrl.AbsoluteUri,
        };
        for (var window = 0; window < 3; window++)
            settings[FormattableString.Invariant($"Limits:Person:{window}:Count")] = "100000";
        _host = new HostProcess(settings, program: program);
    }

    /// <summary>Starts both simulators and the program.</summary>
    /// <param name="plan">What is done.</param>
    /// <param name="program">The host's assembly. Default: the one beside the caller.</param>
    public static async Task<KillRun> StartAsync(KillPlan plan, string? program = null)
    {
        ArgumentNullException.ThrowIfNull(plan);
        var arxiv = await ArxivSimulator.StartAsync(
            new() { Corpus = InventedPapers.Corpus(3_000), Latency = TimeSpan.FromMilliseconds(200) }
        );
        var simulator = new DiscordSimulator(
            options: new SimulatorOptions { KnowsNonces = !plan.Forgets, SessionStarts = 100_000 }
        );
        var town = simulator.AddTown();
        if (plan.Blind)
            town.Papers.Overwrites[town.Guild.Id] = (0, Rights.None, Rights.ReadMessageHistory);
        var run = new KillRun(plan, arxiv, await SimulatorServer.StartAsync(simulator), town, program);
        await run.BeginAsync();
        return run;
    }

    /// <summary>Requests and frames that Discord's description forbids.</summary>
    public IReadOnlyCollection<string> Violations => _discord.Simulator.Log.Violations;

    /// <summary>Asks, kills and starts again as often as is planned, and counts when everything has come to rest.</summary>
    public async Task<KillCounts> RunAsync()
    {
        for (var kill = 0; kill < _plan.Kills; kill++)
        {
            var posted = Posted();
            await AskAsync();
            if (_plan.Aimed)
                await TryUntilAsync(() => Posted() > posted, TimeSpan.FromMilliseconds(1));
            else
                await Task.Delay(TimeSpan.FromMilliseconds(_random.Next(LongestWait)), TimeProvider.System);
            await _host.KillAsync();
            _open += _asked.Count(asked => Answers(asked.Paper) == 0);
            await BeginAsync();
            await TryUntilAsync(() => _asked.TrueForAll(asked => Answers(asked.Paper) > 0));
        }
        // What was left under its lease is looked at once more; a second answer would come now.
        await Task.Delay(TimeSpan.FromSeconds(8), TimeProvider.System);
        return Count();
    }

    public async ValueTask DisposeAsync()
    {
        await _host.DisposeAsync();
        await _discord.DisposeAsync();
        await _arxiv.DisposeAsync();
    }

    private async Task BeginAsync()
    {
        await _host.StartAsync();
        if (!await TryUntilAsync(() => IsReady() && HasCommands()))
            throw new TimeoutException("The bot did not come to Discord:\n" + _host.Output);
    }

    /// <summary>A connection alone may still be refused: it may have been the second within five seconds.</summary>
    private bool IsReady() =>
        _discord.Simulator.Hub.Connected > 0 && _host.Output.Contains("READY", StringComparison.Ordinal);

    /// <summary>Some commands and mentions; waits until the bot has taken them.</summary>
    private async Task AskAsync()
    {
        var people = _discord.Simulator.People;
        for (var i = 0; i < AtOnce; i++)
        {
            if (i % 2 == 0)
            {
                _asked.Add(await CommandAsync());
                continue;
            }
            var paper = Next();
            var before = Typed();
            people.Say(_town.Lin, _town.Papers, $"<@{_discord.Simulator.World.Bot.Id}> {paper}");
            // The bot types when it has written the question down.
            if (!await TryUntilAsync(() => Typed() > before))
                throw new TimeoutException("A mention was not taken:\n" + _host.Output);
            _asked.Add((paper, null));
        }
    }

    /// <summary>A command that the bot acknowledged. One that it did not, being too slow, is typed anew.</summary>
    private async Task<(string Paper, SimInteraction? Command)> CommandAsync()
    {
        for (var tries = 0; tries < MostTries; tries++)
        {
            var paper = Next();
            var command = _discord.Simulator.People.Run(_town.Ada, _town.Papers, "paper", ("paper", paper));
            if (await TryUntilAsync(() => command.Answered.IsCompleted, patience: Acknowledgement))
                return (paper, command);
            _tooLate++;
        }
        throw new TimeoutException("No command was acknowledged:\n" + _host.Output);
    }

    private KillCounts Count()
    {
        var answers = _asked.Select(asked => Answers(asked.Paper)).ToList();
        lock (_discord.Simulator.World.Gate)
        {
            return new KillCounts(
                _plan.Kills,
                _asked.Count(asked => asked.Command is not null),
                _asked.Count(asked => asked.Command is null),
                _open,
                answers.Count(count => count == 0),
                answers.Count(count => count > 1),
                _town.Papers.Messages.Count(message => message.IsLoading),
                _asked.Count(asked => asked.Command?.Original is { } original && !IsAnswer(original, asked.Paper)),
                _tooLate
            );
        }
    }

    private int Answers(string paper)
    {
        lock (_discord.Simulator.World.Gate)
            return _town.Papers.Messages.Count(message => IsAnswer(message, paper));
    }

    /// <summary>A complete answer has the paper's card and buttons; progress has none.</summary>
    private bool IsAnswer(SimMessage message, string paper) =>
        message.Author == _discord.Simulator.World.Bot
        && !message.IsLoading
        && message.Components.Any(component => Wire.Number(component["type"]) == 2)
        && message.Components.Any(c => Wire.Text(c["content"])?.Contains(paper, StringComparison.Ordinal) == true);

    private int Typed() =>
        _discord.Simulator.Log.Requests.Count(request =>
            request.Path.EndsWith("/typing", StringComparison.Ordinal) && request.Status < 300
        );

    /// <summary>How many messages of its own the bot has posted.</summary>
    private int Posted() =>
        _discord.Simulator.Log.Requests.Count(request =>
            request.Method == "POST"
            && request.Path.EndsWith("/messages", StringComparison.Ordinal)
            && request.Status < 300
        );

    private bool HasCommands()
    {
        lock (_discord.Simulator.World.Gate)
            return _discord.Simulator.World.CommandsIn(_town.Papers).Any();
    }

    private string Next() => string.Create(CultureInfo.InvariantCulture, $"2401.{_next++:00000}");

    private static async Task<bool> TryUntilAsync(Func<bool> isSo, TimeSpan? look = null, TimeSpan? patience = null)
    {
        var began = TimeProvider.System.GetTimestamp();
        while (!isSo())
        {
            if (TimeProvider.System.GetElapsedTime(began) > (patience ?? Patience))
                return false;
            await Task.Delay(look ?? Look, TimeProvider.System);
        }
        return true;
    }
}
