using System.Globalization;
using PaperBot.Testing.Arxiv;
using PaperBot.Testing.Discord;
using PaperBot.Testing.Discord.Server;
using PaperBot.Testing.Discord.World;
using PaperBot.Testing.Llm;
using PaperBot.Testing.Processes;

namespace PaperBot.Benchmarks.Campaigns;

/// <summary>
/// <c>campaign kept-faq &lt;PaperBot.Host.dll&gt; [runs]</c>: from a pasted link over its card to a FAQ that is kept, on
/// the page and in the simulated Discord, two touches each; the time from the first to the FAQ.
/// </summary>
internal static class KeptFaq
{
    private const int Runs = 20;
    private const string Paper = "2511.99999";
    private const string Link = "https://arxiv.org/abs/" + Paper;
    private const string Generated = "AI-generated";
    private static readonly TimeSpan Promised = TimeSpan.FromSeconds(2);
    private static readonly TimeSpan Look = TimeSpan.FromMilliseconds(2);

    public static async Task<int> RunAsync(string[] arguments)
    {
        if (arguments is not [var program, ..])
        {
            await Console.Error.WriteLineAsync("usage: campaign kept-faq <PaperBot.Host.dll> [runs]");
            return 2;
        }
        var runs = arguments.Length > 1 ? int.Parse(arguments[1], CultureInfo.InvariantCulture) : Runs;
        await using var arxiv = await ArxivSimulator.StartAsync();
        await using var model = await ModelSimulator.StartAsync();
        var simulator = new DiscordSimulator();
        var town = simulator.AddTown();
        await using var discord = await SimulatorServer.StartAsync(simulator);
        var settings = new Dictionary<string, string>
        {
            ["Arxiv:ApiUrl"] = arxiv.ApiUrl.AbsoluteUri,
            ["Arxiv:FeedUrl"] = arxiv.FeedUrl.AbsoluteUri,
            ["Arxiv:SiteUrl"] = arxiv.Address.AbsoluteUri,
            ["Discord:Token"] = simulator.Options.Token,
            ["Discord:ApiUrl"] = discord.ApiUrl.AbsoluteUri,
            ["Llm:Model"] = "simulated",
            ["Llm:Endpoint"] = model.Endpoint.AbsoluteUri,
            ["Limits:Person:0:Count"] = "100000",
            ["Limits:Person:1:Count"] = "100000",
            ["Limits:Person:2:Count"] = "100000",
        };
        await using var host = new HostProcess(settings, ["--samples"], Path.GetFullPath(program));
        await host.StartAsync();
        await PageAsync(host, 0, "/faq " + Paper);
        while (simulator.Hub.Connected == 0 || !host.Output.Contains("READY", StringComparison.Ordinal))
            await Task.Delay(Look, TimeProvider.System);
        var calls = model.Journal.Count;
        var (web, chat) = (new List<TimeSpan>(), new List<TimeSpan>());
        for (var run = 1; run <= runs; run++)
        {
            web.Add(await PageAsync(host, run, Link));
            chat.Add(await DiscordAsync(simulator, town));
            // Discord takes five messages in five seconds for a channel; a person leaves more time between two papers.
            await Task.Delay(TimeSpan.FromSeconds(1.2), TimeProvider.System);
        }
        Say("page", web);
        Say("Discord", chat);
        Console.WriteLine(
            string.Create(
                CultureInfo.InvariantCulture,
                $"{model.Journal.Count - calls} calls of the model, {simulator.Log.Violations.Count} violations"
            )
        );
        return web.Concat(chat).Max() < Promised && model.Journal.Count == calls ? 0 : 1;
    }

    private static async Task<TimeSpan> PageAsync(HostProcess host, int run, string text)
    {
        var name = string.Create(CultureInfo.InvariantCulture, $"kept-faq-{run:000}");
        using var page = new PageClient(host.Url, name);
        var began = TimeProvider.System.GetTimestamp();
        await page.AskAsync(name + "-link", text);
        var turn = await page.AnswerAsync(name + "-link");
        if (text == Link)
        {
            await page.AskAsync(name + "-faq", PageClient.LineOf(turn, "FAQ"));
            turn = await page.AnswerAsync(name + "-faq");
        }
        var took = TimeProvider.System.GetElapsedTime(began);
        if (!turn.ToString().Contains(Generated, StringComparison.Ordinal))
            throw new InvalidOperationException("No answer of the model: " + turn);
        return took;
    }

    private static async Task<TimeSpan> DiscordAsync(DiscordSimulator simulator, Town town)
    {
        var began = TimeProvider.System.GetTimestamp();
        var said = simulator.People.SayDirectly(town.Ada, Link);
        var card = await UntilAsync(
            simulator,
            () =>
                simulator
                    .World.DirectMessage(town.Ada)
                    .Messages.FirstOrDefault(message => message.Id > said.Id && FaqOf(message) is not null)
        );
        var pressed = simulator.People.PressLabel(town.Ada, card, FaqOf(card)!);
        await UntilAsync(simulator, () => Answers(pressed).Any(IsAnswer) ? pressed : null);
        return TimeProvider.System.GetElapsedTime(began);
    }

    private static List<SimMessage> Answers(SimInteraction pressed) =>
        pressed.Original is { IsLoading: false } original ? [original, .. pressed.FollowUps] : pressed.FollowUps;

    private static bool IsAnswer(SimMessage message) =>
        message.Components.Any(component =>
            Wire.Text(component["content"])?.Contains(Generated, StringComparison.Ordinal) == true
        );

    private static string? FaqOf(SimMessage message) =>
        message
            .Components.Where(component => Wire.Number(component["type"]) == 2)
            .Select(component => Wire.Text(component["label"]))
            .FirstOrDefault(label => label?.StartsWith("FAQ", StringComparison.Ordinal) == true);

    private static async Task<T> UntilAsync<T>(DiscordSimulator simulator, Func<T?> look)
        where T : class
    {
        while (true)
        {
            lock (simulator.World.Gate)
                if (look() is { } found)
                    return found;
            await Task.Delay(Look, TimeProvider.System);
        }
    }

    private static void Say(string where, List<TimeSpan> all)
    {
        // What is compiled, connected or drawn for the first time counts apart.
        List<TimeSpan> times = [.. all.Skip(1).Order()];
        Console.WriteLine(
            string.Create(
                CultureInfo.InvariantCulture,
                $"{where}, two touches: first {all[0].TotalMilliseconds:N0} ms; {times.Count} more, median "
                    + $"{times[times.Count / 2].TotalMilliseconds:N0} ms, most {times[^1].TotalMilliseconds:N0} ms"
            )
        );
    }
}
