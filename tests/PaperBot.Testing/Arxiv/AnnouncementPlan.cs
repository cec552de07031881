using PaperBot.Core.Papers;

namespace PaperBot.Testing.Arxiv;

/// <summary>
/// What is announced on which day. Days that a test fills are as it says; every other weekday gets some of the corpus,
/// the same for the same day, when <see cref="Spread"/> is on.
/// </summary>
public sealed class AnnouncementPlan(ArxivCorpus corpus)
{
    private static readonly TimeZoneInfo Eastern = TimeZoneInfo.FindSystemTimeZoneById("America/New_York");

    private readonly Dictionary<DateOnly, List<SimulatedAnnouncement>> _days = [];

    /// <summary>Whether weekdays that nobody filled get papers of the corpus. Default off.</summary>
    public bool Spread { get; set; }

    /// <summary>Adds a paper of the corpus to a day.</summary>
    public void Add(
        DateOnly day,
        string id,
        SimulatedAction action = SimulatedAction.New,
        string? crossedTo = null,
        DateTimeOffset? listedFrom = null
    )
    {
        var paper = corpus.Find(ArxivId.Parse(id)) ?? throw new ArgumentException($"No paper {id}.", nameof(id));
        if (!_days.TryGetValue(day, out var list))
            _days.Add(day, list = []);
        list.Add(new(paper, action, crossedTo) { ListedFrom = listedFrom });
    }

    /// <summary>The mailing of a day, in arXiv's order; empty when there is none.</summary>
    public IReadOnlyList<SimulatedAnnouncement> Of(DateOnly day)
    {
        if (_days.TryGetValue(day, out var list))
            return list;
        if (!Spread || day.DayOfWeek is DayOfWeek.Saturday or DayOfWeek.Sunday)
            return [];
        return [.. corpus.Papers.Where((_, index) => index % 10 == day.DayNumber % 10).Select(Announce)];
    }

    /// <summary>What the lists of a day have at a moment.</summary>
    public IReadOnlyList<SimulatedAnnouncement> Of(DateOnly day, DateTimeOffset now)
    {
        var all = Of(day);
        return all.All(one => one.ListedFrom is null) ? all : [.. all.Where(one => !(one.ListedFrom > now))];
    }

    /// <summary>The Eastern date of a moment.</summary>
    public static DateOnly Today(DateTimeOffset now) =>
        DateOnly.FromDateTime(TimeZoneInfo.ConvertTime(now, Eastern).DateTime);

    /// <summary>The last day whose list the site shows: tomorrow's from 20:00 Eastern on.</summary>
    public DateOnly? Newest(DateTimeOffset now)
    {
        var day = Today(now.AddHours(4));
        for (var back = 0; back < 30; back++)
        {
            if (Of(day.AddDays(-back), now).Count > 0)
                return day.AddDays(-back);
        }

        return null;
    }

    private static SimulatedAnnouncement Announce(SimulatedPaper paper, int index) =>
        (index % 6) switch
        {
            4 when paper.Categories.Count > 1 => new(paper, SimulatedAction.Cross, paper.Categories[1]),
            5 => new(paper, SimulatedAction.Replace),
            _ => new(paper, SimulatedAction.New),
        };
}
