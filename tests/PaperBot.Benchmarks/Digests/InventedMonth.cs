using System.Globalization;
using PaperBot.Core.Papers;
using PaperBot.Testing.Arxiv;
using PaperBot.Upstreams.Arxiv;

namespace PaperBot.Benchmarks.Digests;

/// <summary>
/// 20 October to 30 November 2026, in which clocks change in Europe (25 October) and America (1 November), with
/// weekends, a holiday that was told (12 November), a list on a day of the calendar's holidays (27 November), a list that
/// comes 9 hours late (4 November), a feed with yesterday's papers mixed in, papers repeated within a day, papers that
/// come into the lists after 9 hours, papers that only the query API has, an API that lags by 14 hours, and two days of
/// 429 (17 and 18 November).
/// </summary>
internal static class InventedMonth
{
    private static readonly string[] Categories =
    [
        "cs.CL",
        "cs.LG",
        "cs.CV",
        "cs.RO",
        "math.PR",
        "math.ST",
        "stat.ML",
        "hep-th",
        "quant-ph",
        "astro-ph.GA",
        "eess.AS",
        "econ.TH",
    ];

    private static readonly DateOnly First = new(2026, 10, 20);
    private static readonly DateOnly Last = new(2026, 11, 30);
    private static readonly DateOnly LateDay = new(2026, 11, 4);
    private static readonly DateOnly Holiday = new(2026, 11, 12);
    private static readonly DateOnly Surprise = new(2026, 11, 27);
    private static readonly TimeSpan Lag = TimeSpan.FromHours(14);

    public static MonthPlan Of(int seed, int papersADay)
    {
        var random = new Random(seed);
        var papers = new List<SimulatedPaper>();
        var entries = new List<MonthEntry>();
        var unlisted = new List<(DateOnly, SimulatedPaper)>();
        var inApi = new Dictionary<string, DateTimeOffset>();
        List<SimulatedPaper> yesterday = [];
        for (var day = First; day <= Last; day = day.AddDays(1))
        {
            if (day.DayOfWeek is DayOfWeek.Saturday or DayOfWeek.Sunday || day == Holiday)
                continue;
            var at = ArxivDays.AnnouncedAt(day) + (day == LateDay ? TimeSpan.FromHours(9) : TimeSpan.Zero);
            var today = new List<SimulatedPaper>();
            for (var i = 0; i < papersADay; i++)
            {
                var paper = Paper(papers.Count + 1, day, random);
                papers.Add(paper);
                inApi[paper.Id.Paper] = ArxivDays.AnnouncedAt(day) + Lag;
                if (random.Next(40) == 0)
                {
                    unlisted.Add((day, paper));
                    continue;
                }

                today.Add(paper);
                // Some are missing from the list at first.
                var from = random.Next(12) == 0 ? at + TimeSpan.FromHours(9) : at;
                entries.Add(new(day, paper, ListedFrom: from));
                if (random.Next(10) == 0)
                    entries.Add(new(day, paper, ListedFrom: from));
                if (random.Next(15) == 0 && yesterday.Count > 0)
                {
                    var older = yesterday[random.Next(yesterday.Count)];
                    var to = Categories.First(name => !older.Categories.Contains(name));
                    entries.Add(new(day, older, SimulatedAction.Cross, to, at));
                }
            }

            // Yesterday's papers mixed in as if they were new, and new versions of older ones.
            foreach (var older in yesterday.Take(5))
                entries.Add(new(day, older, ListedFrom: at));
            if (papers.Count > papersADay)
                entries.Add(
                    new(day, papers[random.Next(papers.Count - papersADay)], SimulatedAction.Replace, null, at)
                );
            yesterday = today;
        }

        return new MonthPlan(new ArxivCorpus(papers), First, Last)
        {
            Entries = entries,
            Unlisted = unlisted,
            InApiFrom = inApi,
            Refused = [new(2026, 11, 17), new(2026, 11, 18)],
            Holidays = [Holiday.AddDays(-1)],
            Selections =
            [
                "cs.CL",
                "cs.CL+cs.LG",
                "cs.CV+cs.RO-cs.LG",
                "math.PR+math.ST",
                "stat.ML",
                "hep-th+quant-ph",
                "astro-ph.GA",
                "eess.AS+cs.CL+cs.LG+cs.CV",
                "econ.TH",
                "cs.LG+stat.ML-econ.TH",
            ],
            Words = ["agent", "graph"],
            Story = $"invented month, list of {Surprise:yyyy-MM-dd} on a holiday of the calendar",
        };
    }

    private static SimulatedPaper Paper(int number, DateOnly day, Random random)
    {
        var primary = Categories[random.Next(Categories.Length)];
        var other = Categories[random.Next(Categories.Length)];
        var topic = (number % 5) switch
        {
            0 => "Agents",
            1 => "Graphs",
            _ => "Measures",
        };
        // Between the deadlines of the list before and of this one.
        var weekend = day.DayOfWeek == DayOfWeek.Monday ? TimeSpan.FromHours(48) : TimeSpan.Zero;
        var submitted = ArxivDays.AnnouncedAt(day) - weekend - TimeSpan.FromHours(7 + random.Next(20));
        return new SimulatedPaper(
            ArxivId.Parse(string.Create(CultureInfo.InvariantCulture, $"2611.{number:D5}")),
            $"{topic} number {number}"
        )
        {
            Abstract = $"What number {number} says of {topic.ToLowerInvariant()}.",
            Authors = [new Author("Ada Author")],
            Categories = [.. new[] { primary, other }.Distinct()],
            Submitted = submitted,
        };
    }
}
