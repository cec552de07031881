using System.Diagnostics;
using System.Globalization;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using PaperBot.Benchmarks.Digests;
using PaperBot.Core.Delivery;
using PaperBot.Core.Digests;
using PaperBot.Core.Health;
using PaperBot.Core.Identity;
using PaperBot.Core.Texts;
using PaperBot.Platforms.Discord;
using PaperBot.Platforms.Discord.Connection;
using PaperBot.Storage;
using PaperBot.Testing.Arxiv;
using PaperBot.Testing.Discord;
using PaperBot.Testing.Discord.Server;
using PaperBot.Testing.Discord.World;
using PaperBot.Testing.Time;
using PaperBot.Upstreams.Arxiv;

namespace PaperBot.Benchmarks.Campaigns;

/// <summary>
/// <c>campaign digest-kills [kills] [seed] [nonce:on|off]</c>: the invented month is planned and posted by a real process
/// over a SQLite file into the simulated Discord; the process is killed (SIGKILL) at a random moment and started again,
/// until so many kills. Then every paper must stand in each channel that it matches once. Without Discord's nonce, which
/// is what a kill longer than its window comes to, the channel is read back.
/// </summary>
internal static class DigestKills
{
    private const int Channels = 12;
    private const int PapersADay = 10;
    private static readonly TimeSpan Step = TimeSpan.FromMinutes(10);

