using PaperBot.Core.Models;
using PaperBot.Testing.Llm;
using PaperBot.Testing.Time;
using PaperBot.Testing.WeChat.Official;
using PaperBot.Testing.WeChat.WeCom;

namespace PaperBot.Tests.Platforms.WeChat;

/// <summary>A real FAQ, written by a model that takes its time: more than 40 s on each door, by a clock of the test's.</summary>
public sealed class SlowFaqTests
{
    private const string Paper = "2511.99999";
    private const string Partial = "论文写道";

    private static readonly TimeSpan Slow = TimeSpan.FromSeconds(40);

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task In_WeCom_it_grows_in_place_and_ends_whole(bool isGroup)
    {
        var clock = new ManualTimeProvider();
        await using var model = await ModelAsync(clock);
        if (isGroup)
            model.Pause *= PromptNames.FaqQuestions.Count;
        await using var bot = await StartAsync(model, clock);
        var chat = isGroup ? bot.WeCom.AddGroup("wr-1", "组会") : bot.WeCom.DirectChat("lihua");
        var began = clock.GetTimestamp();
        var seen = new List<string>();

        var question = bot.WeCom.Say("lihua", chat, $"六问 {Paper}");
        var answer = await bot.WaitAsync(() => Look(bot, chat, question, seen));
        var took = clock.GetElapsedTime(began);

        took.ShouldBeGreaterThan(Slow);
        seen.ShouldContain(text =>
            !text.Contains(Partial, StringComparison.Ordinal) && text.Contains(" 秒", StringComparison.Ordinal)
        );
        var partial = seen.Where(text => text.Contains(Partial, StringComparison.Ordinal)).ToList();
        partial.Count.ShouldBeGreaterThan(5);
        partial.ShouldAllBe(text => text.Contains(" 秒", StringComparison.Ordinal));
        // Where others read along it is one answer with buttons for the others.
        IsWhole(answer.Text, isGroup ? 1 : 6).ShouldBeTrue(answer.Text);
        lock (bot.WeCom.Gate)
            chat.Messages.Count(message => message.Author is null && message.Kind is "stream" or "markdown")
                .ShouldBe(1);
        model.Journal.Count.ShouldBe(isGroup ? 1 : PromptNames.FaqQuestions.Count);
        bot.WeCom.Violations.ShouldBeEmpty();
        bot.Errors.ShouldBeEmpty();
        TestContext.Current.TestOutputHelper!.WriteLine(
            $"{took.TotalSeconds:N1} s\n{seen[0]}\n----\n{partial[^1]}\n----\n{answer.Text}"
        );
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task In_the_account_it_is_announced_and_comes_once(bool isVerified)
    {
        var clock = new ManualTimeProvider();
        await using var model = await ModelAsync(clock);
        await using var bot = await StartAsync(model, clock, isVerified);
        var began = clock.GetTimestamp();

        var asking = bot.Official.SayAsync("oReader", $"六问 {Paper}", TestContext.Current.CancellationToken);
        await bot.WaitAsync(() => asking.IsCompleted ? this : null);
        var told = (await asking).ShouldNotBeNull();
        if (isVerified)
            await bot.WaitAsync(() => Said(bot).FirstOrDefault(line => IsFaq(line.Text)));
        else
            while (!Said(bot).Any(line => IsFaq(line.Text)))
                await bot.AskAccountAsync("oReader", "继续", mayWait: true);
        var took = clock.GetElapsedTime(began);
        // What came twice would come a little later.
        var later = clock.GetUtcNow() + TimeSpan.FromSeconds(40);
        await bot.WaitAsync(() => clock.GetUtcNow() >= later ? this : null);

        told.ShouldContain(" 秒");
        // That the account is verified is known from the first message that WeChat took.
        told.ShouldContain("取回答案");
        took.ShouldBeGreaterThan(Slow);
        var answer = Said(bot).Where(line => IsFaq(line.Text)).ShouldHaveSingleItem();
        answer.Way.ShouldBe(isVerified ? "custom" : "passive");
        answer.Text.ShouldContain("https://papers.example/");
        answer.Text.ShouldContain("AI 生成");
        Said(bot).ShouldNotContain(line => line.Way == "failed");
        model.Journal.Count.ShouldBe(PromptNames.FaqQuestions.Count);
        bot.Official.Violations.ShouldBeEmpty();
        bot.Errors.ShouldBeEmpty();
        TestContext.Current.TestOutputHelper!.WriteLine(
            string.Join("\n----\n", Said(bot).Select(line => $"{line.Way}: {line.Text}"))
        );
    }

    /// <summary>Notes what stands there, and gives it when it is whole.</summary>
    private static SimMessage? Look(WeChatBot bot, SimChat chat, SimMessage question, List<string> seen)
    {
        lock (bot.WeCom.Gate)
        {
            var stream = chat.Messages.FirstOrDefault(m => m.Answers == question.Id && m.Kind == "stream");
            if (stream is null || stream.IsWhole)
                return stream;
            if (seen.Count == 0 || seen[^1] != stream.Text)
                seen.Add(stream.Text);
            return null;
        }
    }

    private static List<OfficialLine> Said(WeChatBot bot)
    {
        lock (bot.Official.Gate)
            return [.. bot.Official.UserOf("oReader").Lines.Where(line => line.Author is null)];
    }

    private static bool IsFaq(string text) => text.Contains("papers.example/", StringComparison.Ordinal);

    /// <summary>So many questions, each with an answer and marked as a model's, and nothing of how far it is.</summary>
    private static bool IsWhole(string text, int questions) =>
        Enumerable.Range(1, questions).All(number => text.Contains($"{number}. ", StringComparison.Ordinal))
        && text.Split(Partial).Length > questions
        && text.Split("AI 生成").Length == questions + 1
        && !text.Contains(" 秒）", StringComparison.Ordinal);

    private static async Task<ModelSimulator> ModelAsync(ManualTimeProvider clock)
    {
        var model = await ModelSimulator.StartAsync(time: clock);
        model.Pause = TimeSpan.FromMilliseconds(150);
        return model;
    }

    private static Task<WeChatBot> StartAsync(ModelSimulator model, ManualTimeProvider clock, bool isVerified = true) =>
        WeChatBot.StartAsync(isVerified, clock, "--Llm:Model=simulated", $"--Llm:Endpoint={model.Endpoint}");
}
