using System.Globalization;
using PaperBot.Core.Models;
using PaperBot.Testing.Arxiv;
using PaperBot.Testing.Llm;
using PaperBot.Testing.Processes;

namespace PaperBot.Benchmarks.Campaigns;

/// <summary>
/// <c>campaign faq-kills &lt;PaperBot.Host.dll&gt; [kills] [seed]</c>: before each kill people ask for the FAQ of eight
/// papers at once; after a random number of calls to the simulated model and a random wait the program is killed and
/// started again. Every FAQ must be answered, and no call made twice but the one that was under way for its paper.
/// </summary>
internal static class FaqKills
{
    private const int Kills = 10;
    private const int AtOnce = 8;
    private const int LongestWait = 400;
    private static readonly TimeSpan Look = TimeSpan.FromMilliseconds(10);
    private static readonly TimeSpan Settled = TimeSpan.FromMilliseconds(300);

    public static async Task<int> RunAsync(string[] arguments)
    {
        if (arguments is not [var program, ..])
        {
            await Console.Error.WriteLineAsync("usage: campaign faq-kills <PaperBot.Host.dll> [kills] [seed]");
            return 2;
        }
        var kills = Number(arguments, 1, Kills);
        var seed = Number(arguments, 2, 1);
        await using var arxiv = await ArxivSimulator.StartAsync(
            new() { Corpus = InventedPapers.Corpus(kills * AtOnce) }
        );
        await using var model = await ModelSimulator.StartAsync();
        model.Pause = TimeSpan.FromMilliseconds(10);
        await using var host = new HostProcess(Settings(arxiv, model), program: Path.GetFullPath(program));
        await host.StartAsync();
        var random = new Random(seed);
        var figures = new Figures();
        for (var kill = 0; kill < kills; kill++)
            await KillAsync(host, model, random, kill * AtOnce + 1, figures);
        Say($"seed {seed}, {kills} kills: {figures}");
        return figures is { Unanswered: 0, TooMany: 0 } ? 0 : 1;
    }

    private static Dictionary<string, string> Settings(ArxivSimulator arxiv, ModelSimulator model) =>
        new()
        {
            ["Arxiv:ApiUrl"] = arxiv.ApiUrl.AbsoluteUri,
            ["Arxiv:FeedUrl"] = arxiv.FeedUrl.AbsoluteUri,
            ["Arxiv:SiteUrl"] = arxiv.Address.AbsoluteUri,
            ["Arxiv:Interval"] = "00:00:00.1",
            ["Documents:Interval"] = "00:00:00.1",
            ["Documents:AttemptTimeout"] = "00:00:05",
            ["Requests:Lease"] = "00:00:03",
            ["Llm:Model"] = "simulated",
            ["Llm:Endpoint"] = model.Endpoint.AbsoluteUri,
            // The places of killed calls stay taken for three minutes.
            ["Llm:Concurrency"] = "500",
            ["Llm:RequestsPerMinute"] = "60000",
            ["Llm:PersonQuota"] = "0",
            ["Llm:PlaceQuota"] = "0",
            ["Limits:Person:0:Count"] = "100000",
            ["Limits:Person:1:Count"] = "100000",
            ["Limits:Person:2:Count"] = "100000",
        };

    private static async Task KillAsync(
        HostProcess host,
        ModelSimulator model,
        Random random,
        int first,
        Figures figures
    )
    {
        var papers = Enumerable.Range(first, AtOnce).Select(InventedPapers.Invent).ToList();
        using var page = new PageClient(host.Url, string.Create(CultureInfo.InvariantCulture, $"kill-{first:0000}"));
        var goal = model.Journal.Count + random.Next(1, AtOnce * PromptNames.FaqQuestions.Count + 1);
        var wait = TimeSpan.FromMilliseconds(random.Next(LongestWait));
        foreach (var paper in papers)
            await page.AskAsync(Message(paper), $"/faq {paper.Id}");
        while (model.Journal.Count < goal)
            await Task.Delay(Look, TimeProvider.System);
        await Task.Delay(wait, TimeProvider.System);
        var answered = await page.AnsweredAsync();
        await host.KillAsync();
        // What the program had sent before has arrived now.
        await Task.Delay(Settled, TimeProvider.System);
        var last = papers.Select(paper => CallsOf(model, paper).LastOrDefault()).ToList();
        await host.StartAsync();
        figures.Faqs += papers.Count;
        figures.Cut += papers.Count - answered;
        for (var i = 0; i < papers.Count; i++)
        {
            var turn = (await page.AnswerAsync(Message(papers[i]))).ToString();
            figures.Unanswered += turn.Split("AI-generated").Length - 1 < PromptNames.FaqQuestions.Count ? 1 : 0;
            var calls = CallsOf(model, papers[i]);
            var again = calls.GroupBy(call => call).Where(group => group.Count() > 1).ToList();
            figures.Calls += calls.Count;
            figures.Again += calls.Count - calls.Distinct().Count();
            figures.TooMany += again.Sum(group => group.Key == last[i] ? group.Count() - 2 : group.Count() - 1);
        }
        Say($"{figures}");
    }

    private static string Message(SimulatedPaper paper) => "message-" + paper.Id.ToString().Replace('.', '-');

    // The title ends with the paper's number; behind it the line ends.
    private static List<string> CallsOf(ModelSimulator model, SimulatedPaper paper) =>
        [
            .. model
                .Journal.Where(call => call.Prompt.Contains(paper.Title + "\n", StringComparison.Ordinal))
                .Select(call => call.Body),
        ];

    private static int Number(string[] arguments, int at, int otherwise) =>
        arguments.Length > at ? int.Parse(arguments[at], CultureInfo.InvariantCulture) : otherwise;

    private static void Say(FormattableString line) => Console.WriteLine(line.ToString(CultureInfo.InvariantCulture));

    private sealed class Figures
    {
        public int Faqs { get; set; }

        /// <summary>Not answered when the program was killed.</summary>
        public int Cut { get; set; }

        public int Calls { get; set; }

        /// <summary>Calls that were made a second time.</summary>
        public int Again { get; set; }

        /// <summary>Those among them that were not under way at the kill.</summary>
        public int TooMany { get; set; }

        public int Unanswered { get; set; }

        public override string ToString() =>
            string.Create(
                CultureInfo.InvariantCulture,
                $"{Faqs} FAQs, {Cut} cut, {Calls} calls, {Again} made again, "
                    + $"{TooMany} of these not under way, {Unanswered} FAQs not whole"
            );
    }
}
