using System.Globalization;
using Microsoft.Extensions.DependencyInjection;
using PaperBot.Core.Commands;
using PaperBot.Host.Cli;
using PaperBot.Testing.Arxiv;
using PaperBot.Testing.Processes;
using PaperBot.Testing.WeChat.Campaigns;
using PaperBot.Testing.WeChat.Official;
using PaperBot.Testing.WeChat.Server;

namespace PaperBot.Benchmarks.Campaigns;

/// <summary>
/// <c>wechat-conversations [count] [seed]</c>: 1,000 conversations on every door of WeChat. <c>wechat-kills [rounds]
/// [people] [seed]</c>: the host killed in the middle of pushes and streamed replies, 100 of each.
/// </summary>
internal static class WeChatCampaigns
{
    private const int Seed = 20261126;

    public static async Task<int> TalkAsync(string[] arguments)
    {
        var count = Number(arguments, 0, 1_000);
        var seed = Number(arguments, 1, Seed);
        var folder = Directory.CreateTempSubdirectory("paperbot-wechat-campaign-");
        using var official = new OfficialSimulator
        {
            Callback = new Uri($"{Local(HostProcess.FreePort())}/wechat/official"),
        };
        await using var arxiv = await ArxivSimulator.StartAsync();
        await using var server = await WeChatServer.StartAsync(official: official);
        var settings = WeChatKills.Settings(server, arxiv, official.Callback.Port);
        settings["Storage:Directory"] = folder.FullName;
        settings["Web:Url"] = Local(0);
        settings["Logging:LogLevel:Default"] = "Error";
        var began = TimeProvider.System.GetTimestamp();
        var app = ServeVerb.Build(
            CliArguments.Parse([.. settings.Select(pair => $"--{pair.Key}={pair.Value}")]),
            services => services.AddSingleton<ICommandHandler, SlowHandler>()
        );
        await app.StartAsync();
        var counts = await new WeChatConversations(server, seed).RunAsync(count, CancellationToken.None);
        await app.StopAsync();
        await app.DisposeAsync();
        folder.Delete(recursive: true);
        Say($"seed {seed}: {counts}");
        Say($"violations: WeCom {server.WeCom.Violations.Count}, account {official.Violations.Count}");
        Say($"{TimeProvider.System.GetElapsedTime(began).TotalSeconds:0} s");
        return counts.IsGood && server.WeCom.Violations.Count == 0 ? 0 : 1;
    }

    public static async Task<int> KillAsync(string[] arguments)
    {
        var rounds = Number(arguments, 0, 20);
        var people = Number(arguments, 1, 5);
        var seed = Number(arguments, 2, Seed);
        var port = HostProcess.FreePort();
        using var official = new OfficialSimulator
        {
            Callback = new Uri($"{Local(port)}/wechat/official"),
            RetryPause = OfficialSimulator.Patience,
        };
        await using var arxiv = await ArxivSimulator.StartAsync();
        await using var server = await WeChatServer.StartAsync(official: official);
        await using var host = new HostProcess(WeChatKills.Settings(server, arxiv, port));
        await host.StartAsync();
        var campaign = new WeChatKills(server, arxiv, host, seed);
        var isGood = true;
        var (pushes, streams) = (new int[3], new int[3]);
        for (var round = 0; round < rounds; round++)
        {
            var (pushed, streamed) = await campaign.RunAsync(round, people, CancellationToken.None);
            Say($"kill {round + 1}: pushes: {pushed}; streams: {streamed}");
            campaign.Troubles.ForEach(trouble => Say($"  {trouble}"));
            campaign.Troubles.Clear();
            isGood &= pushed.IsGood && streamed.IsGood;
            Add(pushes, pushed);
            Add(streams, streamed);
        }
        Say($"seed {seed}, {rounds} kills: pushes {pushes[0]} once, {pushes[1]} twice, {pushes[2]} never");
        Say($"streams {streams[0]} once, {streams[1]} twice, {streams[2]} never");
        return isGood ? 0 : 1;
    }

    private static void Add(int[] sums, ConversationCounts counts)
    {
        sums[0] += counts.Once;
        sums[1] += counts.Twice;
        sums[2] += counts.Never;
    }

    private static string Local(int port) => string.Create(CultureInfo.InvariantCulture, $"http://127.0.0.1:{port}");

    private static int Number(string[] arguments, int index, int otherwise) =>
        arguments.Length > index ? int.Parse(arguments[index], CultureInfo.InvariantCulture) : otherwise;

    private static void Say(FormattableString line) => Console.WriteLine(line.ToString(CultureInfo.InvariantCulture));
}
