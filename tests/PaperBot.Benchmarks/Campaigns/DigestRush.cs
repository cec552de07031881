using System.Globalization;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using PaperBot.Core.Digests;
using PaperBot.Core.Identity;
using PaperBot.Core.Papers;
using PaperBot.Storage;
using PaperBot.Testing.Arxiv;
using PaperBot.Testing.Discord.World;
using PaperBot.Upstreams.Arxiv;

namespace PaperBot.Benchmarks.Campaigns;

/// <summary>
/// <c>campaign digest-rush &lt;program of the host&gt; [subscriptions] [seed]</c>: subscriptions to twenty categories, all
/// due at the same minute, delivered by the whole bot in a process of its own to the simulated Discord while people use
/// commands. Printed: the share of the permitted rate, what people waited, memory, requests to arXiv.
/// </summary>
internal static class DigestRush
{
    private const string Command = "about";
    private const double CommandsPerSecond = 5;
    private const int CommandsBefore = 75;
    private const double PermittedPerSecond = 50;

    private static readonly string[] Categories =
    [
        "cs.AI",
        "cs.CL",
        "cs.LG",
        "cs.CV",
        "cs.RO",
        "cs.CR",
        "cs.DS",
        "cs.SE",
        "cs.HC",
        "cs.IR",
        "math.PR",
        "math.ST",
        "math.NT",
        "stat.ML",
        "hep-th",
        "hep-ph",
        "quant-ph",
        "astro-ph.GA",
        "cond-mat.str-el",
        "econ.TH",
    ];

