using System.Globalization;
using System.Net;
using Microsoft.Extensions.Logging;
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
        using var broken = await account.SendAsync("<xml><a>hello");
        using var large = await account.SendAsync(new string('x', CallbackXml.LongestBody + 1));
        using var largeAndForged = await account.SendAsync(
            new string('x', CallbackXml.LongestBody + 1),
            signature: new string('0', 40)
        );

        forged.StatusCode.ShouldBe(HttpStatusCode.Forbidden);
        replayed.StatusCode.ShouldBe(HttpStatusCode.Forbidden);
        broken.StatusCode.ShouldBe(HttpStatusCode.Forbidden);
        large.StatusCode.ShouldBe(HttpStatusCode.RequestEntityTooLarge);
        // Not even read.
        largeAndForged.StatusCode.ShouldBe(HttpStatusCode.Forbidden);
        account.Router.Asked.ShouldBeEmpty();
        account.Logs.Lines.ShouldNotContain(line => line.Text.Contains("hello", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData(-1, true)]
    [InlineData(1, true)]
    [InlineData(-1, false)]
    [InlineData(1, false)]
    public async Task A_push_is_read_up_to_ten_minutes_from_now(int sign, bool isFresh)
    {
        await using var account = await OfficialAccount.StartAsync();
        var away = (CallbackDoor.Fresh + (isFresh ? TimeSpan.Zero : TimeSpan.FromSeconds(1))) * sign;
        var timestamp = (account.Clock.GetUtcNow() + away).ToUnixTimeSeconds();

        using var pushed = await account.SendAsync(
            OfficialAccount.Xml("hello", 1, "oReader"),
            timestamp: timestamp.ToString(CultureInfo.InvariantCulture)
        );

        (pushed.StatusCode == HttpStatusCode.OK).ShouldBe(isFresh);
        account.Router.Asked.Count.ShouldBe(isFresh ? 1 : 0);
        // Its owner is told of a wrong clock.
        account
            .Logs.At(LogLevel.Warning)
            .Any(line => line.Contains("clock", StringComparison.Ordinal))
            .ShouldBe(!isFresh);
    }

    [Fact]
    public async Task A_body_is_read_up_to_its_limit()
    {
        await using var account = await OfficialAccount.StartAsync();
        var frame = OfficialAccount.Xml("", 1, "oReader").Length;

        var longest = new string('x', CallbackXml.LongestBody - frame);
        using var read = await account.SendAsync(OfficialAccount.Xml(longest, 1, "oReader"));
        using var refused = await account.SendAsync(OfficialAccount.Xml(longest + "x", 2, "oReader"));

        read.StatusCode.ShouldBe(HttpStatusCode.OK);
        refused.StatusCode.ShouldBe(HttpStatusCode.RequestEntityTooLarge);
        account.Router.Asked.Count.ShouldBe(1);
    }

    [Theory]
    [InlineData("padding")]
    [InlineData("receiver")]
    [InlineData("signature")]
    [InlineData("plain")]
    public async Task An_envelope_that_is_not_right_is_not_opened_and_its_owner_is_told(string fault)
    {
        await using var account = await OfficialAccount.StartAsync(safe: true);

        using var refused = await account.SendBrokenAsync(OfficialAccount.Xml("hello", 1, "oReader"), fault);

        refused.StatusCode.ShouldBe(HttpStatusCode.Forbidden);
        account.Router.Asked.ShouldBeEmpty();
        account.Logs.At(LogLevel.Warning).ShouldHaveSingleItem().ShouldContain("EncodingA");
        account.Logs.Lines.ShouldNotContain(line => line.Text.Contains("hello", StringComparison.Ordinal));
    }

    [Fact]
    public async Task An_encrypted_push_to_an_account_without_a_key_is_told_to_its_owner()
    {
        await using var account = await OfficialAccount.StartAsync();

        using var refused = await account.SendAsync(
            "<xml><ToUserName>gh_a</ToUserName><Encrypt><![CDATA[AAAA]]></Encrypt></xml>"
        );

        refused.StatusCode.ShouldBe(HttpStatusCode.Forbidden);
        account.Logs.At(LogLevel.Warning).ShouldHaveSingleItem().ShouldContain("EncodingAesKey");
    }

    [Fact]
    public async Task A_question_that_fetches_an_earlier_answer_is_acknowledged_too()
    {
        await using var account = await OfficialAccount.StartAsync();
        var first = account.Router.Hold("第一问");
        for (var i = 0; i < OfficialTalk.Tries; i++)
            await account.WaitOutAsync(account.PushAsync("第一问", 1));
        first.SetResult(Reply.Of("第一个"));
        await account.AskedAndKeptAsync(1);
        var second = account.Router.Hold("第二问");

        var fetched = await account.WaitOutAsync(account.PushAsync("第二问", 2));
        second.SetResult(Reply.Of("第二个"));
        await account.AskedAndKeptAsync(2);
        var other = await account.PushAsync("继续", 3);

        fetched.Text.ShouldNotBeNull().ShouldStartWith("第一个\n\n");
        fetched.Text!.ShouldContain("你刚才的问题还在处理");
        other.Text.ShouldBe("第二个");
    }

    [Fact]
    public async Task The_numbers_of_answers_that_are_shown_together_go_on()
    {
        await using var account = await OfficialAccount.StartAsync();
        var held = account.Router.Hold("甲");
        for (var i = 0; i < OfficialTalk.Tries; i++)
            await account.WaitOutAsync(account.PushAsync("甲", 1));
        held.SetResult(Reply.Of(new Card("a") { Markdown = "甲文", Actions = [ReplyAction.Run("引用", "/cite a")] }));
        await account.AskedAndKeptAsync(1);
        account.Router.On(
            "乙",
            Reply.Of(new Card("b") { Markdown = "乙文", Actions = [ReplyAction.Run("引用", "/cite b")] })
        );

        var both = await account.PushAsync("乙", 2);
        account.Router.On(
            "丙",
            Reply.Of(new Card("c") { Markdown = "丙文", Actions = [ReplyAction.Run("引用", "/cite c")] })
        );
        var later = await account.PushAsync("丙", 3);

        both.Text.ShouldBe("甲文\n\n回复 1：引用" + HandOver.Between + "乙文\n\n回复 2：引用");
        later.Text.ShouldBe("丙文\n\n回复 1：引用");
    }

    [Theory]
    [InlineData("image")]
    [InlineData("voice")]
    [InlineData("location")]
    public async Task What_is_no_text_is_answered_and_not_passed_over(string kind)
    {
        await using var account = await OfficialAccount.StartAsync();

        using var response = await account.SendAsync(
            OfficialAccount.Xml("", 1, "oReader").Replace("<MsgType>text", $"<MsgType>{kind}", StringComparison.Ordinal)
        );
        var said = await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);

        said.ShouldContain("文字和链接");
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
    public async Task An_answer_that_fails_on_its_way_out_is_given_again()
    {
        await using var account = await OfficialAccount.StartAsync();
        account.Router.On("错", (_, _) => throw new InvalidOperationException("a mistake"));

        var told = await account.PushAsync("错", 1);

        told.Text.ShouldNotBeNull().ShouldContain("取回答案");
        account.Router.Postponed.ShouldBe([account.Router.Asked.Single().Id]);
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
        const string mark = "AI 生成 / AI-generated · some-model";
        var text = string.Join("\n\n", lines.Append($"*{mark}*").Append("还可以接着问。"));
        account.Router.On("长", Reply.Of(text) with { Paper = ArxivId.Parse("1706.03762v5") });

        var said = (await account.PushAsync("长", 1)).Text!.Split('\n');

        said.Length.ShouldBe(5);
        said[0].ShouldStartWith("第1行");
        said[3].ShouldBe(mark);
        said[4].ShouldStartWith("https://papers.example/");
        said[4].ShouldContain("1706.03762v5");
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
