using System.Globalization;
using System.Runtime.InteropServices;
using PaperBot.Testing.WeChat.Official;
using PaperBot.Testing.WeChat.Server;
using PaperBot.Testing.WeChat.WeCom;

namespace PaperBot.Testing.WeChat;

/// <summary>
/// <c>wechat [--port N] [--callback URL] [--unverified]</c>: the simulated WeCom and WeChat with a group, two people and
/// an account, until it is interrupted.
/// </summary>
internal static class WeChatCommand
{
    public static async Task<int> RunAsync(string[] args)
    {
        var port = 0;
        Uri? callback = null;
        var isVerified = true;
        for (var i = 0; i < args.Length; i++)
        {
            var isRead = args[i] switch
            {
                "--port" when i + 1 < args.Length => int.TryParse(args[++i], CultureInfo.InvariantCulture, out port),
                "--callback" when i + 1 < args.Length => Uri.TryCreate(args[++i], UriKind.Absolute, out callback),
                "--unverified" => !(isVerified = false),
                _ => false,
            };
            if (isRead)
                continue;
            await Console.Error.WriteLineAsync("Usage: wechat [--port N] [--callback URL] [--unverified]");
            return 2;
        }

        var wecom = new WeComSimulator();
        wecom.AddGroup("wr-reading-group", "组会（企业微信群）");
        wecom.DirectChat("lihua");
        using var official = new OfficialSimulator
        {
            IsVerified = isVerified,
            Callback = callback ?? new Uri("http://127.0.0.1:5081/wechat/official"),
        };
        official.UserOf("oReader");
        var robot = new RobotSimulator();
        await using var server = await WeChatServer.StartAsync(wecom, official, robot, port);
        Console.WriteLine($"Page:     {server.Url}");
        Console.WriteLine($"WeCom:    --WeChat:WeCom:Url={server.SocketUrl} --WeChat:WeCom:BotId={wecom.BotId}");
        Console.WriteLine($"          --WeChat:WeCom:Secret={wecom.Secret}");
        Console.WriteLine($"Account:  --WeChat:Official:ApiUrl={server.Url} --WeChat:Official:AppId={official.AppId}");
        Console.WriteLine(
            $"          --WeChat:Official:Secret={official.Secret} --WeChat:Official:Token={official.Token}"
        );
        Console.WriteLine($"          --WeChat:Official:EncodingAesKey={official.EncodingAesKey}");
        Console.WriteLine($"          it calls {official.Callback}");
        Console.WriteLine($"Robot:    {server.Url}cgi-bin/webhook/send?key={robot.Key}");
        var stop = new TaskCompletionSource();
        using var interrupted = PosixSignalRegistration.Create(PosixSignal.SIGINT, End);
        using var terminated = PosixSignalRegistration.Create(PosixSignal.SIGTERM, End);
        await stop.Task;
        return 0;

        void End(PosixSignalContext signal)
        {
            signal.Cancel = true;
            stop.TrySetResult();
        }
    }
}
