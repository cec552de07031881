using PaperBot.Discord;
using PaperBot.Testing.Discord;

namespace PaperBot.Tests.Discord.Simulator;

/// <summary>A short slice of the campaign <c>discord-load</c>: counts only, because times depend on the machine.</summary>
public sealed class LoadTests
{
    [Fact]
    public async Task Every_interaction_of_many_at_once_is_acknowledged()
    {
        var token = TestContext.Current.CancellationToken;
        await using var bot = await Bot.StartAsync(
            (self, interaction) =>
                self.Client.Interactions.RespondAsync(
                    interaction,
                    InteractionResponse.Reply(new InteractionMessage { Content = "Here is the answer." }),
                    cancellationToken: token
                )
        );
        var application = await bot.Client.Applications.GetMeAsync(token);
        ApplicationCommand echo = new() { Name = "echo", Description = "Answers at once" };
        await bot.Client.Applications.OverwriteCommandsAsync(application.Id, [echo], token);

        var load = new InteractionLoad(bot.Simulator, [bot.Town.Ada, bot.Town.Lin], bot.Town.Papers);
        var figures = await load.AtOnceAsync("echo", 300, 50, token);

        figures.Answered.ShouldBe(300);
        bot.Simulator.Log.Requests.Count(request => request.Path.EndsWith("/callback", StringComparison.Ordinal))
            .ShouldBe(300);
        bot.Simulator.Log.Violations.ShouldBeEmpty();
    }
}
