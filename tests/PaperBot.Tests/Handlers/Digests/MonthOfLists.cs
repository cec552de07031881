using System.Globalization;
using PaperBot.Core.Outcomes;
using PaperBot.Core.Papers;
using PaperBot.Testing.Papers;
using PaperBot.Upstreams.Arxiv;

namespace PaperBot.Tests.Handlers.Digests;

/// <summary>
/// arXiv's lists of March 2026, with its change of the clocks: weekends, a holiday, a day on which the list comes late,
/// a list on a holiday of the calendar, yesterday's papers mixed in, papers that come a day late, cross-lists, and two
/// days of refusals.
/// </summary>
internal sealed class MonthOfLists
{
    public static readonly DateOnly First = new(2026, 3, 2);
    public static readonly DateOnly Last = new(2026, 4, 3);

    public static readonly string[] Categories = ["cs.CL", "cs.LG", "math.PR", "astro-ph.GA"];

    private static readonly DateOnly LateDay = new(2026, 3, 11);
    private static readonly DateOnly RefusedFrom = new(2026, 3, 17);
    private static readonly DateOnly Holiday = new(2026, 3, 25);

    private readonly Dictionary<(DateOnly, string), List<(AnnouncedPaper Paper, DateTimeOffset At)>> _lists = [];
    private readonly TimeProvider _time;

    public MonthOfLists(int seed, TimeProvider time)
    {
        _time = time;
        var random = new Random(seed);
        var number = 0;
        Paper? yesterday = null;
        for (var day = First; day <= Last; day = day.AddDays(1))
        {
            if (day.DayOfWeek is DayOfWeek.Saturday or DayOfWeek.Sunday || day == Holiday)
                continue;
            var at = ArxivDays.AnnouncedAt(day) + (day == LateDay ? TimeSpan.FromHours(15) : TimeSpan.Zero);
            for (var i = 0; i < 12; i++)
            {
                var primary = Categories[random.Next(Categories.Length)];
                var other = Categories[random.Next(Categories.Length)];
                var id = string.Create(CultureInfo.InvariantCulture, $"2603.{++number:D5}");
                var paper = SomePapers.Of(id, number % 3 == 0 ? $"Agents {number}" : $"Title {number}") with
                {
                    PrimaryCategory = primary,
                    Categories = [.. new[] { primary, other }.Distinct()],
                };
                // Some are missing from the list at first and come when it is reviewed.
                var seenAt = random.Next(8) == 0 ? at + TimeSpan.FromHours(9) : at;
                Add(day, primary, new(paper, AnnounceType.New), seenAt);
                if (other != primary)
                    Add(day, other, new(paper, AnnounceType.Cross), seenAt);
                if (i == 0 && yesterday is not null)
                    Add(day, yesterday.PrimaryCategory!, new(yesterday, AnnounceType.New), at);
                yesterday = paper;
            }
        }
    }

    /// <summary>How often arXiv was asked.</summary>
    public int Asked { get; private set; }

    /// <summary>Every paper that stands in a category's lists of a run of days.</summary>
    public IReadOnlyList<Paper> PapersOf(IEnumerable<string> categories, DateOnly from, DateOnly to) =>
        [
            .. _lists
                .Where(pair => categories.Contains(pair.Key.Item2) && pair.Key.Item1 >= from && pair.Key.Item1 <= to)
                .SelectMany(pair => pair.Value)
                .Select(entry => entry.Paper.Paper)
                .DistinctBy(paper => paper.Id),
        ];

    /// <summary>What arXiv answers now.</summary>
    public Outcome<Announcement> Answer(CategorySelection selection, DateOnly? asked)
    {
        Asked++;
        var now = _time.GetUtcNow();
        var day = asked!.Value;
        var today = ArxivDays.Of(now);
        if (today >= RefusedFrom && today < RefusedFrom.AddDays(2))
            return Errors.Throttled("upstream.pause.soon", null);
        if (day.DayOfWeek is DayOfWeek.Saturday or DayOfWeek.Sunday)
            return Quiet(day, QuietReason.Weekend, now);
        if (day == Holiday)
            return Quiet(day, QuietReason.Holiday, now);
        var papers = _lists
            .GetValueOrDefault((day, selection.Included[0]), [])
            .Where(entry => entry.At <= now)
            .Select(entry => entry.Paper)
            .ToList();
        if (papers.Count > 0)
            return new Announcement(day, papers, now);
        return Quiet(day, now < ArxivDays.SettledAt(day) ? QuietReason.NotYet : QuietReason.NothingHere, now);
    }

    private static Announcement Quiet(DateOnly day, QuietReason reason, DateTimeOffset now) =>
        new(day, [], now) { Quiet = reason };

    private void Add(DateOnly day, string category, AnnouncedPaper paper, DateTimeOffset at)
    {
        if (!_lists.TryGetValue((day, category), out var list))
            _lists.Add((day, category), list = []);
        if (list.All(entry => entry.Paper.Paper.Id != paper.Paper.Id))
            list.Add((paper, at));
    }
}
