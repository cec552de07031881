using PaperBot.Core.Delivery;
using PaperBot.Core.Progress;
using PaperBot.Core.Replies;
using PaperBot.Platforms.WeChat.WeCom;
using PaperBot.Platforms.WeChat.WeCom.Rendering;
using PaperBot.Tests.Platforms.Web;

namespace PaperBot.Tests.Platforms.WeChat.WeCom;

/// <summary>What people see when they talk to the bot in WeCom.</summary>
public sealed class WeComTalkTests
{
    private static readonly string[] Questions = ["第一问", "第二问"];

    [Fact]
    public async Task An_answer_that_cannot_be_written_is_not_lost_until_the_next_start()
    {
        await using var desk = await WeComDesk.StartAsync();
        desk.Router.On("错", new Reply([null!]));

        desk.Simulator.Say("lihua", desk.Group, "错");

        await desk.UntilAsync(() => !desk.Router.Postponed.IsEmpty);
        desk.Router.Postponed.ShouldBe([desk.Router.Asked.Single().Id]);
    }

    [Fact]
    public async Task A_mention_in_a_group_is_answered_in_place()
    {
        await using var desk = await WeComDesk.StartAsync();

        var answer = await desk.AnswerAsync(desk.Simulator.Say("lihua", desk.Group, "/论文 1706.03762"));

        answer.Text.ShouldBe("You said: /论文 1706.03762");
        var asked = desk.Router.Asked.ShouldHaveSingleItem();
        asked.Text.ShouldBe("/论文 1706.03762");
        asked.Place.Id.ShouldBe(WeComIds.Place("wr-group"));
        asked.Person.Id.ShouldBe(WeComIds.Person("lihua"));
        await desk.UntilAsync(() => desk.Router.Confirmed.Count == 1);
        desk.Simulator.Violations.ShouldBeEmpty();
    }

    [Theory]
    [InlineData("@wangwu /help", "/help")]
    [InlineData("1706.03762 @wangwu", "1706.03762 @wangwu")]
    [InlineData("mail me@example.com", "mail me@example.com")]
    public async Task Mentions_before_the_text_are_not_part_of_it(string said, string heard)
    {
        await using var desk = await WeComDesk.StartAsync();

        await desk.AnswerAsync(desk.Simulator.Say("lihua", desk.Group, said));

        desk.Router.Asked.ShouldHaveSingleItem().Text.ShouldBe(heard);
    }

    [Fact]
    public async Task A_slow_answer_shows_what_is_being_done_and_then_takes_its_place()
    {
        await using var desk = await WeComDesk.StartAsync();
        var held = desk.Router.Hold("慢问题");

        var question = desk.Simulator.Say("lihua", desk.Group, "慢问题");
        await desk.UntilAsync(() =>
            desk.Said().Any(m => !m.IsWhole && m.Text.Contains('秒', StringComparison.Ordinal))
        );
        await desk.UntilAsync(() => desk.Said().Any(m => m.Text.Contains("40 秒", StringComparison.Ordinal)));
        held.SetResult(Reply.Of("**答案**"));
        var answer = await desk.AnswerAsync(question);

        answer.Text.ShouldBe("**答案**");
        desk.Said().ShouldHaveSingleItem();
        desk.Simulator.Violations.ShouldBeEmpty();
    }

    [Fact]
    public async Task The_answer_is_streamed_as_it_grows()
    {
        await using var desk = await WeComDesk.StartAsync();
        var go = new TaskCompletionSource();
        desk.Router.On(
            "流",
            async (incoming, token) =>
            {
                incoming.Progress.Report(new ProgressUpdate.Partial("第一句。"));
                await go.Task.WaitAsync(token);
                return FakeRouter.Answer(incoming, Reply.Of("第一句。第二句。"));
            }
        );

        var question = desk.Simulator.Say("lihua", desk.Group, "流");
        await desk.UntilAsync(() => desk.Said().Any(m => m.Text.StartsWith("第一句。", StringComparison.Ordinal)));
        go.SetResult();

        (await desk.AnswerAsync(question)).Text.ShouldBe("第一句。第二句。");
    }

