using Microsoft.Extensions.DependencyInjection;
using PaperBot.Core.Commands;
using PaperBot.Host.Cli;
using PaperBot.Testing.Arxiv;
using PaperBot.Testing.Processes;
using PaperBot.Testing.WeChat.Campaigns;
using PaperBot.Testing.WeChat.Official;
using PaperBot.Testing.WeChat.Server;

namespace PaperBot.Tests.Platforms.WeChat;

/// <summary>Slices of the campaigns <c>wechat-conversations</c> and <c>wechat-kills</c>.</summary>
public sealed class CampaignSliceTests
{
    private const int Seed = 20261126;

    [Fact]
    public async Task No_question_is_unanswered_none_is_answered_twice_and_none_times_out_silently()
    {
        var token = TestContext.Current.CancellationToken;
        var folder = Directory.CreateTempSubdirectory("paperbot-wechat-slice");
        using var official = new OfficialSimulator
        {
            Callback = new Uri($"http://127.0.0.1:{HostProcess.FreePort()}/wechat/official"),
        };
        await using var arxiv = await ArxivSimulator.StartAsync();
        await using var server = await WeChatServer.StartAsync(official: official, cancellationToken: token);
        var settings = WeChatKills.Settings(server, arxiv, official.Callback.Port);
        settings["Storage:Directory"] = folder.FullName;
        settings["Web:Url"] = "http://127.0.0.1:0";
        settings["Logging:LogLevel:Default"] = "None";
        var app = ServeVerb.Build(
            CliArguments.Parse([.. settings.Select(pair => $"--{pair.Key}={pair.Value}")]),
            services => services.AddSingleton<ICommandHandler, SlowHandler>()
        );
        await app.StartAsync(token);

        // Shorter delays than the campaign's; the account's are still longer than its three tries together.
        var counts = await new WeChatConversations(server, Seed) { Longest = 17, AtOnce = 24 }.RunAsync(24, token);

        await app.StopAsync(token);
        await app.DisposeAsync();
        folder.Delete(recursive: true);
        counts.IsGood.ShouldBeTrue(counts.ToString());
        server.WeCom.Violations.ShouldBeEmpty();
        official.Violations.ShouldBeEmpty();
    }

    [Fact]
    public async Task A_killed_host_leaves_exactly_one_whole_answer_to_each_question()
    {
        var token = TestContext.Current.CancellationToken;
        var port = HostProcess.FreePort();
        using var official = new OfficialSimulator
        {
            Callback = new Uri($"http://127.0.0.1:{port}/wechat/official"),
            RetryPause = OfficialSimulator.Patience,
        };
        await using var arxiv = await ArxivSimulator.StartAsync();
        await using var server = await WeChatServer.StartAsync(official: official, cancellationToken: token);
        await using var host = new HostProcess(WeChatKills.Settings(server, arxiv, port));
        await host.StartAsync();

        var (pushes, streams) = await new WeChatKills(server, arxiv, host, Seed).RunAsync(0, 3, token);

        // On a busy machine the start may outlast the platform's tries: the answer comes none the less.
        (pushes with { Silent = 0 }).IsGood.ShouldBeTrue(pushes.ToString());
        streams.IsGood.ShouldBeTrue(streams.ToString());
    }
}