    public static async Task<int> RunAsync(string[] arguments)
    {
        if (arguments is not [var program, ..])
        {
            await Console.Error.WriteLineAsync(
                "usage: campaign digest-rush <program of the host> [subscriptions] [seed]"
            );
            return 2;
        }
        var count = arguments.Length > 1 ? int.Parse(arguments[1], CultureInfo.InvariantCulture) : 5_000;
        var seed = arguments.Length > 2 ? int.Parse(arguments[2], CultureInfo.InvariantCulture) : 1;
        var time = TimeProvider.System;
        var corpus = new ArxivCorpus(Papers(seed));
        await using var arxiv = await ArxivSimulator.StartAsync(new ArxivSimulatorOptions { Corpus = corpus });
        // The list that is out, whatever day it is.
        var day = new ArxivCalendar(Microsoft.Extensions.Options.Options.Create(new ArxivOptions())).CurrentDay(
            time.GetUtcNow()
        );
        foreach (var paper in corpus.Papers)
            arxiv.Announcements.Add(day, paper.Id.Paper);
        var folder = Directory.CreateTempSubdirectory("paperbot-rush-");
        try
        {
            var channels = new List<SimChannel>();
            await using var bot = await LoadedBot.StartAsync(
                "digests",
                Command,
                (api, _, token) => LoadedBot.Launch(program, Options(folder.FullName, api, token, arxiv)),
                (simulator, town) =>
                {
                    lock (simulator.World.Gate)
                        for (var i = 0; i < count; i++)
                            channels.Add(simulator.World.AddChannel(town.Guild, $"c{i}"));
                }
            );
            await bot.Load.AtRateAsync(Command, CommandsBefore, CommandsPerSecond);
            var atRest = bot.Megabytes;
            var before = await bot.Load.AtRateAsync(Command, CommandsBefore, CommandsPerSecond);
            var askedBefore = arxiv.Traffic.Arrivals.Count;
            await SubscribeAsync(folder.FullName, channels, day, time.GetUtcNow());
            var expected = count / PermittedPerSecond;
            var during = bot.Load.AtRateAsync(Command, (int)(CommandsPerSecond * (expected + 20)), CommandsPerSecond);
            var memory = 0.0;
            var patience = time.GetTimestamp();
            while (channels.Sum(channel => channel.Messages.Count) < count)
            {
                memory = Math.Max(memory, bot.Megabytes);
                await Task.Delay(TimeSpan.FromMilliseconds(500), time);
                if (time.GetElapsedTime(patience) > TimeSpan.FromSeconds(expected * 3 + 120))
                    break;
            }

            var waits = await during;
            return Judge(
                bot,
                channels,
                count,
                arxiv.Traffic.Arrivals.Count - askedBefore,
                atRest,
                memory,
                before,
                waits
            );
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    private static int Judge(
        LoadedBot bot,
        List<SimChannel> channels,
        int count,
        int asked,
        double atRest,
        double memory,
        Testing.Discord.LoadFigures before,
        Testing.Discord.LoadFigures during
    )
    {
        // The bot's greeting, which it posts after its start, is none of them.
        var subscribed = channels.Select(channel => $"{channel.Id}").ToHashSet();
        var posts = bot
            .Log.Requests.Where(request =>
                request.Method == "POST"
                && request.Path.Split('/') is [.., var channel, "messages"]
                && subscribed.Contains(channel)
            )
            .Select(request => request.At)
            .Order()
            .ToList();
        var refused = bot.Log.Requests.Count(request => request.Status == 429);
        var delivered = channels.Count(channel => channel.Messages.Count == 1);
        var twice = channels.Count(channel => channel.Messages.Count > 1);
        // The first fifty need no wait.
        var permitted = count / PermittedPerSecond - 1;
        var took = posts.Count == 0 ? double.NaN : (posts[^1] - posts[0]).TotalSeconds;
        var share = permitted / took;
        Console.WriteLine(
            string.Create(
                CultureInfo.InvariantCulture,
                $"{delivered} of {count} delivered, {twice} twice, {refused} x 429, in {took:0.0} s of {permitted:0} s permitted ({share:P1}); memory {atRest:0} MB at rest, {memory:0} MB at most, {bot.Busy.TotalSeconds:0} s of processor time; arXiv asked {asked} times for {Categories.Length} categories"
            )
        );
        Console.WriteLine($"  commands before: {before}");
        Console.WriteLine($"  commands meanwhile: {during}");
        return delivered == count && twice == 0 && share >= 0.95 ? 0 : 1;
    }

    private static async Task SubscribeAsync(string folder, List<SimChannel> channels, DateOnly day, DateTimeOffset now)
    {
        var services = new ServiceCollection();
        services.AddLogging();
        services.AddSingleton<IConfiguration>(
            new ConfigurationBuilder()
                .AddInMemoryCollection(new Dictionary<string, string?> { ["Storage:Directory"] = folder })
                .Build()
        );
        services.AddPaperBotStorage();
        await using var provider = services.BuildServiceProvider();
        var store = provider.GetRequiredService<ISubscriptionStore>();
        // The minute after they are all written down.
        var due = now + TimeSpan.FromSeconds(Math.Max(20, channels.Count / 100));
        for (var i = 0; i < channels.Count; i++)
        {
            var settings = new DigestSettings
            {
                Categories = Categories[i % Categories.Length],
                At = TimeOnly.FromTimeSpan(due.TimeOfDay),
                Limit = 3,
            };
            await store.AddAsync(
                new DigestSubscription(
                    DigestMonth.Name(i),
                    new Place(new PlaceId("discord", $"{channels[i].Id}"), PlaceKind.Group),
                    settings,
                    now,
                    day,
                    due
                ),
                PersonId.Parse("discord:1"),
                CancellationToken.None
            );
        }
    }

    private static IReadOnlyList<string> Options(string folder, Uri api, string token, ArxivSimulator arxiv) =>
        [
            $"--Discord:Token={token}",
            $"--Discord:ApiUrl={api}",
            $"--Storage:Directory={folder}",
            "--Web:Url=http://127.0.0.1:0",
            $"--Arxiv:ApiUrl={arxiv.ApiUrl}",
            $"--Arxiv:FeedUrl={arxiv.FeedUrl}",
            $"--Arxiv:SiteUrl={arxiv.Address}",
            "--Limits:Person:0:Count=100000",
            "--Limits:Person:1:Count=100000",
            "--Limits:Person:2:Count=100000",
            "--Limits:Place:0:Count=1000000",
            "--Limits:Place:1:Count=1000000",
            "--Logging:LogLevel:Default=Warning",
        ];

    private static IEnumerable<SimulatedPaper> Papers(int seed)
    {
        var random = new Random(seed);
        return Enumerable
            .Range(1, 400)
            .Select(i => new SimulatedPaper(
                ArxivId.Parse(string.Create(CultureInfo.InvariantCulture, $"2611.{i:D5}")),
                $"A paper about its number, which is {i}"
            )
            {
                Abstract = $"What number {i} says. It says more than others of its kind. We show it on four data sets.",
                Authors = [new Author("Ada Author"), new Author("Bob Writer")],
                Categories = [Categories[i % Categories.Length]],
                Submitted =
                    new DateTimeOffset(2026, 11, 1, 0, 0, 0, TimeSpan.Zero) + TimeSpan.FromMinutes(random.Next(9_000)),
            });
    }
}
