using System.Diagnostics;
using System.Globalization;
using PaperBot.Testing;
using PaperBot.Testing.Discord;

namespace PaperBot.Benchmarks.Campaigns;

/// <summary>
/// 10,000 interactions at 200 a second and then as many as come, for the echo on PaperBot's client, the same echo on
/// discord.js and, when its program is given, the whole bot (<c>/about</c>): each in a process of its own, one after the
/// other, printed as ratios. The waits contain the simulator's own work. Arguments:
/// <c>[interactions] [program of the host]</c>.
/// </summary>
internal static class DiscordLoad
{
    private const double PerSecond = 200;
    private const int Unanswered = 64;

    private static readonly TimeSpan Aim = TimeSpan.FromMilliseconds(50);
    private static readonly TimeSpan Deadline = TimeSpan.FromSeconds(3);

    public static async Task<int> RunAsync(string[] arguments)
    {
        var count = arguments is [var text, ..] ? int.Parse(text, CultureInfo.InvariantCulture) : 10_000;
        await NodeScripts.Discord.InstallAsync(CancellationToken.None);
        var own = await RunAsync("echo on PaperBot's client", EchoBot.Command, count, Echo);
        var other = await RunAsync("echo on discord.js", EchoBot.Command, count, Script);
        Compare(own, other);
        var kept = Judge(own);
        if (arguments is not [_, var program])
            return kept ? 0 : 1;
        var bot = await RunAsync("the whole bot, /about", "about", count, (api, _, token) => Host(program, api, token));
        Compare(bot, other);
        return kept & Judge(bot) ? 0 : 1;
    }

    private static async Task<Result> RunAsync(
        string name,
        string command,
        int count,
        Func<Uri, Uri, string, Process> start
    )
    {
        await using var bot = await LoadedBot.StartAsync(name, command, start);
        // What is compiled and filled at first use is not what a bot that runs for weeks shows.
        await bot.Load.AtRateAsync(command, Math.Min(500, count), PerSecond);
        Console.WriteLine($"{bot}");
        var memory = new List<double>();
        var before = bot.Busy;
        var quarter = Math.Max(1, count / 4);
        var steady = await bot.Load.AtRateAsync(
            command,
            count,
            PerSecond,
            sent =>
            {
                if (sent % quarter == 0)
                    memory.Add(bot.Megabytes);
            }
        );
        var busy = bot.Busy - before;
        Console.WriteLine($"  at {PerSecond:0} a second: {steady}");
        var megabytes = string.Join(", ", memory.Select(m => m.ToString("0", CultureInfo.InvariantCulture)));
        Console.WriteLine(
            string.Create(
                CultureInfo.InvariantCulture,
                $"  memory after each quarter: {megabytes} MB; processor {busy.TotalMilliseconds / count:0.00} ms each"
            )
        );
        var burst = await bot.Load.AtOnceAsync(command, count / 2, Unanswered);
        Console.WriteLine($"  {Unanswered} at a time: {burst}");
        return new Result(name, steady, burst, memory, busy / count);
    }

    private static void Compare(Result own, Result other) =>
        Console.WriteLine(
            string.Create(
                CultureInfo.InvariantCulture,
                $"{own.Name} ÷ {other.Name}: throughput {own.Burst.PerSecond / other.Burst.PerSecond:0.00}, "
                    + $"p99 {own.Steady.Percentile(0.99) / other.Steady.Percentile(0.99):0.00}, "
                    + $"memory {own.Memory[^1] / other.Memory[^1]:0.00}, processor {own.Each / other.Each:0.00}"
            )
        );

    private static bool Judge(Result result)
    {
        var steady = result.Steady;
        var all = steady.Answered == steady.Sent;
        var fast = steady.Percentile(0.99) <= Aim && steady.Longest <= Deadline;
        var flat = result.Memory[^1] <= result.Memory[0] * 1.1;
        Console.WriteLine(
            $"{result.Name}: each acknowledged: {all}, p99 ≤ 50 ms and none over 3 s: {fast}, flat: {flat}"
        );
        return all && fast && flat;
    }

    private static Process Echo(Uri api, Uri page, string token) =>
        LoadedBot.Launch(
            "dotnet",
            [typeof(DiscordLoad).Assembly.Location, "campaign", "discord-echo", $"{api}", token]
        );

    private static Process Script(Uri api, Uri page, string token) =>
        LoadedBot.LaunchScript("echo.mjs", [$"{page}", token]);

    private static Process Host(string program, Uri api, string token)
    {
        var folder = Directory.CreateTempSubdirectory("paperbot-load").FullName;
        return LoadedBot.Launch(
            program,
            [
                $"--Discord:Token={token}",
                $"--Discord:ApiUrl={api}",
                $"--Storage:Directory={folder}",
                "--Web:Url=http://127.0.0.1:0",
                "--Limits:Person:0:Count=100000",
                "--Limits:Person:1:Count=100000",
                "--Limits:Person:2:Count=100000",
                "--Limits:Place:0:Count=1000000",
                "--Limits:Place:1:Count=1000000",
            ]
        );
    }

    private sealed record Result(
        string Name,
        LoadFigures Steady,
        LoadFigures Burst,
        IReadOnlyList<double> Memory,
        TimeSpan Each
    );
}
