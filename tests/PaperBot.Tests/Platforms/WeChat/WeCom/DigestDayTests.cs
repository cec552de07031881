using System.Globalization;
using PaperBot.Core.Delivery;
using PaperBot.Core.Replies;
using PaperBot.Core.Texts;
using PaperBot.Platforms.WeChat.WeCom;
using PaperBot.Testing.Time;
using PaperBot.Testing.WeChat.WeCom;

namespace PaperBot.Tests.Platforms.WeChat.WeCom;

/// <summary>A digest to a group through a day of dropped connections and refusals.</summary>
public sealed class DigestDayTests
{
    private const int NoRight = 48002;

    private static readonly TimeSpan Retry = TimeSpan.FromSeconds(30);

    [Theory]
    [InlineData(1)]
    [InlineData(20261126)]
    public async Task Every_part_arrives_once_or_its_failure_is_told(int seed)
    {
        await using var desk = await WeComDesk.StartAsync();
        await desk.AnswerAsync(desk.Simulator.Say("lihua", desk.Group, "hello there"));
        var before = desk.Said().Count;
        var random = new Random(seed);
        desk.Simulator.Faults.Breaks = () =>
            random.NextDouble() switch
            {
                < 0.15 => BreakPoint.Before,
                < 0.3 => BreakPoint.After,
                _ => BreakPoint.None,
            };
        var there = new Destination(WeComIds.Place("wr-group")) { Locale = Locale.Chinese };
        var (asked, unknown) = (0, 0);
        var began = desk.Clock.GetUtcNow();
        var refused = new List<int>();

        for (var digest = 0; digest < 24; digest++)
        {
            if (digest % 6 == 5)
                desk.Simulator.Faults.Refusals.Enqueue(45009);
            if (digest % 5 == 2)
                desk.Simulator.Faults.Refusals.Enqueue(NoRight);
            DeliveryResult result;
            do
            {
                var posting = desk.Outbox.PostAsync(
                    there,
                    Digest(digest),
                    new($"digest:{digest}"),
                    CancellationToken.None
                );
                await desk.RunAsync(posting);
                result = await posting;
                asked++;
                unknown += result is DeliveryResult.Unknown ? 1 : 0;
                desk.Clock.Advance(Retry);
                // The bot knows later than WeCom that it is connected: else months would pass while it finds out.
                await Settling.OnceAsync();
                await desk.UntilAsync(() => desk.IsUp);
            } while (result is DeliveryResult.Unknown or DeliveryResult.Failed { Reason: DeliveryFailure.Unavailable });
            if (result is DeliveryResult.Failed)
                refused.Add(digest);
            desk.Clock.Advance(TimeSpan.FromHours(1));
        }

        var said = desk.Said().Skip(before).Select(m => m.Text).ToList();
        var notices = said.Count(text => text.Contains("可能没有送达", StringComparison.Ordinal));
        foreach (
            var part in Enumerable
                .Range(0, 24)
                .SelectMany(digest => Enumerable.Range(0, 3).Select(p => Mark(digest, p)))
        )
            said.Count(text => text.Contains(part, StringComparison.Ordinal)).ShouldBeLessThanOrEqualTo(1, part);
        var missing = Enumerable
            .Range(0, 24)
            .Except(refused)
            .SelectMany(digest => Enumerable.Range(0, 3).Select(p => Mark(digest, p)))
            .Count(part => !said.Any(text => text.Contains(part, StringComparison.Ordinal)));
        (desk.Clock.GetUtcNow() - began).ShouldBeLessThan(TimeSpan.FromDays(30), "how far a post came is kept so long");
        // What did not arrive is told in its place.
        missing.ShouldBeLessThanOrEqualTo(notices);
        notices.ShouldBeLessThanOrEqualTo(unknown);
        asked.ShouldBeGreaterThan(24);
        // What is refused for good is told to the administrators, each time anew when it went well in between.
        refused.ShouldNotBeEmpty();
        await desk.UntilAsync(() => desk.Notices.Told.Count >= refused.Count);
        desk.Notices.Told.ShouldAllBe(told => told.Reason == "refused.48002" && told.Place.Id == there.Place);
        desk.Notices.Told.Count.ShouldBe(refused.Count);
        desk.Simulator.Violations.ShouldBeEmpty();
        TestContext.Current.SendDiagnosticMessage(
            $"seed {seed}: 72 parts, {asked} attempts, {unknown} unknown, {notices} told, {refused.Count} digests refused"
        );
    }

    /// <summary>Three messages: each part is nearly as long as a message may be.</summary>
    private static Reply Digest(int number) =>
        new([
            .. Enumerable
                .Range(0, 3)
                .Select(part => new Card(Mark(number, part))
                {
                    Markdown = Mark(number, part) + "\n\n" + string.Concat(Enumerable.Repeat("论文。", 1_700)),
                }),
        ]);

    private static string Mark(int digest, int part) =>
        string.Create(CultureInfo.InvariantCulture, $"第{digest}份第{part}段起");
}
