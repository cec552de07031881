using Microsoft.Extensions.Logging;
using PaperBot.Testing.WeChat.WeCom;

namespace PaperBot.Tests.Platforms.WeChat;

/// <summary>The bot as people meet it in WeCom and in an official account.</summary>
public sealed class WholeBotWeChatTests
{
    [Fact]
    public async Task A_button_runs_its_line_and_survives_a_restart()
    {
        await using var bot = await WeChatBot.StartAsync();
        var group = bot.WeCom.AddGroup("wr-1", "组会");
        await bot.AnswerAsync(group, bot.WeCom.Say("lihua", group, "/算 x^2 = 4"));
        var card = await bot.WaitAsync(() => Find(bot, group, m => m.Kind == "card"));
        await bot.StopAsync();
        await bot.StartAgainAsync();

        bot.WeCom.Press("wangwu", group, card, 0);
        var plotted = await bot.WaitAsync(() =>
            Find(bot, group, m => m.Author is null && m.Text.Contains("3.2", StringComparison.Ordinal))
        );

        plotted.Kind.ShouldBe("markdown");
        bot.WeCom.Violations.ShouldBeEmpty();
    }

    [Fact]
    public async Task A_numbered_choice_is_answered_in_the_account()
    {
        await using var bot = await WeChatBot.StartAsync();

        var card = await bot.AskAccountAsync("oReader", "1706.03762");
        var choice = card.Split('\n')
            .FirstOrDefault(l => l.EndsWith("引用", StringComparison.Ordinal))
            .ShouldNotBeNull(card);
        var number = choice.Split('：')[0][^1..];
        var cited = await bot.AskAccountAsync("oReader", number);

        card.ShouldContain("Attention");
        cited.ShouldContain("@misc");
    }

    [Fact]
    public async Task The_number_of_a_list_opens_its_entry_on_both_doors()
    {
        await using var bot = await WeChatBot.StartAsync();
        var group = bot.WeCom.AddGroup("wr-1", "组会");

        var found = await bot.AnswerAsync(group, bot.WeCom.Say("lihua", group, "搜论文 attention"));
        var second = await bot.AnswerAsync(group, bot.WeCom.Say("lihua", group, "2"));
        var list = await bot.AskAccountAsync("oReader", "搜论文 attention");
        var third = await bot.AskAccountAsync("oReader", "3");
        await bot.AskAccountAsync("oReader", "搜论文 attention");
        var next = await bot.AskAccountAsync("oReader", "11");
        await bot.AskAccountAsync("oReader", "收藏 1708.05031 1706.03762");
        var saved = await bot.AskAccountAsync("oReader", "收藏夹");
        var first = await bot.AskAccountAsync("oReader", "1");

        second.Text.ShouldContain(Entry(found.Text, 2));
        third.ShouldContain(Entry(list, 3));
        // Behind the ten entries of the list.
        list.ShouldContain("回复 11：下一页");
        next.ShouldContain("第 2 页");
        first.ShouldContain(Entry(saved, 1));
        saved.ShouldContain("回复 3：导出");

        static string Entry(string list, int number) =>
            list.Split('\n')
                .SkipWhile(line => !line.StartsWith($"{number}. ", StringComparison.Ordinal))
                .Skip(1)
                .First()
                .Split(' ')[^1]
                .Trim('`');
    }

    [Fact]
    public async Task A_digest_is_not_promised_to_an_account_that_cannot_be_posted_to()
    {
        await using var bot = await WeChatBot.StartAsync();

        var refused = await bot.AskAccountAsync("oLihua", "日报 订阅 cs.CL 每天8点半 北京时间");

        refused.ShouldContain("不能主动推送");
        (await bot.AskAccountAsync("oLihua", "日报 列表")).ShouldContain("还没有订阅");
    }

    [Fact]
    public async Task A_digest_is_subscribed_in_the_group()
    {
        await using var bot = await WeChatBot.StartAsync();
        var group = bot.WeCom.AddGroup("wr-1", "组会");

        var added = await bot.AnswerAsync(group, bot.WeCom.Say("lihua", group, "日报 订阅 cs.CL 每天8点半 北京时间"));

        added.Text.ShouldContain("cs.CL");
        added.Text.ShouldContain("每天 08:30");
        // By the subscription's clocks.
        added.Text.ShouldContain("08:30 UTC+8");
    }

