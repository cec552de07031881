using System.Collections.Concurrent;
using System.Globalization;
using NSubstitute;
using PaperBot.Core.Delivery;
using PaperBot.Core.Identity;
using PaperBot.Core.Replies;
using PaperBot.Core.Texts;
using PaperBot.Platforms.WeChat.WeCom;
using PaperBot.Testing.WeChat.WeCom;
using PaperBot.Tests.Handlers.Digests;

namespace PaperBot.Tests.Platforms.WeChat.WeCom;

/// <summary>
/// The whole digest job, from arXiv's lists to WeCom groups, while connections break, WeCom is busy and processes die.
/// </summary>
public sealed class DigestWeeksTests(ITestOutputHelper output)
{
    private const int Groups = 4;
    private const int Busy = 45009;

    [Theory]
    [InlineData(5)]
    public async Task Each_paper_stands_once_in_its_group_or_its_part_is_told(int seed)
    {
        await using var month = new MonthRun(seed, oneInDies: 60) { Last = new(2026, 3, 13) };
        await using var desk = await WeComDesk.StartAsync(clock: month.Clock);
        var groups = new List<SimChat>();
        for (var i = 0; i < Groups; i++)
        {
            var group = desk.Simulator.AddGroup($"wr-{i}", $"组会 {i}");
            await desk.AnswerAsync(desk.Simulator.Say("lihua", group, "hello there"), group);
            groups.Add(group);
        }
        var before = groups.ConvertAll(group => desk.Said(group).Count);
        var random = new Random(seed);
        var (broken, busy) = (0, 0);
        desk.Simulator.Faults.Breaks = () =>
        {
            var chance = random.NextDouble();
            if (chance > 0.95 && ++busy > 0)
                desk.Simulator.Faults.Refusals.Enqueue(Busy);
            broken += chance < 0.3 ? 1 : 0;
            return chance switch
            {
                < 0.15 => BreakPoint.Before,
                < 0.3 => BreakPoint.After,
                _ => BreakPoint.None,
            };
        };
        var posted = new Posted(desk);

        var all = await month.PassAsync([.. groups.Select(group => WeComIds.Place(group.Id))], () => posted);

        var (seen, told, givenUp) = (0, 0, 0);
        for (var i = 0; i < Groups; i++)
        {
            var texts = desk.Said(groups[i]).Skip(before[i]).Select(message => message.Text).ToList();
            var papers = texts.SelectMany(MonthRun.PapersIn).ToList();
            papers.CountBy(paper => paper).ShouldAllBe(count => count.Value == 1, all[i].Id);
            papers.Except(month.Expected(all[i])).ShouldBeEmpty(all[i].Id);
            var notices = texts.Count(text => text.Contains("可能没有送达", StringComparison.Ordinal));
            // All of them were on their way, and what is missing is missing in a post that says so, there or to its owner.
            var posts = posted.PapersOf(all[i].Id);
            posts.SelectMany(post => post).Order().ToList().ShouldBe(month.Expected(all[i]), all[i].Id);
            var lost = Lost(month.Notices, all[i].Place);
            posts.Count(post => post.Except(papers).Any()).ShouldBeInRange(0, notices + lost, all[i].Id);
            givenUp += lost;
            (seen, told) = (seen + papers.Count, told + notices);
        }
        output.WriteLine(
            string.Create(
                CultureInfo.InvariantCulture,
                $"seed {seed}: {posted.Count} posts, {seen} papers once, {broken} breaks, {busy} times busy, {told} told, {givenUp} given up, {month.Deaths} deaths"
            )
        );
        broken.ShouldBeGreaterThan(10);
        month.Deaths.ShouldBePositive();
        told.ShouldBePositive();
        desk.Simulator.Violations.ShouldBeEmpty();
    }

    private static int Lost(IOwnerNotices notices, Place place) =>
        notices
            .ReceivedCalls()
            .Count(call =>
                call.GetMethodInfo().Name == nameof(IOwnerNotices.TellAsync)
                && call.GetArguments() is [Place about, _, Message { Key: "digest.notice.lost" }, ..]
                && about == place
            );

    /// <summary>The door's outbox, and what was given to it.</summary>
    private sealed class Posted(WeComDesk desk) : IOutbox
    {
        private readonly ConcurrentDictionary<string, IReadOnlyList<string>> _papers = new();

        public string Platform => WeComIds.Platform;

        public int Count => _papers.Count;

        public async Task<DeliveryResult> PostAsync(
            Destination destination,
            Reply reply,
            DeliveryKey key,
            CancellationToken cancellationToken
        )
        {
            _papers[key.Value] = [.. reply.Cards.SelectMany(card => MonthRun.PapersIn(card.Markdown))];
            // Between two steps of the clock no heartbeat was answered.
            await desk.UntilAsync(() => desk.IsUp, TimeSpan.FromSeconds(5));
            return await desk.Outbox.PostAsync(
                destination with
                {
                    Locale = Locale.Chinese,
                },
                reply,
                key,
                cancellationToken
            );
        }

        public List<IReadOnlyList<string>> PapersOf(string subscription) =>
            [
                .. _papers
                    .Where(post => post.Key.StartsWith($"digest:{subscription}:", StringComparison.Ordinal))
                    .Select(post => post.Value),
            ];
    }
}
