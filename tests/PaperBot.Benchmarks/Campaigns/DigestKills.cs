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
/// <c>campaign digest-kills [kills] [seed] [nonce:on|off] [aimed] [blind]</c>: the invented month is planned and posted
/// by a real process over a SQLite file into the simulated Discord; the process is killed (SIGKILL) within a second of
/// each of so many random moments of the month, and started again. Then every paper must stand in each channel that it
/// matches once. Aimed, a kill waits for the next message and falls when Discord has it and the bot hardly knows.
/// Without Discord's nonce, which is what a kill longer than its window comes to, only reading the channel back is left;
/// blind, the bot may not read it either, and what is then doubled is counted.
/// </summary>
internal static class DigestKills
{
    private const int Channels = 12;
    private const int PapersADay = 10;

    // Kills are planned for this part of the month, so that the last is not missed.
    private const double Planned = 0.95;
    private static readonly TimeSpan Step = TimeSpan.FromMinutes(10);
    private static readonly TimeSpan Look = TimeSpan.FromMilliseconds(1);
    private static readonly TimeSpan LongestLife = TimeSpan.FromSeconds(1);

    public static async Task<int> RunAsync(string[] arguments)
    {
        var kills = arguments.Length > 0 ? int.Parse(arguments[0], CultureInfo.InvariantCulture) : 200;
        var seed = arguments.Length > 1 ? int.Parse(arguments[1], CultureInfo.InvariantCulture) : 1;
        var (nonce, aimed, blind) = (
            !arguments.Contains("nonce:off"),
            arguments.Contains("aimed"),
            arguments.Contains("blind")
        );
        var random = new Random(seed);
        var plan = InventedMonth.Of(seed, PapersADay);
        var time = TimeAhead.Of(plan);
        var simulator = new DiscordSimulator(
            time,
            new SimulatorOptions { Schemas = null, NonceMemory = nonce ? TimeSpan.FromMinutes(5) : TimeSpan.Zero }
        );
        var town = simulator.AddTown();
        SimChannel[] channels;
        lock (simulator.World.Gate)
        {
            channels = [.. Enumerable.Range(0, Channels).Select(i => simulator.World.AddChannel(town.Guild, $"c{i}"))];
            if (blind)
                foreach (var channel in channels)
                    channel.Overwrites[town.Guild.Id] = (0, Rights.None, Rights.ReadMessageHistory);
        }

        await using var server = await SimulatorServer.StartAsync(simulator);
        var folder = Directory.CreateTempSubdirectory("paperbot-kills-");
        try
        {
            var ids = string.Join(',', channels.Select(channel => channel.Id));
            await using var judge = await DiscordAsync(folder.FullName, time, null, null);
            var moments = Moments(plan, kills, random);
            var (killed, exposed, began) = (0, 0, time.GetTimestamp());
            while (true)
            {
                using var worker = Worker(folder.FullName, seed, server.ApiUrl, simulator.Options.Token, ids);
                // It says when the month goes on; until then nothing can be lost.
                if (await worker.StandardOutput.ReadLineAsync() is null)
                    return 1;
                if (!moments.TryDequeue(out var moment))
                    await worker.WaitForExitAsync();
                await UntilAsync(worker, () => Clock(folder.FullName) >= moment);
                var posts = Posts();
                if (aimed)
                    await UntilAsync(worker, () => Posts() > posts);
                else
                    await Task.Delay(LongestLife * random.NextDouble(), TimeProvider.System);
                if (worker.HasExited)
                    break;
                worker.Kill();
                await worker.WaitForExitAsync();
                killed++;
                exposed += Math.Max(0, Stands(simulator, channels) - await SentAsync(judge));
            }

            var took = time.GetElapsedTime(began);
            Console.WriteLine(
                string.Create(
                    CultureInfo.InvariantCulture,
                    $"seed {seed}, nonce {(nonce ? "on" : "off")}{(aimed ? ", aimed" : "")}{(blind ? ", blind" : "")}: {killed} kills in {took.TotalSeconds:0} s, {exposed} of them between Discord's taking a message and the bot's knowing it"
                )
            );
            return await CheckAsync(judge, plan, channels, simulator, mayDouble: blind && !nonce) && killed == kills
                ? 0
                : 1;
        }
        finally
        {
            folder.Delete(recursive: true);
        }

        int Posts() => channels.Sum(channel => channel.Messages.Count);
    }

