using Microsoft.Extensions.Logging;
using PaperBot.Testing.Discord.World;

namespace PaperBot.Tests.Platforms.Discord;

/// <summary>Conversations in threads, forms, and the commands of a message's menu, in the whole bot.</summary>
public sealed class ConversationTests
{
    private const string Paper = "2511.99999";

    [Fact]
    public async Task A_question_opens_a_thread_in_which_a_form_and_mentions_go_on()
    {
        await using var bot = await DiscordBot.StartAsync();
        var (town, people) = (bot.Town, bot.People);
        var answer = await bot.RunAsync(
            town.Ada,
            town.Papers,
            "ask",
            ("paper", Paper),
            ("question", "How many violations did the baseline have?")
        );
        DiscordBot.Text(answer).ShouldContain("1,904");
        DiscordBot.Buttons(answer).ShouldContain("Ask further");
        var (thread, first) = await ThreadAsync(bot, town.Papers);
        thread.Id.ShouldBe(answer.Id);
        DiscordBot.Text(first).ShouldContain("does not give me messages that do not mention me");

        var opened = await people.PressLabel(town.Lin, first, "Ask further").Answered;
        var filled = await DiscordBot.AnswerAsync(people.Submit(opened, ("value", "How many callers are simulated?")));
        var said = people.Say(
            town.Lin,
            thread,
            $"<@{bot.Simulator.World.Bot.Id}> tell me of the median wait with batching"
        );
        var spoken = await ReplyToAsync(bot, thread, said);
        var bare = people.Say(town.Ada, thread, $"<@{bot.Simulator.World.Bot.Id}>");
        var hint = await ReplyToAsync(bot, thread, bare);

        DiscordBot.Text(filled).ShouldContain("48 callers");
        filled.Channel.ShouldBe(thread);
        DiscordBot.Text(spoken).ShouldContain("2.9 seconds");
        DiscordBot.Buttons(hint).ShouldContain("Ask further");
        Threads(bot, town.Papers).Count.ShouldBe(1);
        bot.Simulator.Log.Violations.ShouldBeEmpty();
    }

    [Fact]
    public async Task A_private_question_and_a_channel_without_the_right_open_no_thread()
    {
        await using var bot = await DiscordBot.StartAsync();
        var town = bot.Town;
        town.Talk.Overwrites[town.Guild.Id] = (0, Rights.None, Rights.CreatePublicThreads);
        var asked = ("question", (object)"How many callers are simulated?");

        var alone = await bot.RunAsync(town.Ada, town.Papers, "ask", ("paper", Paper), asked, ("private", true));
        var there = await bot.RunAsync(town.Lin, town.Talk, "ask", ("paper", Paper), asked);
        // The thread is asked for after the answer stands; once it was refused, the second is not even tried there.
        await DiscordBot.UntilAsync(() => bot.Logs.At(LogLevel.Warning).FirstOrDefault(l => l.Contains("No thread")));
        await bot.RunAsync(town.Ada, town.Talk, "ask", ("paper", Paper), asked);
        await bot.RunAsync(town.Ada, town.Talk, "about");

        alone.EphemeralFor.ShouldBe(town.Ada.Id);
        DiscordBot.Buttons(there).ShouldContain("追问");
        Threads(bot, town.Papers).ShouldBeEmpty();
        Threads(bot, town.Talk).ShouldBeEmpty();
        bot.Simulator.Log.Requests.Count(r => r.Path.EndsWith("/threads", StringComparison.Ordinal)).ShouldBe(1);
    }

    [Fact]
    public async Task The_menu_of_a_message_asks_about_its_paper_by_a_form_and_draws_its_formulas()
    {
        await using var bot = await DiscordBot.StartAsync();
        var (town, people) = (bot.Town, bot.People);
        var paper = people.Say(town.Ada, town.Talk, $"Has anybody read https://arxiv.org/abs/{Paper} ?");
        var formula = people.Say(town.Ada, town.Talk, "$\\frac{1}{2}$");
        var nothing = people.Say(town.Ada, town.Talk, "Good morning");

        var form = await people.RunOn(town.Lin, paper, "Ask about this paper").Answered;
        var asked = await DiscordBot.AnswerAsync(people.Submit(form, ("value", "How many callers are simulated?")));
        var drawn = await DiscordBot.AnswerAsync(people.RunOn(town.Ada, formula, "Render LaTeX"));
        var refused = await DiscordBot.AnswerWithTextAsync(people.RunOn(town.Ada, nothing, "Ask about this paper"));

        Wire.Text(form.Modal!["title"]).ShouldBe("/ask");
        DiscordBot.Text(asked).ShouldContain("48 callers");
        drawn.Components.ShouldContain(c => Wire.Number(c["type"]) == 12 || Wire.Text(c["content"]) != null);
        refused.EphemeralFor.ShouldBe(town.Ada.Id);
        bot.Simulator.Log.Violations.ShouldBeEmpty();
    }

    private static List<SimChannel> Threads(DiscordBot bot, SimChannel parent)
    {
        lock (bot.Simulator.World.Gate)
            return [.. bot.Simulator.World.Channels.Values.Where(channel => channel.Parent == parent)];
    }

    private static async Task<(SimChannel Thread, SimMessage First)> ThreadAsync(DiscordBot bot, SimChannel parent)
    {
        var first = await DiscordBot.UntilAsync(() =>
            Threads(bot, parent).SelectMany(thread => thread.Messages).FirstOrDefault()
        );
        return (first.Channel, first);
    }

    private static Task<SimMessage> ReplyToAsync(DiscordBot bot, SimChannel channel, SimMessage message) =>
        DiscordBot.UntilAsync(() =>
        {
            lock (bot.Simulator.World.Gate)
                return channel.Messages.FirstOrDefault(m =>
                    Wire.Text(m.Json["message_reference"]?["message_id"]) == $"{message.Id}"
                );
        });
}
