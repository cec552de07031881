using System.Globalization;
using System.Net;
using PaperBot.Core.Delivery;
using PaperBot.Core.Papers;
using PaperBot.Core.Replies;
using PaperBot.Platforms.WeChat;
using PaperBot.Platforms.WeChat.Official;

namespace PaperBot.Tests.Platforms.WeChat;

public sealed class OfficialAccountTests
{
    [Fact]
    public async Task The_address_is_confirmed_when_it_is_signed()
    {
        await using var account = await OfficialAccount.StartAsync();

        using var confirmed = await account.CheckAsync("5927782489442352469");
        var echo = await confirmed.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);
        echo.ShouldBe("5927782489442352469");
        (await account.CheckAsync("1", signature: new string('0', 40))).StatusCode.ShouldBe(HttpStatusCode.Forbidden);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task A_quick_answer_comes_at_once(bool safe)
    {
        await using var account = await OfficialAccount.StartAsync(safe);

        var pushed = await account.PushAsync("/论文 1706.03762", 1);

        pushed.Text.ShouldBe("You said: /论文 1706.03762");
        account.Router.Confirmed.Count.ShouldBe(1);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task What_is_not_signed_is_not_read(bool safe)
    {
        await using var account = await OfficialAccount.StartAsync(safe);
        var xml = OfficialAccount.Xml("hello", 1, "oReader");
        var old = (account.Clock.GetUtcNow() - CallbackDoor.Fresh - TimeSpan.FromSeconds(1)).ToUnixTimeSeconds();

        using var forged = await account.SendAsync(xml, signature: new string('0', 40));
        using var replayed = await account.SendAsync(xml, timestamp: old.ToString(CultureInfo.InvariantCulture));
        using var broken = await account.SendAsync("<xml><a>");
        using var large = await account.SendAsync(new string('x', CallbackXml.LongestBody + 1));

        forged.StatusCode.ShouldBe(HttpStatusCode.Forbidden);
        replayed.StatusCode.ShouldBe(HttpStatusCode.Forbidden);
        broken.StatusCode.ShouldBe(HttpStatusCode.Forbidden);
        large.StatusCode.ShouldBe(HttpStatusCode.RequestEntityTooLarge);
        account.Router.Asked.ShouldBeEmpty();
    }

    [Fact]
    public async Task A_push_that_comes_again_is_asked_once()
    {
        await using var account = await OfficialAccount.StartAsync();
        var held = account.Router.Hold("慢");

        var first = await account.WaitOutAsync(account.PushAsync("慢", 1));
        var second = account.PushAsync("慢", 1);
        held.SetResult(Reply.Of("答案"));

        first.Status.ShouldBe(HttpStatusCode.ServiceUnavailable);
        (await second).Text.ShouldBe("答案");
        account.Router.Asked.Count.ShouldBe(1);
    }

    [Fact]
    public async Task An_answer_that_takes_longer_comes_with_the_next_message()
    {
        await using var account = await OfficialAccount.StartAsync();
        var held = account.Router.Hold("慢");
        await account.WaitOutAsync(account.PushAsync("慢", 1));
        await account.WaitOutAsync(account.PushAsync("慢", 1));

        var told = await account.WaitOutAsync(account.PushAsync("慢", 1));
        held.SetResult(Reply.Of("答案"));
        await account.AskedAndKeptAsync(1);
        var fetched = await account.PushAsync("取", 2);
        var again = await account.PushAsync("ok", 3);

        told.Text.ShouldNotBeNull().ShouldContain("秒");
        fetched.Text.ShouldBe("答案");
        again.Text.ShouldBe("You said: ok");
        account.Router.Asked.Select(asked => asked.Text).ShouldBe(["慢", "ok"]);
    }

    [Fact]
    public async Task A_second_question_is_a_second_question()
    {
        await using var account = await OfficialAccount.StartAsync();
        var held = account.Router.Hold("慢");
        for (var i = 0; i < OfficialTalk.Tries; i++)
            await account.WaitOutAsync(account.PushAsync("慢", 1));
        held.SetResult(Reply.Of("第一个"));
        await account.AskedAndKeptAsync(1);
        account.Router.On("第二问", Reply.Of("第二个"));

        var both = await account.PushAsync("第二问", 2);

        both.Text.ShouldBe("第一个" + HandOver.Between + "第二个");
    }

    [Fact]
    public async Task A_long_answer_comes_whole_in_parts()
    {
        await using var account = await OfficialAccount.StartAsync();
        var lines = Enumerable.Range(0, 300).Select(i => $"第{i}行：注意力就是一切所需。").ToList();
        account.Router.On("长", Reply.Of(string.Join("\n\n", lines)));

        var said = (await account.PushAsync("长", 1)).Text!;
        for (var i = 2; said.Contains("继续", StringComparison.Ordinal) && i < 50; i++)
            said =
                said[..said.LastIndexOf("\n\n", StringComparison.Ordinal)]
                + "\n\n"
                + (await account.PushAsync("继续", i)).Text;

        said.Split("\n\n").ShouldBe(lines);
    }

    [Fact]
    public async Task A_long_answer_about_a_paper_is_three_lines_and_the_papers_page()
    {
        await using var account = await OfficialAccount.StartAsync();
        var lines = Enumerable.Range(1, 300).Select(i => $"第{i}行：注意力就是一切所需。");
        account.Router.On("长", Reply.Of(string.Join("\n\n", lines)) with { Paper = ArxivId.Parse("1706.03762v5") });

        var said = (await account.PushAsync("长", 1)).Text!;

        said.Split('\n').Length.ShouldBe(4);
        said.ShouldStartWith("第1行");
        said.Split('\n')[3].ShouldStartWith("https://papers.example/");
        said.ShouldContain("1706.03762v5");
    }

    [Fact]
    public async Task Actions_are_numbered_choices()
    {
        await using var account = await OfficialAccount.StartAsync();
        account.Router.On(
            "卡片",
            Reply.Of(
                new Card("paper")
                {
                    Title = "Attention",
                    Markdown = "**Bold** and [words](https://arxiv.org/abs/1706.03762)",
                    Actions = [ReplyAction.Run("FAQ", "/faq 1706.03762v5")],
                }
            )
        );

        var pushed = await account.PushAsync("卡片", 1);

        pushed.Text.ShouldBe("Attention\nBold and words https://arxiv.org/abs/1706.03762\n\n回复 1：FAQ");
    }

    [Fact]
    public async Task A_late_answer_waits_and_a_post_of_its_own_is_refused()
    {
        await using var account = await OfficialAccount.StartAsync();
        var late = new Destination(WeChatIds.Place("oReader"), "oReader");

        var kept = await account.Outbox.PostAsync(late, Reply.Of("迟到"), new("k"), CancellationToken.None);
        await account.Outbox.PostAsync(late, Reply.Of("迟到"), new("k"), CancellationToken.None);
        var refused = await account.Outbox.PostAsync(
            new Destination(WeChatIds.Place("oReader")),
            Reply.Of("x"),
            new("l"),
            CancellationToken.None
        );

        kept.ShouldBeOfType<DeliveryResult.Sent>();
        refused.ShouldBeOfType<DeliveryResult.Failed>().Reason.ShouldBe(DeliveryFailure.Forbidden);
        (await account.PushAsync("取", 1)).Text.ShouldBe("迟到");
    }

    [Fact]
    public async Task Another_persons_answer_is_never_handed_over()
    {
        await using var account = await OfficialAccount.StartAsync();
        var late = new Destination(WeChatIds.Place("oReader"), "oReader");
        await account.Outbox.PostAsync(late, Reply.Of("秘密"), new("k"), CancellationToken.None);

        (await account.PushAsync("你好", 1, "oOther")).Text.ShouldBe("You said: 你好");
    }
}