    /// <summary><c>campaign digest-kills-worker folder seed api token channels</c>: what is killed.</summary>
    public static async Task<int> WorkAsync(string[] arguments)
    {
        var (folder, seed) = (arguments[0], int.Parse(arguments[1], CultureInfo.InvariantCulture));
        var plan = InventedMonth.Of(seed, PapersADay);
        var end = ArxivDays.AnnouncedAt(plan.Last.AddDays(4));
        // A kill between two writes of where the month stands repeats a step.
        var place = Path.Combine(folder, "clock");
        var now = Clock(folder) ?? Begin(plan);
        var clock = new ManualTimeProvider(now);
        await using var arxiv = await DigestMonth.StartAsync(plan, clock);
        await using var discord = await DiscordAsync(folder, TimeAhead.Of(plan), arguments[2], arguments[3]);
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

        Console.WriteLine("at work");
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

    /// <summary>Random moments of the simulated month, in order.</summary>
    private static Queue<DateTimeOffset> Moments(MonthPlan plan, int count, Random random)
    {
        var first = Begin(plan);
        var span = (ArxivDays.AnnouncedAt(plan.Last.AddDays(4)) - first) * Planned;
        return new(Enumerable.Range(0, count).Select(_ => first + (span * random.NextDouble())).Order());
    }

    private static DateTimeOffset Begin(MonthPlan plan) => ArxivDays.AnnouncedAt(plan.First) - TimeSpan.FromHours(30);

    /// <summary>Where the month stands; null before it began.</summary>
    private static DateTimeOffset? Clock(string folder)
    {
        var place = Path.Combine(folder, "clock");
        return File.Exists(place)
            ? DateTimeOffset.FromUnixTimeSeconds(long.Parse(File.ReadAllText(place), CultureInfo.InvariantCulture))
            : null;
    }

    private static async Task UntilAsync(Process worker, Func<bool> isSo)
    {
        while (!worker.HasExited && !isSo())
            await Task.Delay(Look, TimeProvider.System);
    }

    private static int Stands(DiscordSimulator simulator, SimChannel[] channels)
    {
        lock (simulator.World.Gate)
            return channels.Sum(channel => channel.Messages.Select(message => message.Nonce).Distinct().Count());
    }

    private static async Task<int> SentAsync(ServiceProvider judge) =>
        (
            await judge
                .GetRequiredService<IDigestDeliveryStore>()
                .CountAsync(DateTimeOffset.UnixEpoch, CancellationToken.None)
        ).GetValueOrDefault(DeliveryState.Sent);

    private static async Task<bool> CheckAsync(
        ServiceProvider judge,
        MonthPlan plan,
        SimChannel[] channels,
        DiscordSimulator simulator,
        bool mayDouble
    )
    {
        var store = judge.GetRequiredService<ISubscriptionStore>();
        var deliveries = judge.GetRequiredService<IDigestDeliveryStore>();
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
        var doubled = posts - Stands(simulator, channels);
        var readBack = simulator.Log.Requests.Count(request =>
            request.Method == "GET" && request.Path.Contains("/messages", StringComparison.Ordinal)
        );
        Console.WriteLine(
            string.Create(
                CultureInfo.InvariantCulture,
                $"  {posts} messages in {channels.Length} channels, {told} papers told, {missing} missing, {twice} twice, {doubled} messages doubled, {foreign} that belong to none; channels read back {readBack} times; deliveries {string.Join(", ", states.Select(pair => $"{pair.Value} {pair.Key}"))}"
            )
        );
        return missing + foreign == 0
            && (mayDouble || twice + doubled == 0)
            && states.Keys.All(state => state == DeliveryState.Sent);
    }

    /// <summary>The way out to Discord on the simulator's clock, over the same database.</summary>
    private static async Task<ServiceProvider> DiscordAsync(
        string folder,
        TimeProvider time,
        string? api,
        string? token
    )
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
        services.AddSingleton(time);
        services.AddSingleton(new HostFacts("campaign", time.GetUtcNow(), "discord"));
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
        var start = new ProcessStartInfo(Environment.ProcessPath!) { RedirectStandardOutput = true };
        foreach (
            var argument in (string[])
                ["campaign", "digest-kills-worker", folder, $"{seed}", api.AbsoluteUri, token, channels]
        )
            start.ArgumentList.Add(argument);
        return Process.Start(start)!;
    }
}
