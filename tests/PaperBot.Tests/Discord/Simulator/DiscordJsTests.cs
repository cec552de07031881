using PaperBot.Testing;
using PaperBot.Testing.Discord;
using PaperBot.Testing.Discord.Schemas;
using PaperBot.Testing.Discord.Server;

namespace PaperBot.Tests.Discord.Simulator;

/// <summary>A simulator that only its own author's client accepts proves nothing.</summary>
public sealed class DiscordJsTests
{
    [Fact]
    public async Task An_unmodified_discord_js_goes_through_a_whole_flow()
    {
        NodeScripts.RequireNode();
        var token = TestContext.Current.CancellationToken;
        var simulator = new DiscordSimulator(options: new SimulatorOptions { HeartbeatInterval = 1500 });
        simulator.AddTown();
        await using var server = await SimulatorServer.StartAsync(simulator, cancellationToken: token);

        var (code, output) = await NodeScripts.Discord.RunAsync(
            "discordjs.mjs",
            [server.Url.AbsoluteUri, simulator.Options.Token],
            token
        );

        code.ShouldBe(0, output);
        output.ShouldEndWith("done\n");
        // discord.js itself sends some fields that the description does not name.
        simulator.Log.Violations.Where(v => !JsonSchema.IsUnknownProperty(v)).ShouldBeEmpty();
    }
}
