using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using PaperBot.Core.Commands;
using PaperBot.Testing.WeChat.WeCom;

namespace PaperBot.Tests.Platforms.WeChat;

/// <summary>The bot as people meet it in WeCom and in an official account.</summary>
public sealed class WholeBotWeChatTests
{
    [Fact]
    public async Task Every_command_answers_in_chinese_in_a_wecom_group()
    {
        await using var bot = await WeChatBot.StartAsync();
        var asked = new List<(string Name, SimChat Chat, SimMessage Question)>();

        foreach (var (name, line) in Lines(bot))
        {
            // Each in a group of its own: a group takes thirty messages a minute.
            var group = bot.WeCom.AddGroup("wr-" + name.Replace(' ', '-'), name);
            asked.Add((name, group, bot.WeCom.Say("lihua", group, line)));
        }

        foreach (var (name, group, question) in asked)
        {
            var text = (await bot.AnswerAsync(group, question)).Text;
            IsInChinese(name, text).ShouldBeTrue($"{name}: {text}");
        }
        bot.WeCom.Violations.ShouldBeEmpty();
        bot.Errors.ShouldBeEmpty();
    }

    [Fact]
    public async Task Every_command_answers_in_chinese_in_an_official_account()
    {
        await using var bot = await WeChatBot.StartAsync();

        var answers = await Task.WhenAll(
            Lines(bot)
                .Select(async l => (l.Name, Text: await bot.AskAccountAsync("o-" + l.Name.Replace(' ', '-'), l.Line)))
        );

        foreach (var (name, text) in answers)
            IsInChinese(name, text).ShouldBeTrue($"{name}: {text}");
        bot.Official.Violations.ShouldBeEmpty();
        bot.Errors.ShouldBeEmpty();
    }

    [Fact]
    public async Task A_button_runs_its_line_and_survives_a_restart()
    {
        await using var bot = await WeChatBot.StartAsync();
        var group = bot.WeCom.AddGroup("wr-1", "组会");
        await bot.AnswerAsync(group, bot.WeCom.Say("lihua", group, "/算 x^2 = 4"));
        var card = await WeChatBot.UntilAsync(() => Find(bot, group, m => m.Kind == "card"));
        await bot.StopAsync();
        await bot.StartAgainAsync();

        bot.WeCom.Press("wangwu", group, card, 0);
        var plotted = await WeChatBot.UntilAsync(() =>
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
    public async Task A_digest_is_subscribed_in_the_group()
    {
        await using var bot = await WeChatBot.StartAsync();
        var group = bot.WeCom.AddGroup("wr-1", "组会");

        var added = await bot.AnswerAsync(group, bot.WeCom.Say("lihua", group, "日报 订阅 cs.CL 每天8点半 北京时间"));

        added.Text.ShouldContain("cs.CL");
        added.Text.ShouldContain("8:30");
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
            await WeChatBot.UntilAsync(() =>
                bot.Official.SayAsync("oReader", "好了吗").Result is { } text
                && text.Contains("慢答案", StringComparison.Ordinal)
                    ? text
                    : null
            );
        var lines = await WeChatBot.UntilAsync(() =>
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
        await WeChatBot.UntilAsync(() => Find(bot, group, m => m is { Author: null, IsWhole: false }));

        await bot.StopAsync();
        bot.Slow.Go();
        await bot.StartAgainAsync();
        await WeChatBot.UntilAsync(() => Find(bot, group, m => m.Text.Contains("慢答案", StringComparison.Ordinal)));

        lock (bot.WeCom.Gate)
            group.Messages.Where(m => m.Author is null).ShouldHaveSingleItem().IsWhole.ShouldBeTrue();
    }

    [Fact]
    public async Task A_follower_is_told_what_the_bot_does()
    {
        await using var bot = await WeChatBot.StartAsync();

        var greeting = await bot.Official.SubscribeAsync("oNew", TestContext.Current.CancellationToken);

        greeting.ShouldNotBeNull().ShouldContain("论文");
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

    /// <summary>Each listed command as somebody would write it in Chinese.</summary>
    private static List<(string Name, string Line)> Lines(WeChatBot bot) =>
        [
            .. bot
                .Services.GetRequiredService<ICommandRouter>()
                .Specs.Where(spec => spec.Listed)
                .Select(spec =>
                    (spec.Name, $"/{spec.Aliases.FirstOrDefault(IsChinese) ?? spec.Name} {Arguments(spec.Name)}".Trim())
                ),
        ];

    /// <summary>A number, a formula and a citation are the same in every language.</summary>
    private static bool IsInChinese(string name, string text) =>
        name switch
        {
            "calc" => text.Contains("0.333", StringComparison.Ordinal),
            "cite" => text.Contains("@misc", StringComparison.Ordinal),
            "latex" => text.Contains("frac{1}{2}", StringComparison.Ordinal)
                || text.Contains("1/2", StringComparison.Ordinal),
            _ => IsChinese(text),
        };

    private static bool IsChinese(string text) => text.Any(c => c is >= '\u4e00' and <= '\u9fff');

    /// <summary>Arguments with which a command does something.</summary>
    private static string Arguments(string name) =>
        name switch
        {
            "paper" or "cite" or "related" => "1706.03762",
            "arxiv search" => "注意力 attention",
            "calc" => "1/3",
            "latex" => "\\frac{1}{2}",
            "digest add" => "cs.CL",
            "search" or "blog search" => "attention",
            _ => "",
        };
}
