using Microsoft.Extensions.DependencyInjection;
using PaperBot.Core.Delivery;
using PaperBot.Core.Identity;
using PaperBot.Core.Replies;
using PaperBot.Testing.Discord.World;

namespace PaperBot.Tests.Platforms.Discord.Owners;

/// <summary>What owners lay down and hear of, in the whole bot.</summary>
public sealed class RulesTests
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_blocked_person_is_offered_nothing_gets_no_public_answer_and_sees_it_under_privacy()
    {
        await using var bot = await DiscordBot.StartAsync();
        var (town, people) = (bot.Town, bot.People);
        var me = bot.Simulator.World.Bot.Id;
        await bot.RunAsync(town.Ada, town.Papers, "settings", ("block", $"<@{town.Lin.Id}>"));

        var typed = people.Type(town.Lin, town.Papers, "paper", "paper", ("paper", "atten"));
        await typed.Answered;
        people.Say(town.Lin, town.Papers, $"<@{me}> 1706.03762");
        people.Say(town.Lin, town.Papers, $"<@{me}>");
        var refused = await DiscordBot.AnswerWithTextAsync(people.Run(town.Lin, town.Papers, "about"));
        var hers = people.Say(town.Ada, town.Papers, $"<@{me}>");
        await DiscordBot.UntilAsync(() => ReplyTo(bot, hers));
        SimChannel alone;
        lock (bot.Simulator.World.Gate)
            alone = bot.Simulator.World.DirectMessage(town.Lin);
        var kept = await bot.RunAsync(town.Lin, alone, "privacy run");

        typed.Choices.ShouldBeEmpty();
        refused.EphemeralFor.ShouldBe(town.Lin.Id);
        lock (bot.Simulator.World.Gate)
        {
            town.Papers.Messages.Count(m =>
                    m.Author.Id == me && m.Json["message_reference"] is not null && !m.IsEphemeral
                )
                .ShouldBe(1);
            alone.Messages.Count(m => m.Author.Id == me).ShouldBe(1);
        }
        DiscordBot.Text(kept).ShouldContain("屏蔽名单；只有它的管理者可以更改：1 条");
        bot.Simulator.Log.Violations.ShouldBeEmpty();
    }

    [Fact]
    public async Task A_channel_that_refuses_is_left_alone_and_the_owner_is_told_once()
    {
        await using var bot = await DiscordBot.StartAsync();
        var town = bot.Town;
        var there = new PlaceId("discord", $"{town.Talk.Id}");
        var rights = bot.Services.GetServices<IPlaceRights>().Single(r => r.Platform == "discord");
        (await rights.LookAsync(there, Cancel)).ShouldNotBeNull().Lacks.ShouldBeEmpty();
        town.Talk.Overwrites[town.Guild.Id] = (0, Rights.None, Rights.SendMessages | Rights.AttachFiles);
        town.Talk.Overwrites[town.Guild.Roles[1].Id] = (0, Rights.None, Rights.SendMessages | Rights.AttachFiles);

        var first = await PostAsync(bot, there, "a");
        var before = Posts(bot, town.Talk);
        await PostAsync(bot, there, "b");
        var told = await DiscordBot.UntilAsync(() => Alone(bot, town.Ada).FirstOrDefault());
        var seen = await rights.LookAsync(there, Cancel);
        Posts(bot, town.Talk).ShouldBe(before);
        // Something changes, and it is still closed: tried once more, told no second time.
        Changed(bot, town.Talk);
        await TryAgainAsync(bot, there, "c", _ => Posts(bot, town.Talk) > before);
        town.Talk.Overwrites.Clear();
        Changed(bot, town.Talk);
        await TryAgainAsync(bot, there, "d", result => result is DeliveryResult.Sent);

        first.ShouldBe(new DeliveryResult.Failed(DeliveryFailure.Forbidden, null));
        DiscordBot.Text(told).ShouldContain("I can no longer post in");
        DiscordBot.Text(told).ShouldContain(town.Talk.Name!);
        seen.ShouldNotBeNull().MayPost.ShouldBeFalse();
        seen.Lacks.Count.ShouldBe(2);
        Alone(bot, town.Ada).Count.ShouldBe(1);
        bot.Simulator.Log.Violations.ShouldBeEmpty();
    }

    private static Task<DeliveryResult> PostAsync(DiscordBot bot, PlaceId place, string key) =>
        bot
            .Services.GetServices<IOutbox>()
            .Single(o => o.Platform == "discord")
            .PostAsync(new Destination(place), Reply.Of("Good morning"), new DeliveryKey(key), Cancel);

    private static async Task TryAgainAsync(
        DiscordBot bot,
        PlaceId place,
        string key,
        Func<DeliveryResult, bool> isDone
    )
    {
        while (!isDone(await PostAsync(bot, place, key)))
            await Task.Delay(TimeSpan.FromMilliseconds(10), TimeProvider.System, Cancel);
    }

    private static int Posts(DiscordBot bot, SimChannel channel) =>
        bot.Simulator.Log.Requests.Count(r =>
            r.Method == "POST" && r.Path.EndsWith($"{channel.Id}/messages", StringComparison.Ordinal)
        );

    private static void Changed(DiscordBot bot, SimChannel channel)
    {
        lock (bot.Simulator.World.Gate)
            bot.Simulator.Hub.Dispatch("CHANNEL_UPDATE", channel.Guild!.Id, 1, _ => channel.ToJson());
    }

    private static List<SimMessage> Alone(DiscordBot bot, SimUser user)
    {
        lock (bot.Simulator.World.Gate)
            return [.. bot.Simulator.World.DirectMessage(user).Messages];
    }

    private static SimMessage? ReplyTo(DiscordBot bot, SimMessage message)
    {
        lock (bot.Simulator.World.Gate)
            return message.Channel.Messages.FirstOrDefault(m =>
                Wire.Text(m.Json["message_reference"]?["message_id"]) == $"{message.Id}"
            );
    }
}
