using PaperBot.Testing;
using PaperBot.Testing.WeChat.Server;
using PaperBot.Testing.WeChat.WeCom;

namespace PaperBot.Tests.Platforms.WeChat.WeCom;

/// <summary>A simulator that only its own author's client accepts proves nothing.</summary>
public sealed class AibotSdkTests
{
    [Fact]
    public async Task The_unmodified_official_client_goes_through_a_whole_flow()
    {
        NodeScripts.RequireNode();
        var token = TestContext.Current.CancellationToken;
        var simulator = new WeComSimulator();
        simulator.AddGroup("wr-group", "组会");
        await using var server = await WeChatServer.StartAsync(simulator, cancellationToken: token);

        var (code, output) = await NodeScripts.WeCom.RunAsync(
            "aibot.mjs",
            [server.Url.AbsoluteUri, server.SocketUrl.AbsoluteUri, simulator.BotId, simulator.Secret],
            token
        );

        code.ShouldBe(0, output);
        output.ShouldEndWith("done\n");
        simulator.Violations.ShouldBeEmpty();
    }
}
