using Microsoft.Extensions.DependencyInjection;
using PaperBot.Core.Models;
using PaperBot.Core.Texts;
using PaperBot.Testing.Arxiv;
using PaperBot.Testing.Discord.World;
using PaperBot.Testing.Llm;

namespace PaperBot.Tests.Platforms.Discord;

/// <summary>A model's answers in the simulated Discord, as they come.</summary>
public sealed class StreamedAnswerTests
{
    private const string Paper = "2511.99999";

    [Fact]
    public async Task A_question_and_a_FAQ_are_shown_as_they_are_written_within_Discords_limits()
    {
        await using var model = await ModelSimulator.StartAsync();
        model.Pause = TimeSpan.FromMilliseconds(60);
        await using var bot = await StartAsync(model);

        var asked = bot.People.Run(
            bot.Town.Ada,
            bot.Town.Papers,
            "ask",
            ("paper", Paper),
            ("question", "How many violations did the baseline have?")
        );
        var begun = await SeenAsync(asked, "The paper says");
        var answer = await DiscordBot.AnswerAsync(asked);
        var faq = bot.People.Run(
            bot.Town.Ada,
            bot.Simulator.World.DirectMessage(bot.Town.Ada),
            "faq",
            ("paper", Paper)
        );
        var third = await SeenAsync(faq, "Writing the answer to question 3");
        var all = await DiscordBot.AnswerAsync(faq);

        begun.ShouldNotContain("AI-generated");
        DiscordBot.Text(answer).ShouldContain("AI-generated");
        third.ShouldContain("The paper says");
        third.Length.ShouldBeLessThan(4_000);
        all.Edits.ShouldBeGreaterThan(1);
        model.Journal.Count.ShouldBe(1 + PromptNames.FaqQuestions.Count);
        bot.Simulator.Log.Violations.ShouldBeEmpty();
    }

    [Fact]
    public async Task A_button_of_the_FAQ_shows_its_answer_in_place_as_it_is_written()
    {
        await using var model = await ModelSimulator.StartAsync();
        await using var bot = await StartAsync(model);
        var first = await bot.RunAsync(bot.Town.Ada, bot.Town.Papers, "faq", ("paper", Paper));
        model.Pause = TimeSpan.FromMilliseconds(60);

        var pressed = bot.People.PressLabel(bot.Town.Ada, first, "Method");
        var begun = await DiscordBot.UntilAsync(() =>
            Text(first).Contains("The paper says", StringComparison.Ordinal)
            && Text(first).Contains("Writing the answer", StringComparison.Ordinal)
                ? Text(first)
                : null
        );
        await DiscordBot.UntilAsync(() => DiscordBot.Buttons(first).Contains("▸ Method") ? first : null);

        begun.ShouldContain("3. How does the paper solve the problem?");
        pressed.FollowUps.ShouldBeEmpty();
        DiscordBot.Text(first).ShouldContain("AI-generated");
        model.Journal.Count.ShouldBe(2);
        bot.Simulator.Log.Violations.ShouldBeEmpty();
    }

    [Fact]
    public async Task What_stood_there_comes_back_when_there_is_no_answer()
    {
        await using var model = await ModelSimulator.StartAsync();
        await using var bot = await StartAsync(
            model,
            "--Documents:Interval=00:00:00.02",
            "--Documents:AttemptTimeout=00:00:02",
            "--Documents:TotalTimeout=00:00:05"
        );
        await bot
            .Services.GetRequiredService<IAnswerStore>()
            .KeepAsync(
                new("2401.00007v2", "faq:problem", Locale.English, "simulated", "1", "Kept.", DateTimeOffset.UnixEpoch),
                TestContext.Current.CancellationToken
            );
        model.Always(ModelFault.Hang);
        var first = await bot.RunAsync(bot.Town.Ada, bot.Town.Papers, "paper", ("paper", "2401.00007"));
        bot.Arxiv.Always(ArxivFaults.Known["stall"]);
        first = await bot.RunAsync(bot.Town.Ada, bot.Town.Papers, "faq", ("paper", "2401.00007"));
        var before = Text(first);

        var pressed = bot.People.PressLabel(bot.Town.Ada, first, "Method");
        await DiscordBot.UntilAsync(() => pressed.FollowUps.Count > 0 ? pressed : null);

        before.ShouldContain("Kept.");
        Text(first).ShouldBe(before);
        DiscordBot.Buttons(first).ShouldContain("Method");
        bot.Simulator.Log.Violations.ShouldBeEmpty();
    }

    private static Task<DiscordBot> StartAsync(ModelSimulator model, params IReadOnlyList<string> more) =>
        DiscordBot.StartAsync(["--Llm:Model=simulated", $"--Llm:Endpoint={model.Endpoint}", .. more]);

    private static string Text(SimMessage message) => DiscordBot.Text(message);

    private static Task<string> SeenAsync(SimInteraction asked, string part) =>
        DiscordBot.UntilAsync(() =>
            asked.Original is { IsLoading: false } message && Text(message).Contains(part, StringComparison.Ordinal)
                ? Text(message)
                : null
        );
}