    public static async Task<int> RunAsync(string[] arguments)
    {
        var kills = arguments.Length > 0 ? int.Parse(arguments[0], CultureInfo.InvariantCulture) : 200;
        var seed = arguments.Length > 1 ? int.Parse(arguments[1], CultureInfo.InvariantCulture) : 1;
        var nonce = !(arguments.Length > 2 && arguments[2] == "nonce:off");
        var time = TimeProvider.System;
        var random = new Random(seed);
        var plan = InventedMonth.Of(seed, PapersADay);
        var simulator = new DiscordSimulator(
            options: new SimulatorOptions
            {
                Schemas = null,
                NonceMemory = nonce ? TimeSpan.FromMinutes(5) : TimeSpan.Zero,
            }
        );
        var town = simulator.AddTown();
        SimChannel[] channels;
        lock (simulator.World.Gate)
            channels = [.. Enumerable.Range(0, Channels).Select(i => simulator.World.AddChannel(town.Guild, $"c{i}"))];
        await using var server = await SimulatorServer.StartAsync(simulator);
        var folder = Directory.CreateTempSubdirectory("paperbot-kills-");
        try
        {
            var ids = string.Join(',', channels.Select(channel => channel.Id));
            var (killed, atWork) = (0, 0);
            while (true)
            {
                using var worker = Worker(folder.FullName, seed, server.ApiUrl, simulator.Options.Token, ids);
                var life = killed < kills ? random.Next(600, 4_000) : Timeout.Infinite;
                using var end = new CancellationTokenSource(
                    life == Timeout.Infinite ? Timeout.InfiniteTimeSpan : TimeSpan.FromMilliseconds(life),
                    time
                );
                await worker.WaitForExitAsync(end.Token).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
                if (worker.HasExited)
                    break;
                atWork++;
                worker.Kill();
                await worker.WaitForExitAsync();
                killed++;
            }

            return await CheckAsync(folder.FullName, plan, channels, simulator, seed, nonce, killed, atWork);
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    /// <summary><c>campaign digest-kills-worker folder seed api token channels</c>: what is killed.</summary>
    public static async Task<int> WorkAsync(string[] arguments)
    {
        var (folder, seed) = (arguments[0], int.Parse(arguments[1], CultureInfo.InvariantCulture));
        var plan = InventedMonth.Of(seed, PapersADay);
        var end = ArxivDays.AnnouncedAt(plan.Last.AddDays(4));
        // Where the month stands; a kill between two writes repeats a step.
        var place = Path.Combine(folder, "clock");
        var now = File.Exists(place)
            ? DateTimeOffset.FromUnixTimeSeconds(
                long.Parse(await File.ReadAllTextAsync(place), CultureInfo.InvariantCulture)
            )
            : ArxivDays.AnnouncedAt(plan.First) - TimeSpan.FromHours(30);
        var clock = new ManualTimeProvider(now);
        await using var arxiv = await DigestMonth.StartAsync(plan, clock);
        await using var discord = await DiscordAsync(folder, arguments[2], arguments[3]);
        await using var bot = new DigestBot(
            Path.Combine(folder, "paperbot.db"),
            clock,
            arxiv,
            discord.GetServices<IOutbox>().Single(),
            FormattableString.Invariant($"worker-{Environment.ProcessId}"),
            plan
        );
        if (!File.Exists(place))
        {
            var channels = arguments[4].Split(',');
            for (var i = 0; i < channels.Length; i++)
                if (await bot.Subscriptions.FindAsync(DigestMonth.Name(i), CancellationToken.None) is null)
                    await bot.SubscribeAsync(
                        DigestMonth.Name(i),
                        new Place(new PlaceId("discord", channels[i]), PlaceKind.Group),
                        DigestMonth.SettingsOf(i, plan) with
                        {
                            Style = DigestStyle.Compact,
                            Limit = 0,
                        },
                        clock.GetUtcNow()
                    );
        }

        while (clock.GetUtcNow() < end)
        {
            clock.Advance(Step);
            var today = ArxivDays.Of(clock.GetUtcNow());
            arxiv.Faults.Always(plan.Refused.Contains(today) ? ArxivFaults.Known["429"] : null);
            await bot.LookAsync(CancellationToken.None);
            await File.WriteAllTextAsync(
                place + ".new",
                clock.GetUtcNow().ToUnixTimeSeconds().ToString(CultureInfo.InvariantCulture)
            );
            File.Move(place + ".new", place, overwrite: true);
        }

        return 0;
    }

    private static async Task<int> CheckAsync(
        string folder,
        MonthPlan plan,
        SimChannel[] channels,
        DiscordSimulator simulator,
        int seed,
        bool nonce,
        int killed,
        int atWork
    )
    {
        await using var discord = await DiscordAsync(folder, null, null);
        var store = discord.GetRequiredService<ISubscriptionStore>();
        var deliveries = discord.GetRequiredService<IDigestDeliveryStore>();
        var (missing, twice, foreign, told) = (0, 0, 0, 0);
        var only = plan.Unlisted.Select(entry => entry.Paper.Id.Paper).ToHashSet();
        for (var i = 0; i < channels.Length; i++)
        {
            var subscription = (await store.FindAsync(DigestMonth.Name(i), CancellationToken.None))!;
            var expected = DigestMonth.Expected(subscription, plan);
            var seen = channels[i]
                .Messages.SelectMany(message =>
                    message.Components.Select(component => Wire.Text(component["content"])).OfType<string>()
                )
                .SelectMany(text => text.Split('`').Where((_, part) => part % 2 == 1))
                .CountBy(id => id)
                .ToDictionary(StringComparer.Ordinal);
            missing += expected.Count(id => !seen.ContainsKey(id));
            twice += seen.Count(pair => pair.Value > 1);
            foreign += seen.Keys.Count(id => !expected.Contains(id) && !only.Contains(id));
            told += seen.Count;
        }

        var states = await deliveries.CountAsync(DateTimeOffset.UnixEpoch, CancellationToken.None);
        var posts = channels.Sum(channel => channel.Messages.Count);
        var doubled =
            posts - channels.Sum(channel => channel.Messages.Select(message => message.Nonce).Distinct().Count());
        var readBack = simulator.Log.Requests.Count(request =>
            request.Method == "GET" && request.Path.Contains("/messages", StringComparison.Ordinal)
        );
        Console.WriteLine(
            string.Create(
                CultureInfo.InvariantCulture,
                $"seed {seed}, nonce {(nonce ? "on" : "off")}: {killed} kills, {atWork} of them while the process ran; {posts} messages in {channels.Length} channels, {told} papers told, {missing} missing, {twice} twice, {doubled} messages doubled, {foreign} that belong to none; channels read back {readBack} times; deliveries {string.Join(", ", states.Select(pair => $"{pair.Value} {pair.Key}"))}"
            )
        );
        return missing + twice + foreign + doubled == 0 && states.Keys.All(state => state == DeliveryState.Sent)
            ? 0
            : 1;
    }

    /// <summary>The way out to Discord on the machine's clock, over the same database.</summary>
    private static async Task<ServiceProvider> DiscordAsync(string folder, string? api, string? token)
    {
        var settings = new Dictionary<string, string?>
        {
            ["Storage:Directory"] = folder,
            ["Discord:Token"] = token ?? "none",
            ["Discord:ApiUrl"] = api ?? "http://127.0.0.1:1/",
        };
        var configuration = new ConfigurationBuilder().AddInMemoryCollection(settings).Build();
        var services = new ServiceCollection();
        services.AddSingleton<IConfiguration>(configuration);
        services.AddLogging();
        services.AddMetrics();
        services.AddSingleton(TimeProvider.System);
        services.AddSingleton(new HostFacts("campaign", TimeProvider.System.GetUtcNow(), "discord"));
        services.AddPaperBotStorage();
        services.AddSingleton(new TextSource(typeof(DiscordLink).Assembly));
        services.AddSingleton<ITexts, TextCatalogue>();
        services.AddSingleton<Core.Pictures.IFormulaPictures, NoFormulas>();
        services.AddDiscord(configuration);
        var provider = services.BuildServiceProvider();
        if (api is null)
            return provider;
        var link = provider.GetRequiredService<DiscordLink>();
        link.Introduce(
            await link.Client.Applications.GetMeAsync(CancellationToken.None),
            await link.Client.Users.GetMeAsync(CancellationToken.None)
        );
        return provider;
    }

    private static Process Worker(string folder, int seed, Uri api, string token, string channels)
    {
        var start = new ProcessStartInfo(Environment.ProcessPath!);
        foreach (
            var argument in (string[])
                ["campaign", "digest-kills-worker", folder, $"{seed}", api.AbsoluteUri, token, channels]
        )
            start.ArgumentList.Add(argument);
        return Process.Start(start)!;
    }
}