    [Fact]
    public async Task An_answer_that_outlives_the_stream_comes_as_a_message_of_its_own()
    {
        await using var desk = await WeComDesk.StartAsync();
        var held = desk.Router.Hold("很慢");

        desk.Simulator.Say("lihua", desk.Group, "很慢");
        await desk.UntilAsync(() => desk.Said().Any(m => m.IsWhole), TimeSpan.FromSeconds(1));
        held.SetResult(Reply.Of("答案"));
        await desk.UntilAsync(() => desk.Said().Count == 2);

        desk.Said()[0].Text.ShouldContain("稍后会单独发出");
        desk.Said()[1].Text.ShouldBe("<@lihua>\n答案");
        desk.Simulator.Violations.ShouldBeEmpty();
    }

    [Fact]
    public async Task Two_questions_within_a_second_and_ten_people_at_once_are_all_answered()
    {
        await using var desk = await WeComDesk.StartAsync();
        var people = Enumerable.Range(0, 10).Select(i => $"member{i}").ToList();

        var questions = people
            .SelectMany(user => Questions.Select(text => (user, text)))
            .Select(asked => (asked, desk.Simulator.Say(asked.user, desk.Simulator.DirectChat(asked.user), asked.text)))
            .ToList();

        foreach (var (asked, question) in questions)
            (await desk.AnswerAsync(question, desk.Simulator.DirectChat(asked.user))).Text.ShouldBe(
                "You said: " + asked.text
            );
        desk.Router.Asked.Count.ShouldBe(20);
    }

    [Fact]
    public async Task Actions_are_buttons_and_a_press_runs_its_line()
    {
        await using var desk = await WeComDesk.StartAsync();
        desk.Router.On(
            "卡片",
            Reply.Of(
                new Card("paper")
                {
                    Title = "Attention",
                    Link = new Uri("https://arxiv.org/abs/1706.03762"),
                    Markdown = "正文",
                    Actions =
                    [
                        ReplyAction.Run("FAQ", "/faq 1706.03762v5"),
                        ReplyAction.Run("提问", "/ask 1706.03762v5 ?"),
                        ReplyAction.Open("arXiv", new Uri("https://arxiv.org/")),
                    ],
                }
            )
        );

        var answer = await desk.AnswerAsync(desk.Simulator.Say("lihua", desk.Group, "卡片"));
        await desk.UntilAsync(() => desk.Said().Any(m => m.Kind == "card"));
        var card = desk.Said().Single(m => m.Kind == "card");
        desk.Simulator.Press("wangwu", desk.Group, card, 0);
        await desk.UntilAsync(() =>
            desk.Said().Any(m => m.Text.EndsWith("You said: /faq 1706.03762v5", StringComparison.Ordinal))
        );
        desk.Simulator.Press("wangwu", desk.Group, card, 1);
        await desk.UntilAsync(() => desk.Said().Any(m => m.Text.Contains("请 @我", StringComparison.Ordinal)));

        answer.Text.ShouldBe("### [Attention](https://arxiv.org/abs/1706.03762)\n正文\n\n[arXiv](https://arxiv.org/)");
        card.Card!["sub_title_text"]!.GetValue<string>().ShouldBe("已选：提问");
        desk.Router.Asked.Last().Person.Id.ShouldBe(WeComIds.Person("wangwu"));
        desk.Simulator.Violations.ShouldBeEmpty();
    }

    [Fact]
    public async Task Pictures_and_files_are_uploaded_in_pieces()
    {
        await using var desk = await WeComDesk.StartAsync();
        var big = new byte[(512 * 1024 * 2) + 5];
        big[7] = 9;
        desk.Router.On(
            "图",
            Reply.Of(
                new Card("plot")
                {
                    Markdown = "图",
                    Attachments =
                    [
                        new Attachment("plot.png", "image/png", new byte[] { 0x89, 0x50, 1, 2, 3 }, "一条曲线"),
                        new Attachment("refs.bib", "application/x-bibtex", big, "文献"),
                    ],
                }
            )
        );

        desk.Simulator.Say("lihua", desk.Group, "图");
        await desk.UntilAsync(() => desk.Said().Count == 3);

        desk.Said().Select(m => m.Kind).ShouldBe(["stream", "image", "file"]);
        desk.Said()[2].Content.ShouldBe(big);
        desk.Said()[2].Text.ShouldBe("refs.bib");
        await desk.UntilAsync(() => desk.Router.Confirmed.Count == 1);
    }

