using System.Text.Json.Nodes;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using PaperBot.Core.Delivery;
using PaperBot.Core.Identity;
using PaperBot.Core.Replies;
using PaperBot.Testing.Discord.World;

namespace PaperBot.Tests.Platforms.Discord;

/// <summary>The bot as people meet it in Discord: every request is held against Discord's own description.</summary>
public sealed class WholeBotDiscordTests
{
    [Fact]
    public async Task A_paper_is_looked_up_in_the_readers_language()
    {
        await using var bot = await DiscordBot.StartAsync();

        var english = await bot.RunAsync(bot.Town.Ada, bot.Town.Papers, "paper", ("paper", "1706.03762"));
        var chinese = await bot.RunAsync(bot.Town.Lin, bot.Town.Papers, "paper", ("paper", "1706.03762"));

        DiscordBot.Text(english).ShouldContain("Attention");
        DiscordBot.Text(english).ShouldContain("Computation and Language");
        DiscordBot.Text(chinese).ShouldContain("计算与语言");
        DiscordBot.Buttons(chinese).ShouldContain("删除");
        english.IsEphemeral.ShouldBeFalse();
        bot.Simulator.Log.Violations.ShouldBeEmpty();
    }

    [Fact]
    public async Task A_mistake_is_told_to_its_author_alone()
    {
        await using var bot = await DiscordBot.StartAsync();

        var wrong = await bot.RunAsync(
            bot.Town.Ada,
            bot.Town.Papers,
            "cite",
            ("papers", "1706.03762"),
            ("format", "nonsense")
        );
        var secret = await bot.RunAsync(
            bot.Town.Ada,
            bot.Town.Papers,
            "paper",
            ("paper", "1706.03762"),
            ("private", true)
        );

        wrong.EphemeralFor.ShouldBe(bot.Town.Ada.Id);
        secret.EphemeralFor.ShouldBe(bot.Town.Ada.Id);
    }

    [Fact]
    public async Task A_button_runs_its_line_and_survives_a_restart()
    {
        await using var bot = await DiscordBot.StartAsync();
        var card = await bot.RunAsync(bot.Town.Ada, bot.Town.Papers, "paper", ("paper", "1706.03762"));
        await bot.StopAsync();
        await bot.StartAgainAsync();

        var cited = await DiscordBot.AnswerAsync(bot.People.PressLabel(bot.Town.Lin, card, "Cite"));

        DiscordBot.Text(cited).ShouldContain("@");
        cited.Id.ShouldNotBe(card.Id);
        // A program that starts again within five seconds cannot know that it identified just now; Discord refuses and
        // the client waits.
        bot.Simulator.Log.Violations.Where(v => v != "gateway: identified twice within five seconds").ShouldBeEmpty();
    }

    [Fact]
    public async Task Only_the_asker_and_moderators_delete_an_answer()
    {
        await using var bot = await DiscordBot.StartAsync();
        var card = await bot.RunAsync(bot.Town.Lin, bot.Town.Papers, "calc", ("input", "1/3"));
        var other = bot.Town.Lin;
        var mine = await bot.RunAsync(bot.Town.Ada, bot.Town.Papers, "calc", ("input", "2/3"));

        var refused = await DiscordBot.AnswerWithTextAsync(bot.People.PressLabel(other, mine, "Delete"));
        await bot.People.PressLabel(bot.Town.Ada, card, "删除").Answered;
        await DiscordBot.UntilAsync(() => bot.Town.Papers.Messages.Contains(card) ? null : card);

        refused.EphemeralFor.ShouldBe(other.Id);
        bot.Town.Papers.Messages.ShouldContain(mine);
        bot.Simulator.Log.Violations.ShouldBeEmpty();
    }

    [Fact]
    public async Task A_long_answer_is_one_message_whose_pages_turn()
    {
        await using var bot = await DiscordBot.StartAsync();
        var first = await bot.RunAsync(bot.Town.Ada, bot.Town.Papers, "paper", ("paper", Many(20)));
        DiscordBot.Buttons(first).ShouldContain(label => label.StartsWith('▶'), DiscordBot.Text(first));
        var before = DiscordBot.Text(first);

        await bot.People.PressLabel(bot.Town.Ada, first, "▶ 2/" + Pages(first)).Answered;
        await DiscordBot.UntilAsync(() => DiscordBot.Text(first) != before ? first : null);
        var copy = await DiscordBot.AnswerWithTextAsync(
            bot.People.PressLabel(bot.Town.Lin, first, "◀ 1/" + Pages(first))
        );

        copy.EphemeralFor.ShouldBe(bot.Town.Lin.Id);
        DiscordBot.Text(copy).ShouldBe(before);
        bot.Simulator.Log.Violations.ShouldBeEmpty();
    }

    [Fact]
    public async Task Completion_offers_what_the_specs_offer()
    {
        await using var bot = await DiscordBot.StartAsync();

        var typed = bot.People.Type(bot.Town.Ada, bot.Town.Papers, "paper", "paper", ("paper", "atten"));
        await typed.Answered;

        typed.Choices.ShouldNotBeEmpty();
        bot.Simulator.Log.Violations.ShouldBeEmpty();
    }

