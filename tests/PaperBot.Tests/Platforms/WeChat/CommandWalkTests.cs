using Microsoft.Extensions.DependencyInjection;
using PaperBot.Core.Commands;
using PaperBot.Testing;
using PaperBot.Testing.Blogs;
using PaperBot.Testing.Llm;
using PaperBot.Testing.Time;
using PaperBot.Testing.WeChat.WeCom;
using PaperBot.Tests.Handlers;

namespace PaperBot.Tests.Platforms.WeChat;

/// <summary>Every command of the bot in a WeCom group and in an official account, as a Chinese reader writes it.</summary>
public sealed class CommandWalkTests
{
    private const string Reader = "oLihua";

    /// <summary>Stands for the blog's address, and for its name.</summary>
    private const string Address = "{address}";
    private const string Blog = "{blog}";

    /// <summary>In this order, because some need what others made.</summary>
    private static readonly (string Name, string Line)[] Walk =
    [
        ("about", "/关于"),
        ("help", "帮助"),
        ("help", "/帮助 论文"),
        ("status", "/状态"),
        ("usage", "/用量"),
        ("paper", "1706.03762"),
        ("paper", "论文 1706.03762 1708.05031"),
        ("cite", "引用 1706.03762 格式:gbt7714"),
        ("cite", "引用 1706.03762 1708.05031"),
        ("related", "相关 1706.03762"),
        ("arxiv search", "搜论文 attention"),
        ("arxiv new", "今日 cs.LG"),
        ("calc", "=1/3"),
        ("calc", "算 积分(x^2, x, 0, 1)"),
        ("calc", "算 plot(sin(x), x, 0, 10)"),
        ("latex", "公式 \\frac{1}{2} + \\sum_{i=1}^{n} \\frac{x_i}{\\sqrt{y_i}}"),
        ("faq", "六问 2511.99999"),
        ("faq", "六问 2511.99999 问题:3"),
        ("ask", "问 2511.99999 基线出现了多少次违规？"),
        ("translate", "翻译 2511.99999"),
        ("upload", "上传"),
        ("vote", "投票 1706.03762 票:赞"),
        ("save", "收藏 1706.03762 1708.05031"),
        ("saved", "收藏夹"),
        ("saved export", "导出收藏 格式:bibtex"),
        ("saved remove", "取消收藏 1706.03762"),
        ("digest add", "日报 订阅 cs.LG 每天8点半 北京时间"),
        ("digest list", "日报 列表"),
        ("digest edit", "日报 修改 摘要数:3"),
        ("digest preview", "日报 预览"),
        ("digest show", "日报 查看"),
        ("digest why", "日报 为什么 1706.03762"),
        ("digest top", "日报 排行 时段:week"),
        ("digest pause", "日报 暂停"),
        ("digest resume", "日报 恢复"),
        ("digest status", "日报 状态"),
        ("digest remove", "日报 退订"),
        ("blog source add", "博客 添加 " + Address),
        ("blog sources", "博客 列表"),
        ("blog source refresh", "博客 来源 刷新 " + Blog),
        ("blog source pause", "博客 来源 暂停 " + Blog),
        ("blog source resume", "博客 来源 恢复 " + Blog),
        ("blog watch", "博客 关注 " + Blog),
        ("blog unwatch", "取消关注博客 " + Blog),
        ("blog", "/博客"),
        ("blog new", "博客 最新"),
        ("blog read", "读博客 1"),
        ("blog popular", "博客 热门"),
        ("blog random", "博客 随机"),
        ("blog search", "搜博客 attention"),
        ("blog related", "博客 相关 1"),
        ("blog series", "博客 系列 1"),
        ("blog tags", "博客 标签"),
        ("search", "搜 attention"),
        ("blog source remove", "博客 来源 移除 " + Blog),
        ("me", "我的 时区:北京"),
        ("settings", "/设置 时区:Asia/Shanghai"),
        ("privacy", "隐私"),
        ("privacy erase", "隐私 删除 确认:是"),
    ];

    /// <summary>What says honestly that there is nothing to show, or that a door cannot do it.</summary>
    private static readonly HashSet<string> MayRefuse = ["digest show not_found", "blog series not_found"];

