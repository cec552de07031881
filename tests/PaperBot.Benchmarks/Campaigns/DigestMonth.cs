using System.Globalization;
using PaperBot.Benchmarks.Digests;
using PaperBot.Core.Digests;
using PaperBot.Core.Identity;
using PaperBot.Core.Papers;
using PaperBot.Handlers.Digests;
using PaperBot.Testing.Arxiv;
using PaperBot.Testing.Delivery;
using PaperBot.Testing.Time;
using PaperBot.Upstreams.Arxiv;

namespace PaperBot.Benchmarks.Campaigns;

/// <summary>
/// <c>campaign digest-month [seed | folder of real lists]</c>: 50 subscriptions in 8 time zones over a simulated month of
/// arXiv, read through the bot's own readers. Every paper that the lists have must be in each subscription that it
/// matches once, on time or in a supplement, and every due day must have its digest.
/// </summary>
internal static class DigestMonth
{
    private const int Subscriptions = 50;
    private const int PapersADay = 60;
    private static readonly TimeSpan Step = TimeSpan.FromMinutes(10);

    private static readonly string[] Zones =
    [
        "Asia/Shanghai",
        "Asia/Tokyo",
        "Australia/Sydney",
        "Europe/Berlin",
        "Europe/London",
        "America/New_York",
        "America/Los_Angeles",
        "Etc/UTC",
    ];