    [Fact]
    public async Task Many_actions_are_numbers()
    {
        await using var desk = await WeComDesk.StartAsync();
        desk.Router.On(
            "多",
            new Reply([
                .. Enumerable
                    .Range(1, 4)
                    .Select(i => new Card($"c{i}")
                    {
                        Markdown = $"第 {i} 篇",
                        Actions = [ReplyAction.Run("FAQ", $"/faq {i}"), ReplyAction.Run("引用", $"/cite {i}")],
                    }),
            ])
        );

        var answer = await desk.AnswerAsync(desk.Simulator.Say("lihua", desk.Group, "多"));

        answer.Text.ShouldContain("**7** FAQ · **8** 引用");
        answer.Text.ShouldContain("回复编号");
    }

    [Fact]
    public async Task A_long_answer_comes_whole_in_messages_that_fit()
    {
        await using var desk = await WeComDesk.StartAsync();
        var lines = Enumerable.Range(0, 3_000).Select(i => $"第{i}行：注意力就是一切所需。").ToList();
        desk.Router.On("长", Reply.Of(string.Join("\n\n", lines)));

        desk.Simulator.Say("lihua", desk.Group, "长");
        await desk.UntilAsync(() => desk.Router.Confirmed.Count == 1);

        string.Join("\n\n", desk.Said().Select(m => m.Text)).Split("\n\n").ShouldBe(lines);
        desk.Said().ShouldAllBe(m => System.Text.Encoding.UTF8.GetByteCount(m.Text) <= WeComWriter.LongestText);
    }

    [Fact]
    public async Task Content_mentions_nobody_and_hides_nothing()
    {
        await using var desk = await WeComDesk.StartAsync();
        desk.Router.On("x", Reply.Of(@"a \<@all\> b `<@lihua>` \<think\>c"));

        var answer = await desk.AnswerAsync(desk.Simulator.Say("lihua", desk.Group, "x"));

        answer.Text.ShouldNotContain("<@");
        answer.Text.ShouldNotContain("<think");
    }

    [Fact]
    public async Task A_file_that_comes_alone_belongs_to_the_next_message()
    {
        await using var desk = await WeComDesk.StartAsync();
        var chat = desk.Simulator.DirectChat("lihua");

        var sent = desk.Simulator.SendFile("lihua", chat, "file", [1, 2, 3]);
        var told = await desk.AnswerAsync(sent, chat);
        await desk.AnswerAsync(desk.Simulator.Say("lihua", chat, "看看这个"), chat);

        told.Text.ShouldContain("文件收到了");
        desk.Router.Asked.ShouldHaveSingleItem().Files.ShouldHaveSingleItem();
    }

    [Fact]
    public async Task Somebody_who_opens_the_chat_is_welcomed()
    {
        await using var desk = await WeComDesk.StartAsync();

        desk.Simulator.Enter("lihua");
        // Slowly: an event is answered within five seconds.
        await desk.UntilAsync(
            () => desk.Said(desk.Simulator.DirectChat("lihua")).Count == 1,
            TimeSpan.FromMilliseconds(1)
        );

        desk.Said(desk.Simulator.DirectChat("lihua"))[0].Text.ShouldContain("PaperBot");
        desk.Router.Asked.ShouldBeEmpty();
    }

    [Fact]
    public async Task A_post_of_its_own_is_confirmed_and_comes_once()
    {
        await using var desk = await WeComDesk.StartAsync();
        await desk.AnswerAsync(desk.Simulator.Say("lihua", desk.Group, "hi there"));
        var there = new Destination(WeComIds.Place("wr-group"));
        var before = desk.Said().Count;

        var first = await desk.Outbox.PostAsync(there, Reply.Of("日报"), new("k"), CancellationToken.None);
        var again = await desk.Outbox.PostAsync(there, Reply.Of("日报"), new("k"), CancellationToken.None);
        var strange = await desk.Outbox.PostAsync(
            new Destination(WeComIds.Place("wr-other")),
            Reply.Of("x"),
            new("l"),
            CancellationToken.None
        );

        first.ShouldBeOfType<DeliveryResult.Sent>();
        again.ShouldBe(first);
        desk.Said().Skip(before).ShouldHaveSingleItem().Text.ShouldBe("日报");
        strange.ShouldBeOfType<DeliveryResult.Failed>().Reason.ShouldBe(DeliveryFailure.Gone);
        await desk.Notices.HeardAsync("refused.93006");
    }
}