    /// <summary>An account takes no files, and nothing can be posted to it.</summary>
    private static readonly string[] NotInAnAccount =
    [
        "none user_input",
        "digest add refused",
        "digest list not_found",
        "digest edit not_found",
        "digest preview not_found",
        "digest why not_found",
        "digest pause not_found",
        "digest resume not_found",
        "digest remove not_found",
        "blog watch refused",
        "blog unwatch not_found",
    ];

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Every_command_answers_in_a_WeCom_group()
    {
        var clock = new ManualTimeProvider();
        await using var model = await ModelSimulator.StartAsync();
        await using var blog = await BlogSimulator.StartAsync(new BlogPlan(3));
        await using var bot = await StartAsync(model, clock);
        using var kinds = new AnsweredKinds(bot.Services);
        var group = bot.WeCom.AddGroup("wr-walk", "组会");
        var pdf = await File.ReadAllBytesAsync(TestData.Require("04-pdf", "real", "icml03-081.pdf"), Cancel);

        foreach (var (name, line) in Walk)
        {
            if (name == "upload")
            {
                var sent = bot.WeCom.SendFile("lihua", group, "file", pdf);
                await bot.AnswerAsync(group, sent);
            }
            var question = bot.WeCom.Say("lihua", group, Real(line, blog));
            var answer = await bot.AnswerAsync(group, question);
            // A minute later, because a group takes thirty messages a minute; pictures and buttons come meanwhile.
            await PassAsync(bot, clock, TimeSpan.FromSeconds(6));
            IsInChinese(answer.Text).ShouldBeTrue($"{line}: {answer.Text}");
            lock (bot.WeCom.Gate)
                Show(line, group.Messages.SkipWhile(m => m != question).Skip(1).Select(Text));
        }

        Check(bot, kinds, MayRefuse);
        bot.WeCom.Violations.ShouldBeEmpty();
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Every_command_answers_in_an_official_account(bool isVerified)
    {
        var clock = new ManualTimeProvider();
        await using var model = await ModelSimulator.StartAsync();
        await using var blog = await BlogSimulator.StartAsync(new BlogPlan(3));
        await using var bot = await StartAsync(model, clock, isVerified);
        using var kinds = new AnsweredKinds(bot.Services);
        var user = bot.Official.UserOf(Reader);

        foreach (var (name, line) in Walk)
        {
            int before;
            lock (bot.Official.Gate)
                before = user.Lines.Count + 1;
            var answer = await bot.AskAccountAsync(Reader, Real(line, blog));
            await PassAsync(bot, clock, TimeSpan.FromSeconds(2));
            lock (bot.Official.Gate)
                answer = string.Join('\n', user.Lines.Skip(before).Where(l => l.Author is null).Select(l => l.Text));
            IsInChinese(answer).ShouldBeTrue($"{line}: {answer}");
            answer.ShouldNotContain("**", Case.Sensitive, name);
            answer.ShouldNotContain("](", Case.Sensitive, name);
            lock (bot.Official.Gate)
                Show(line, user.Lines.Skip(before).Select(l => $"({l.Way}) {l.Text}"));
        }

        Check(bot, kinds, [.. MayRefuse, .. NotInAnAccount]);
        bot.Official.Violations.ShouldBeEmpty();
    }

    private static Task<WeChatBot> StartAsync(ModelSimulator model, ManualTimeProvider clock, bool isVerified = true) =>
        WeChatBot.StartAsync(
            isVerified,
            clock,
            "--Llm:Model=simulated",
            $"--Llm:Endpoint={model.Endpoint}",
            "--Blogs:AllowPrivateAddresses=true",
            "--Blogs:Interval=00:00:00.02"
        );

    private static void Check(WeChatBot bot, AnsweredKinds kinds, IReadOnlyCollection<string> mayRefuse)
    {
        var listed = bot.Services.GetRequiredService<ICommandRouter>().Specs.Where(spec => spec.Listed);
        Walk.Select(step => step.Name).Distinct().Order().ShouldBe(listed.Select(spec => spec.Name).Order());
        kinds
            .All.Where(kind => !kind.EndsWith(" ok", StringComparison.Ordinal) && !mayRefuse.Contains(kind))
            .ShouldBeEmpty();
        bot.Errors.ShouldBeEmpty();
    }

    private static async Task PassAsync(WeChatBot bot, ManualTimeProvider clock, TimeSpan time)
    {
        var end = clock.GetUtcNow() + time;
        await bot.WaitAsync(() => clock.GetUtcNow() >= end ? bot : null);
    }

    private static string Real(string line, BlogSimulator blog) =>
        line.Replace(Address, blog.Address.AbsoluteUri, StringComparison.Ordinal)
            .Replace(Blog, $"{blog.Address.Host}-{blog.Address.Port}", StringComparison.Ordinal);

    private static string Text(SimMessage message) =>
        message.Card is { } card
            ? $"[{message.Text}] "
                + string.Join(" | ", card["button_list"]!.AsArray().Select(button => (string?)button!["text"]))
            : $"({message.Kind}) {message.Text}";

    private static void Show(string line, IEnumerable<string> said) =>
        TestContext.Current.TestOutputHelper!.WriteLine($"==== {line}\n{string.Join("\n----\n", said)}\n");

    /// <summary>A number and a citation are the same in every language.</summary>
    private static bool IsInChinese(string text) =>
        text.Any(c => c is >= '\u4e00' and <= '\u9fff')
        || text.Contains("0.333", StringComparison.Ordinal)
        || text.Contains("@misc", StringComparison.Ordinal)
        || text.Contains("[EB/OL]", StringComparison.Ordinal)
        || text.Contains("\\frac{1}{2}", StringComparison.Ordinal);
}
