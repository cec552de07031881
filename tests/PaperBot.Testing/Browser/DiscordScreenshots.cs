using Microsoft.Playwright;
using PaperBot.Testing.Arxiv;
using PaperBot.Testing.Discord;
using PaperBot.Testing.Discord.Server;
using PaperBot.Testing.Discord.World;
using PaperBot.Testing.Processes;

namespace PaperBot.Testing.Browser;

/// <summary>
/// Pictures of the running bot's messages on the simulated Discord's page, as wide as a phone and wider:
/// <c>discord-screenshots [folder] [host assembly] [beginning of their names]</c>. The papers are invented or the demonstration's.
/// </summary>
internal static class DiscordScreenshots
{
    private const string Style = ".msg .btn[style], #box, #bad, #phone { display: none !important; }";

    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(3);
    private static readonly TimeSpan Look = TimeSpan.FromMilliseconds(100);

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
        await using var arxiv = await ArxivSimulator.StartAsync();
        arxiv.Announcements.Spread = true;
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
        await UntilAsync(() => simulator.Hub.Connected > 0 && simulator.World.CommandsIn(town.Papers).Any());
        await using var chromium = new Chromium();
        await chromium.InitializeAsync();
        foreach (
            var picture in Pictures(town)
                .Where(one => one.Name.StartsWith(args.ElementAtOrDefault(2) ?? "", StringComparison.Ordinal))
        )
        {
            lock (simulator.World.Gate)
                town.Papers.Messages.Clear();
            if (picture.Before is { } before)
            {
                var first = simulator.People.Run(picture.Who, town.Papers, before.Command, before.Options);
                await UntilAsync(() => first.Original?.Components.Any(c => Wire.Number(c["type"]) == 2) == true);
                lock (simulator.World.Gate)
                    town.Papers.Messages.Clear();
            }
            var asked = simulator.People.Run(picture.Who, town.Papers, picture.Command, picture.Options);
            await UntilAsync(() => asked.Original?.Components.Any(c => Wire.Number(c["type"]) == 2) == true);
            var shown = town.Papers;
            if (picture.InThread)
            {
                SimChannel? thread = null;
                await UntilAsync(() => (thread = Thread(simulator, asked.Original!.Id)) is { Messages.Count: > 0 });
                shown = thread!;
            }
            var path = Path.Combine(folder, picture.Name + ".png");
            await TakeAsync(chromium, server, picture, shown, path);
            await Console.Out.WriteLineAsync(path);
        }
        foreach (var violation in simulator.Log.Violations.Distinct())
            await Console.Out.WriteLineAsync(violation);
        return simulator.Log.Violations.IsEmpty ? 0 : 1;
    }

    private static Task TakeAsync(
        Chromium chromium,
        SimulatorServer server,
        Picture picture,
        SimChannel shown,
        string path
    ) => TakeAsync(chromium, server, picture.Who, shown, picture.IsWide, path);

    /// <summary>A picture of what somebody sees of a channel, from its first message on.</summary>
    internal static async Task TakeAsync(
        Chromium chromium,
        SimulatorServer server,
        SimUser who,
        SimChannel shown,
        bool isWide,
        string path
    )
    {
        var context = await chromium.Browser.NewContextAsync(
            new()
            {
                DeviceScaleFactor = isWide ? 1 : 2,
                ViewportSize = isWide ? new() { Width = 1000, Height = 760 } : new() { Width = 390, Height = 844 },
            }
        );
        var page = await context.NewPageAsync();
        await page.GotoAsync(server.Url.ToString());
        await page.AddStyleTagAsync(new() { Content = Style });
        await page.Locator("#who option").First.WaitForAsync(new() { State = WaitForSelectorState.Attached });
        await page.EvaluateAsync(
            "async ([who, id]) => { document.getElementById('who').value = who; channel = id; await refresh(true); }",
            new[] { $"{who.Id}", $"{shown.Id}" }
        );
        await page.Locator(".msg .btn:visible").First.WaitForAsync();
        await page.EvaluateAsync("document.getElementById('log').scrollTop = 0");
        await page.ScreenshotAsync(new() { Path = path });
        await context.CloseAsync();
    }

    private static SimChannel? Thread(DiscordSimulator simulator, ulong message)
    {
        lock (simulator.World.Gate)
            return simulator.World.Channels.GetValueOrDefault(message);
    }

    private static IEnumerable<Picture> Pictures(Town town)
    {
        (string, object)[] question =
        [
            ("paper", "2511.99999"),
            ("question", "How many violations did the baseline have?"),
        ];
        yield return new("discord-paper", town.Ada, "paper", [("paper", "2401.00007")]);
        yield return new("discord-paper-chinese", town.Lin, "paper", [("paper", "2401.00008")]);
        yield return new("discord-ask", town.Ada, "ask", question);
        yield return new("discord-thread-chinese", town.Lin, "ask", question) { InThread = true };
        yield return new("discord-calc", town.Ada, "calc", [("input", "plot({sin(x)/x, cos(x)}, x, -10, 10)")]);
        yield return new("discord-help-chinese", town.Lin, "help", []);
        yield return new("discord-faq", town.Ada, "faq", [("paper", "2511.99999")]);
        yield return new("discord-faq-chinese", town.Lin, "faq", [("paper", "2511.99999")]);
        yield return new("discord-search-chinese", town.Lin, "arxiv search", [("query", "gauge theory")]);
        yield return new("discord-blog", town.Ada, "blog search", [("query", "why divide by the square root")]);
        yield return new("discord-blog-chinese", town.Lin, "blog search", [("query", "勒貝格積分為什麼比黎曼積分強")]);
        yield return new("discord-blog-wide", town.Ada, "search", [("query", "attention softmax")]) { IsWide = true };
        yield return new("discord-blog-read-chinese", town.Lin, "blog read", [("article", "黎曼度量")]);
        yield return new("discord-blog-sources-chinese", town.Lin, "blog sources", []);
        yield return new("discord-cite-chinese", town.Lin, "cite", [("papers", "2401.00008"), ("format", "gbt7714")]);
        yield return new("discord-mistake", town.Ada, "arxiv search", [("query", "cat:cs.XYZ")]);
        yield return new("discord-settings", town.Ada, "settings", [("zone", "Europe/Berlin")]);
        yield return new("discord-latex", town.Ada, "latex", [("source", @"\int_0^1 x^2\,dx = \frac{1}{3}")]);
        yield return new("discord-preview", town.Ada, "digest preview", [])
        {
            IsWide = true,
            Before = ("digest add", [("categories", "cs.LG"), ("style", "cards"), ("at", "08:30")]),
        };
        yield return new("discord-day", town.Ada, "arxiv new", [("categories", "cs.LG")]) { IsWide = true };
        yield return new("discord-day-chinese", town.Lin, "arxiv new", [("categories", "cs.LG")]) { IsWide = true };
    }

    internal static async Task UntilAsync(Func<bool> isSo)
    {
        var began = TimeProvider.System.GetTimestamp();
        while (!isSo())
        {
            if (TimeProvider.System.GetElapsedTime(began) > Patience)
                throw new TimeoutException("The bot did not answer.");
            await Task.Delay(Look, TimeProvider.System);
        }
    }

    private sealed record Picture(string Name, SimUser Who, string Command, (string Name, object Value)[] Options)
    {
        public bool IsWide { get; init; }

        /// <summary>What the same person asks first.</summary>
        public (string Command, (string Name, object Value)[] Options)? Before { get; init; }

        public bool InThread { get; init; }
    }
}
