using System.Globalization;
using Microsoft.Extensions.Options;
using Microsoft.Playwright;
using PaperBot.Testing.Arxiv;
using PaperBot.Testing.Discord;
using PaperBot.Testing.Discord.Server;
using PaperBot.Testing.Discord.World;
using PaperBot.Testing.Processes;
using PaperBot.Upstreams.Arxiv;

namespace PaperBot.Testing.Browser;

/// <summary>
/// Pictures of digests as the running bot posts them into the simulated Discord and shows them on its page, as wide as a
/// phone and wider: <c>digest-screenshots [folder] [host assembly]</c>. It subscribes channels and waits for their minute.
/// The papers are invented.
/// </summary>
internal static class DigestScreenshots
{
    private const string Categories = "cs.CL+cs.LG";

    public static async Task<int> RunAsync(string[] args)
    {
        var folder = Path.GetFullPath(
            args.ElementAtOrDefault(0) ?? Path.Combine(TestData.RepositoryRoot, "docs/images")
        );
        if (Chromium.Executable is null || (args.ElementAtOrDefault(1) ?? Screenshots.FindHost()) is not { } program)
        {
            await Console.Error.WriteLineAsync("Screenshots need Chromium and a built src/PaperBot.Host.");
            return 1;
        }
        Directory.CreateDirectory(folder);
        await using var arxiv = await StartAsync();
        var simulator = new DiscordSimulator();
        var town = simulator.AddTown();
        await using var server = await SimulatorServer.StartAsync(simulator);
        var settings = new Dictionary<string, string>
        {
            ["Arxiv:ApiUrl"] = arxiv.ApiUrl.ToString(),
            ["Arxiv:FeedUrl"] = arxiv.FeedUrl.ToString(),
            ["Arxiv:SiteUrl"] = arxiv.Address.ToString(),
            ["Discord:Token"] = simulator.Options.Token,
            ["Discord:ApiUrl"] = server.ApiUrl.ToString(),
        };
        await using var host = new HostProcess(settings, ["--samples"], program);
        await host.StartAsync();
        await DiscordScreenshots.UntilAsync(() =>
            simulator.Hub.Connected > 0 && simulator.World.CommandsIn(town.Papers).Any()
        );
        await using var chromium = new Chromium();
        await chromium.InitializeAsync();
        // All at once, so that one minute is waited for.
        var at = TimeProvider.System.GetUtcNow().AddMinutes(2);
        var all = new List<(Picture Picture, SimChannel Channel, SimInteraction Asked)>();
        foreach (var picture in Pictures(town))
            all.Add(await SubscribeAsync(simulator, town, picture, at));
        foreach (var (picture, channel, asked) in all)
        {
            await DiscordScreenshots.UntilAsync(() => Count(simulator, channel) > 1);
            lock (simulator.World.Gate)
                channel.Messages.Remove(asked.Original!);
            var path = Path.Combine(folder, picture.Name + ".png");
            await DiscordScreenshots.TakeAsync(chromium, server, picture.Who, channel, picture.IsWide, path);
            await Console.Out.WriteLineAsync(path);
        }
        await Screenshots.TakeAsync(Pages, host, chromium, folder);
        foreach (var violation in simulator.Log.Violations.Distinct())
            await Console.Out.WriteLineAsync(violation);
        return simulator.Log.Violations.IsEmpty ? 0 : 1;
    }

    private static async Task<ArxivSimulator> StartAsync()
    {
        var arxiv = await ArxivSimulator.StartAsync(new() { Corpus = new ArxivCorpus(MorningPapers.All) });
        var calendar = new ArxivCalendar(Options.Create(new ArxivOptions()));
        // The list that is out, whatever day it is.
        var day = calendar.CurrentDay(TimeProvider.System.GetUtcNow());
        foreach (var paper in MorningPapers.All)
            arxiv.Announcements.Add(day, paper.Id.Paper);
        return arxiv;
    }

    /// <summary>A channel of its own for each picture.</summary>
    private static async Task<(Picture, SimChannel, SimInteraction)> SubscribeAsync(
        DiscordSimulator simulator,
        Town town,
        Picture picture,
        DateTimeOffset at
    )
    {
        SimChannel channel;
        lock (simulator.World.Gate)
            channel = simulator.World.AddChannel(town.Guild, picture.Channel);
        var asked = simulator.People.Run(
            town.Ada,
            channel,
            "digest add",
            [
                ("categories", Categories),
                ("at", at.ToString("HH:mm", CultureInfo.InvariantCulture)),
                ("zone", "UTC"),
                .. picture.Options,
            ]
        );
        await DiscordScreenshots.UntilAsync(() => asked.Original?.IsLoading == false);
        return (picture, channel, asked);
    }

    private static int Count(DiscordSimulator simulator, SimChannel channel)
    {
        lock (simulator.World.Gate)
            return channel.Messages.Count;
    }

    private static IEnumerable<Picture> Pictures(Town town)
    {
        (string, object) words = ("include", "agent, language model");
        yield return new("discord-digest", "agents", town.Ada, [words]) { IsWide = true };
        yield return new("discord-digest-phone", "daily", town.Ada, [("limit", 3)]);
        yield return new("discord-digest-cards-phone", "cards", town.Ada, [words, ("style", "cards"), ("limit", 3)]);
        yield return new("discord-digest-chinese", "每日论文", town.Lin, [("lang", "zh"), ("limit", 3)]);
        yield return new(
            "discord-digest-cards-chinese",
            "智能体",
            town.Lin,
            [words, ("lang", "zh"), ("style", "cards")]
        )
        {
            IsWide = true,
        };
    }

    /// <summary>The same on the page.</summary>
    private static IEnumerable<Screenshots.Picture> Pages =>
        [
            new(
                "digest",
                [
                    $"/digest add {Categories} include:agent,language,noise zone:Berlin style:cards limit:4",
                    "/digest preview",
                ],
                "",
                Screenshots.Wide(ColorScheme.Light)
            ),
            new(
                "digest-list",
                [$"/digest add {Categories} zone:Berlin limit:3", "/digest preview"],
                "",
                Screenshots.Wide(ColorScheme.Dark)
            ),
            new(
                "digest-phone",
                [$"/digest add {Categories} zone:Berlin style:cards limit:3", "/digest preview"],
                "",
                Screenshots.Phone("en-US")
            ),
            new(
                "digest-chinese",
                [$"/日报 订阅 {Categories} 每天8点半 北京时间 摘要数:3", "/日报 预览"],
                "",
                Screenshots.Phone("zh-CN")
            ),
        ];

    private sealed record Picture(string Name, string Channel, SimUser Who, (string Name, object Value)[] Options)
    {
        public bool IsWide { get; init; }
    }
}
