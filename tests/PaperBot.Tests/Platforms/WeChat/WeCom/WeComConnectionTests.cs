using PaperBot.Core.Delivery;
using PaperBot.Core.Replies;
using PaperBot.Core.Texts;
using PaperBot.Platforms.WeChat.WeCom;
using PaperBot.Platforms.WeChat.WeCom.Connection;
using PaperBot.Testing.WeChat.WeCom;

namespace PaperBot.Tests.Platforms.WeChat.WeCom;

/// <summary>The long connection: how it comes about, breaks and comes back.</summary>
public sealed class WeComConnectionTests
{
    [Theory]
    [InlineData("")]
    [InlineData("[]")]
    [InlineData("{\"cmd\":1}")]
    [InlineData("{\"cmd\":\"x\",\"body\":{\"a\":1,\"a\":2}}")]
    public void A_frame_that_is_none_is_passed_over(string text) => WeComFrame.TryRead(text, out _).ShouldBeFalse();

    [Fact]
    public async Task It_comes_back_after_a_break_and_answers_what_was_open()
    {
        await using var desk = await WeComDesk.StartAsync();
        var held = desk.Router.Hold("问题");
        var question = desk.Simulator.Say("lihua", desk.Group, "问题");
        await desk.UntilAsync(() => desk.Router.Asked.Count == 1);

        desk.Simulator.Drop();
        held.SetResult(Reply.Of("答案"));
        var answer = await desk.AnswerAsync(question);

        answer.Text.ShouldBe("答案");
        desk.Said().ShouldHaveSingleItem();
        desk.Simulator.Subscriptions.ShouldBe(2);
    }

    [Fact]
    public async Task Silence_is_noticed_by_the_heartbeat()
    {
        await using var desk = await WeComDesk.StartAsync();
        desk.Simulator.Faults.Deaf = true;
        var began = desk.Clock.GetUtcNow();

        await desk.UntilAsync(() => desk.Dialer.Dialled == 2, TimeSpan.FromSeconds(1));
        var noticed = desk.Clock.GetUtcNow() - began;
        desk.Simulator.Faults.Deaf = false;
        await desk.UntilAsync(() => desk.Simulator.Subscriptions >= 2, TimeSpan.FromSeconds(1));

        noticed.ShouldBeLessThan(TimeSpan.FromMinutes(2));
    }

    [Fact]
    public async Task Pauses_grow_while_nobody_answers()
    {
        await using var desk = await WeComDesk.StartAsync();
        desk.Simulator.Faults.Unreachable = true;
        desk.Simulator.Drop();
        var dialled = new List<DateTimeOffset>();

        for (var n = 2; n <= 12; n++)
        {
            var wanted = n;
            await desk.UntilAsync(() => desk.Dialer.Dialled >= wanted, TimeSpan.FromSeconds(1));
            dialled.Add(desk.Clock.GetUtcNow());
        }

        var pauses = dialled.Zip(dialled.Skip(1), (a, b) => b - a).ToList();
        pauses[^1].ShouldBeGreaterThan(WeComService.LongestPause / 2 - TimeSpan.FromSeconds(2));
        pauses.ShouldAllBe(pause => pause <= WeComService.LongestPause + TimeSpan.FromSeconds(2));
        desk.Simulator.Faults.Unreachable = false;
        await desk.UntilAsync(() => desk.Simulator.IsConnected, TimeSpan.FromSeconds(1));
    }

    [Fact]
    public async Task It_does_not_fight_back_when_another_instance_took_its_place()
    {
        await using var desk = await WeComDesk.StartAsync();
        var other = await new SimulatedDialer(desk.Simulator).DialAsync(new Uri("ws://x/"), CancellationToken.None);

        await other.SendAsync(
            $$$"""{"cmd":"aibot_subscribe","headers":{"req_id":"a"},"body":{"bot_id":"{{{desk.Simulator.BotId}}}","secret":"{{{desk.Simulator.Secret}}}"}}""",
            CancellationToken.None
        );
        await desk.UntilAsync(() => desk.Notices.Told.Count > 0);
        for (var i = 0; i < 100; i++)
            desk.Clock.Advance(TimeSpan.FromMinutes(1));
        var refused = await desk.Outbox.PostAsync(
            new Destination(WeComIds.Place("wr-group")),
            Reply.Of("x"),
            new("k"),
            CancellationToken.None
        );

        desk.Dialer.Dialled.ShouldBe(1);
        await desk.Notices.HeardAsync("displaced");
        refused.ShouldBeOfType<DeliveryResult.Failed>().Reason.ShouldBe(DeliveryFailure.Unavailable);
    }

    [Fact]
    public async Task A_wrong_secret_is_told_and_tried_rarely()
    {
        await using var desk = await WeComDesk.StartAsync("wrong");

        await desk.UntilAsync(() => desk.Notices.Told.Count > 0);
        for (var i = 0; i < 60; i++)
            desk.Clock.Advance(TimeSpan.FromSeconds(1));

        desk.Dialer.Dialled.ShouldBe(1);
        await desk.Notices.HeardAsync("refused");
    }

    [Theory]
    [InlineData(BreakPoint.Before)]
    [InlineData(BreakPoint.After)]
    public async Task An_answer_whose_frame_was_lost_stands_once(BreakPoint where)
    {
        await using var desk = await WeComDesk.StartAsync();
        var breaks = 1;
        desk.Simulator.Faults.Breaks = () => breaks-- > 0 ? where : BreakPoint.None;

        var question = desk.Simulator.Say("lihua", desk.Group, "hello there");
        await desk.AnswerAsync(question);
        await desk.UntilAsync(() => desk.Router.Confirmed.Count == 1);

        desk.Said().ShouldHaveSingleItem().Text.ShouldBe("You said: hello there");
    }

    [Fact]
    public async Task A_post_whose_fate_nobody_knows_is_not_repeated_silently()
    {
        await using var desk = await WeComDesk.StartAsync();
        await desk.AnswerAsync(desk.Simulator.Say("lihua", desk.Group, "hello there"));
        var before = desk.Said().Count;
        var there = new Destination(WeComIds.Place("wr-group")) { Locale = Locale.Chinese };
        desk.Simulator.Faults.Breaks = () => BreakPoint.After;

        var lost = desk.Outbox.PostAsync(there, Reply.Of("日报"), new("k"), CancellationToken.None);
        await desk.RunAsync(lost);
        desk.Simulator.Faults.Breaks = null;
        await desk.UntilAsync(() => desk.Simulator.IsConnected);
        DeliveryResult? then = null;
        while (then is not DeliveryResult.Sent)
        {
            var posting = desk.Outbox.PostAsync(there, Reply.Of("日报"), new("k"), CancellationToken.None);
            await desk.RunAsync(posting);
            then = await posting;
        }

        (await lost).ShouldBeOfType<DeliveryResult.Unknown>();
        desk.Said().Skip(before).Count(m => m.Text == "日报").ShouldBe(1);
        desk.Said().Skip(before).Last().Text.ShouldContain("可能没有送达");
    }

    [Fact]
    public async Task A_chat_never_gets_more_than_it_may()
    {
        await using var desk = await WeComDesk.StartAsync();
        var questions = Enumerable
            .Range(0, 45)
            .Select(i => desk.Simulator.Say("lihua", desk.Group, $"question number {i}"))
            .ToList();

        foreach (var question in questions)
            await desk.AnswerAsync(question);

        desk.Simulator.Faults.Refusals.ShouldBeEmpty();
        desk.Notices.Told.ShouldBeEmpty();
        desk.Said().Count.ShouldBe(45);
    }
}