    [Fact]
    public async Task Mentions_direct_messages_and_menus_are_answered()
    {
        await using var bot = await DiscordBot.StartAsync();
        var (people, papers) = (bot.People, bot.Town.Papers);
        var me = bot.Simulator.World.Bot.Id;

        var asked = people.Say(bot.Town.Ada, papers, $"<@{me}> what about 1706.03762 ?");
        var answer = await ReplyToAsync(bot, papers, asked);
        var bare = people.Say(bot.Town.Ada, papers, $"<@{me}>");
        var hint = await ReplyToAsync(bot, papers, bare);
        var direct = people.SayDirectly(bot.Town.Lin, "=1/3");
        var number = await ReplyToAsync(bot, direct.Channel, direct);
        var menu = await DiscordBot.AnswerAsync(people.RunOn(bot.Town.Lin, asked, "Look up papers here"));

        DiscordBot.Text(answer).ShouldContain("Attention");
        DiscordBot.Text(hint).ShouldContain("arXiv");
        DiscordBot.Text(number).ShouldContain("0.333");
        DiscordBot.Text(menu).ShouldContain("Attention");
        people.Say(bot.Town.Ada, papers, "nothing for the bot 1706.03762");
        bot.Simulator.Log.Violations.ShouldBeEmpty();
    }

    [Fact]
    public async Task A_post_of_the_bots_own_is_seen_once_and_a_closed_channel_is_told()
    {
        await using var bot = await DiscordBot.StartAsync();
        var outbox = bot.Services.GetServices<IOutbox>().Single(o => o.Platform == "discord");
        var there = new Destination(new PlaceId("discord", $"{bot.Town.Talk.Id}"));
        var gone = new Destination(new PlaceId("discord", "12345"));
        var token = TestContext.Current.CancellationToken;

        var first = await outbox.PostAsync(there, Reply.Of("Good morning @everyone <@1>"), new("k"), token);
        var again = await outbox.PostAsync(there, Reply.Of("Good morning @everyone <@1>"), new("k"), token);
        var closed = await outbox.PostAsync(gone, Reply.Of("x"), new("l"), token);

        again.ShouldBe(first);
        bot.Town.Talk.Messages.Count.ShouldBe(1);
        bot.Town.Talk.Messages[0].Notified.ShouldBeEmpty();
        closed.ShouldBeOfType<DeliveryResult.Failed>().RetryAt.ShouldBeNull();
        bot.Simulator.Log.Violations.ShouldBeEmpty();
    }

    [Fact]
    public async Task Neither_the_token_nor_what_people_write_is_logged_above_trace()
    {
        await using var bot = await DiscordBot.StartAsync();
        const string secret = "zebrasecret";

        await bot.RunAsync(bot.Town.Ada, bot.Town.Papers, "arxiv search", ("query", secret));
        bot.Arxiv.Always(PaperBot.Testing.Arxiv.ArxivFaults.Known["stall"]);
        await bot.RunAsync(bot.Town.Ada, bot.Town.Papers, "calc", ("input", secret));

        var lines = bot.Logs.At(LogLevel.Debug).Concat(bot.Logs.Lines.Select(l => l.Exception?.ToString() ?? ""));
        lines.ShouldAllBe(line => !line.Contains(secret, StringComparison.Ordinal));
        bot.Logs.Lines.Select(l => l.Text)
            .ShouldAllBe(line => !line.Contains(bot.Simulator.Options.Token, StringComparison.Ordinal));
    }

    [Fact]
    public async Task Commands_are_registered_again_only_when_they_changed()
    {
        await using var bot = await DiscordBot.StartAsync();
        await bot.StopAsync();
        await bot.StartAgainAsync();

        bot.Simulator.Log.Requests.Count(request =>
                request.Method == "PUT" && request.Path.EndsWith("/commands", StringComparison.Ordinal)
            )
            .ShouldBe(1);
        var paper = bot.Simulator.World.Commands[0].Single(c => Wire.Text(c["name"]) == "paper");
        foreach (var tag in (string[])["en-US", "en-GB", "zh-CN", "zh-TW"])
            Wire.Text(((JsonObject)paper["description_localizations"]!)[tag]).ShouldNotBeNullOrEmpty();
    }

    private static Task<SimMessage> ReplyToAsync(DiscordBot bot, SimChannel channel, SimMessage message) =>
        DiscordBot.UntilAsync(() =>
        {
            lock (bot.Simulator.World.Gate)
                return channel.Messages.FirstOrDefault(m =>
                    Wire.Text(m.Json["message_reference"]?["message_id"]) == $"{message.Id}"
                );
        });

    private static string Many(int count) =>
        string.Join(' ', Enumerable.Range(1, count).Select(i => FormattableString.Invariant($"2401.{i:00000}")));

    private static string Pages(SimMessage message) =>
        DiscordBot.Buttons(message).First(label => label.StartsWith('▶')).Split('/')[1];
}