    public static async Task<int> RunAsync(string[] arguments)
    {
        var isReal = arguments is [var first, ..] && Directory.Exists(first);
        var seed = arguments is [var text, ..] && !isReal ? int.Parse(text, CultureInfo.InvariantCulture) : 1;
        var plan = isReal ? RealMonth.Of(arguments[0]) : InventedMonth.Of(seed, PapersADay);
        Console.WriteLine(isReal ? plan.Story : FormattableString.Invariant($"seed {seed}: {plan.Story}"));
        var clock = new ManualTimeProvider(ArxivDays.AnnouncedAt(plan.First) - TimeSpan.FromHours(30));
        await using var arxiv = await StartAsync(plan, clock);
        var folder = Directory.CreateTempSubdirectory("paperbot-month-");
        try
        {
            var outbox = new RecordingOutbox("web");
            await using var bot = new DigestBot(
                Path.Combine(folder.FullName, "month.db"),
                clock,
                arxiv,
                outbox,
                "month",
                plan
            );
            var all = new List<DigestSubscription>();
            for (var i = 0; i < Subscriptions; i++)
                all.Add(await bot.SubscribeAsync(Name(i), PlaceOf(i), SettingsOf(i, plan), clock.GetUtcNow()));
            // Three days longer than the lists, so that the last of them is reviewed.
            var end = ArxivDays.AnnouncedAt(plan.Last.AddDays(4));
            while (clock.GetUtcNow() < end)
            {
                clock.Advance(Step);
                var today = ArxivDays.Of(clock.GetUtcNow());
                arxiv.Faults.Always(plan.Refused.Contains(today) ? ArxivFaults.Known["429"] : null);
                await bot.LookAsync(CancellationToken.None);
            }

            return Check(plan, all, outbox, arxiv, end);
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    internal static string Name(int i) => string.Create(CultureInfo.InvariantCulture, $"s{i:D2}");

    internal static DigestSettings SettingsOf(int i, MonthPlan plan) =>
        new()
        {
            Categories = plan.Selections[i % plan.Selections.Count],
            At = new TimeOnly(i % 5 == 0 ? 2 : 6 + i % 4, 30),
            Zone = Zones[i % Zones.Length],
            Include = i % 7 == 3 ? [plan.Words[i % plan.Words.Count]] : [],
            Exclude = i % 11 == 5 ? [plan.Words[0]] : [],
            Language = i % 2 == 0 ? "en" : "zh-Hans",
            Style = i % 6 == 4 ? DigestStyle.Cards : DigestStyle.Compact,
        };

    internal static async Task<ArxivSimulator> StartAsync(MonthPlan plan, TimeProvider clock)
    {
        var arxiv = await ArxivSimulator.StartAsync(
            new ArxivSimulatorOptions
            {
                Corpus = plan.Corpus,
                Time = clock,
                InApiFrom = paper => plan.InApiFrom.GetValueOrDefault(paper.Id.Paper, DateTimeOffset.MinValue),
            }
        );
        foreach (var entry in plan.Entries)
            arxiv.Announcements.Add(entry.Day, entry.Paper.Id.Paper, entry.Action, entry.CrossedTo, entry.ListedFrom);
        return arxiv;
    }

    /// <summary>The papers that a subscription has to tell.</summary>
    internal static HashSet<string> Expected(DigestSubscription subscription, MonthPlan plan)
    {
        var selection = CategorySelection.Parse(subscription.Settings.Categories);
        var filter = new DigestFilter(subscription.Settings);
        return
        [
            .. plan
                .Entries.Where(entry => entry.Day >= subscription.FromDay)
                .Where(entry => entry.Action != SimulatedAction.Replace)
                .Where(entry =>
                    new SimulatedAnnouncement(entry.Paper, entry.Action, entry.CrossedTo).TypeFor([
                        .. selection.Included,
                    ])
                        is not null
                )
                .Select(entry => RecordOf(entry.Paper, entry.CrossedTo))
                .Where(paper => !selection.Excludes(paper.Categories))
                .Where(paper => filter.Match(new DigestPaper(paper, AnnounceType.New, plan.First)) is not null)
                .Select(paper => paper.Id.Paper),
        ];
    }

    private static int Check(
        MonthPlan plan,
        List<DigestSubscription> all,
        RecordingOutbox outbox,
        ArxivSimulator arxiv,
        DateTimeOffset end
    )
    {
        var (missing, twice, foreign, onTime, late, quiet, posts, days, unlisted) = (0, 0, 0, 0, 0, 0, 0, 0, 0);
        foreach (var subscription in all)
        {
            var expected = Expected(subscription, plan);
            var only = plan.Unlisted.Select(entry => entry.Paper.Id.Paper).ToHashSet();
            var seen = new Dictionary<string, int>(StringComparer.Ordinal);
            var own = outbox
                .Seen.Where(post => post.Key.StartsWith($"digest:{subscription.Id}:", StringComparison.Ordinal))
                .ToList();
            posts += own.Count;
            foreach (var (key, reply) in own)
            {
                var ids = reply.Cards.SelectMany(card => card.Markdown.Split('`').Where((_, i) => i % 2 == 1)).ToList();
                if (key.EndsWith(":0", StringComparison.Ordinal))
                    quiet += ids.Count == 0 ? 1 : 0;
                foreach (var id in ids)
                {
                    seen[id] = seen.GetValueOrDefault(id) + 1;
                    if (expected.Contains(id))
                        (onTime, late) = key.EndsWith(":0", StringComparison.Ordinal)
                            ? (onTime + 1, late)
                            : (onTime, late + 1);
                }
            }

            missing += expected.Count(id => !seen.ContainsKey(id));
            twice += seen.Count(pair => pair.Value > 1);
            foreign += seen.Keys.Count(id => !expected.Contains(id) && !only.Contains(id));
            unlisted += seen.Keys.Count(only.Contains);
            var due = DueDays(subscription, end);
            // What was due in the run's last hours may be there or not.
            var digests = own.Where(post => post.Key.EndsWith(":0", StringComparison.Ordinal))
                .Select(post => DateOnly.ParseExact(post.Key.Split(':')[^2], "yyyyMMdd", CultureInfo.InvariantCulture))
                .Where(day => due.Count > 0 && day <= due.Max())
                .ToHashSet();
            digests.SymmetricExceptWith(due);
            days += digests.Count;
            if (expected.Any(id => !seen.ContainsKey(id)))
                Console.WriteLine(
                    $"{subscription.Id} ({subscription.Settings.Categories}, from {subscription.FromDay:yyyy-MM-dd}) misses {string.Join(' ', expected.Where(id => !seen.ContainsKey(id)).Take(5))}"
                );
        }

        Console.WriteLine(
            string.Create(
                CultureInfo.InvariantCulture,
                $"{all.Count} subscriptions, {posts} posts ({quiet} of them say why there is nothing), {onTime + late} papers told ({onTime} in the day's digest, {late} in supplements), {missing} missing, {twice} twice, {foreign} that belong to none, {unlisted} that only the query API had; {days} due days without their digest or with two; arXiv was asked {arxiv.Traffic.Arrivals.Count} times"
            )
        );
        return missing + twice + foreign + days == 0 ? 0 : 1;
    }

    private static HashSet<DateOnly> DueDays(DigestSubscription subscription, DateTimeOffset end)
    {
        var days = new HashSet<DateOnly>();
        var zone = DigestClock.ZoneOf(subscription.Settings);
        for (var due = subscription.DueAt; due < end - DigestClock.Wait; )
        {
            var day = DigestClock.DayOf(due, zone);
            days.Add(day);
            due = DigestClock.Next(subscription.Settings, due, day);
        }

        return days;
    }

    private static Paper RecordOf(SimulatedPaper paper, string? crossedTo) =>
        new()
        {
            Id = paper.Id.WithoutVersion,
            Title = paper.Title,
            Abstract = paper.Abstract,
            Authors = paper.Authors,
            PrimaryCategory = paper.Categories[0],
            Categories = crossedTo is null ? paper.Categories : [.. paper.Categories, crossedTo],
        };

    private static Place PlaceOf(int i) => new(PlaceId.Parse(FormattableString.Invariant($"web:place-{i}")));
}