    [Fact]
    public async Task A_digest_goes_to_the_group_robot_when_an_administrator_says_so()
    {
        await using var bot = await WeChatBot.StartAsync();
        var group = bot.WeCom.AddGroup("wr-1", "组会");
        const string line = "日报 订阅 cs.CL 时区:Asia/Shanghai 位置:wecom-robot:group";

        var refused = await bot.AnswerAsync(group, bot.WeCom.Say("wangwu", group, line));
        var added = await bot.AnswerAsync(group, bot.WeCom.Say("lihua", group, line));
        var listed = await bot.AnswerAsync(group, bot.WeCom.Say("lihua", group, "日报 列表 位置:wecom-robot:group"));
        var here = await bot.AnswerAsync(group, bot.WeCom.Say("lihua", group, "日报 列表"));

        refused.Text.ShouldContain("管理员");
        added.Text.ShouldContain("cs.CL");
        listed.Text.ShouldContain("cs.CL");
        here.Text.ShouldContain("还没有订阅");
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task A_slow_answer_comes_by_customer_service_or_with_the_next_message(bool isVerified)
    {
        await using var bot = await WeChatBot.StartAsync(isVerified);

        var told = await bot.Official.SayAsync("oReader", "/慢 问题", TestContext.Current.CancellationToken);
        var second = await bot.Official.SayAsync("oReader", "=1/3", TestContext.Current.CancellationToken);
        bot.Slow.Go();
        if (!isVerified)
            await bot.WaitAsync(() =>
                bot.Official.SayAsync("oReader", "好了吗").Result is { } text
                && text.Contains("慢答案", StringComparison.Ordinal)
                    ? text
                    : null
            );
        var lines = await bot.WaitAsync(() =>
        {
            lock (bot.Official.Gate)
            {
                var all = bot.Official.UserOf("oReader").Lines.Where(l => l.Author is null).ToList();
                return all.Any(l => l.Text.Contains("慢答案：问题", StringComparison.Ordinal)) ? all : null;
            }
        });

        told.ShouldNotBeNull().ShouldContain("秒");
        second.ShouldNotBeNull().ShouldContain("0.333");
        lines.Count(l => l.Text.Contains("慢答案：问题", StringComparison.Ordinal)).ShouldBe(1);
        lines
            .Single(l => l.Text.Contains("慢答案：问题", StringComparison.Ordinal))
            .Way.ShouldBe(isVerified ? "custom" : "passive");
        lines.ShouldNotContain(l => l.Way == "failed");
        bot.Slow.Asked.ShouldBe(1);
    }

    [Fact]
    public async Task A_question_is_answered_once_though_the_bot_restarts_in_the_middle()
    {
        await using var bot = await WeChatBot.StartAsync();
        var group = bot.WeCom.AddGroup("wr-1", "组会");
        bot.WeCom.Say("lihua", group, "/慢 问题");
        await bot.WaitAsync(() => Find(bot, group, m => m is { Author: null, IsWhole: false }));

        await bot.StopAsync();
        bot.Slow.Go();
        await bot.StartAgainAsync();
        await bot.WaitAsync(() => Find(bot, group, m => m.Text.Contains("慢答案", StringComparison.Ordinal)));

        lock (bot.WeCom.Gate)
            group.Messages.Where(m => m.Author is null).ShouldHaveSingleItem().IsWhole.ShouldBeTrue();
    }

    [Fact]
    public async Task A_follower_is_told_what_the_bot_does()
    {
        await using var bot = await WeChatBot.StartAsync();

        var greeting = await bot.Official.SubscribeAsync("oNew", TestContext.Current.CancellationToken);
        var examples = greeting
            .ShouldNotBeNull()
            .Split('\n')
            .Where(line => line.StartsWith('•'))
            .Select(line => line[1..].Trim())
            .ToList();
        var answers = new List<string>();
        foreach (var example in examples)
            answers.Add(await bot.AskAccountAsync("oNew", example));

        greeting.Split('\n').Length.ShouldBeLessThan(9);
        greeting.ShouldContain("论文");
        examples.Count.ShouldBe(3);
        answers[0].ShouldContain("Attention Is All You Need");
        answers[1].ShouldContain("1706.03762");
        // The list of all commands comes in two parts.
        lock (bot.Official.Gate)
            bot.Official.UserOf("oNew")
                .Lines.ShouldContain(line => line.Text.StartsWith("我能做什么", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Neither_secrets_nor_what_people_write_is_logged_above_trace()
    {
        await using var bot = await WeChatBot.StartAsync();
        var group = bot.WeCom.AddGroup("wr-1", "组会");
        const string word = "zebrasecret";

        await bot.AnswerAsync(group, bot.WeCom.Say("lihua", group, "/搜论文 " + word));
        await bot.AskAccountAsync("oReader", "/搜论文 " + word);

        var lines = bot.Logs.At(LogLevel.Debug).Concat(bot.Logs.Lines.Select(l => l.Exception?.ToString() ?? ""));
        lines.ShouldAllBe(line => !line.Contains(word, StringComparison.Ordinal));
        foreach (var secret in (string[])[bot.WeCom.Secret, bot.Official.Secret, bot.Robot.Key])
            bot.Logs.Lines.Select(l => l.Text).ShouldAllBe(line => !line.Contains(secret, StringComparison.Ordinal));
    }

    private static SimMessage? Find(WeChatBot bot, SimChat chat, Func<SimMessage, bool> which)
    {
        lock (bot.WeCom.Gate)
            return chat.Messages.FirstOrDefault(which);
    }
}
