using Microsoft.Playwright;
using PaperBot.Testing.Arxiv;
using PaperBot.Testing.Browser;
using PaperBot.Testing.Llm;
using PaperBot.Testing.Processes;
using PaperBot.Testing.WeChat.Campaigns;
using PaperBot.Testing.WeChat.Official;
using PaperBot.Testing.WeChat.Server;
using PaperBot.Testing.WeChat.WeCom;

namespace PaperBot.Testing.WeChat;

/// <summary>
/// Pictures of the simulated chats for the documentation: <c>wechat-screenshots [folder] [host
/// assembly]</c>, as wide as a phone.
/// </summary>
internal static class WeChatScreenshots
{
    private const string Group = "wr-reading-group";
    private const string Reader = "oReader";

    private static readonly TimeSpan Ceiling = TimeSpan.FromMinutes(2);
    private static readonly TimeSpan Look = TimeSpan.FromMilliseconds(100);

    public static async Task<int> RunAsync(string[] args)
    {
        var folder = args.ElementAtOrDefault(0) ?? Path.Combine(TestData.RepositoryRoot, "docs", "images");
        var port = HostProcess.FreePort();
        var wecom = new WeComSimulator();
        var group = wecom.AddGroup(Group, "组会（企业微信群）");
        using var official = new OfficialSimulator { Callback = new Uri($"http://127.0.0.1:{port}/wechat/official") };
        await using var arxiv = await ArxivSimulator.StartAsync();
        await using var server = await WeChatServer.StartAsync(wecom, official);
        await using var model = await ModelSimulator.StartAsync();
        model.Pause = TimeSpan.FromMilliseconds(80);
        var settings = WeChatKills.Settings(server, arxiv, port);
        settings["Llm:Model"] = "simulated";
        settings["Llm:Endpoint"] = model.Endpoint.ToString();
        settings["Public:Url"] = "https://papers.example";
        await using var host = new HostProcess(settings, ["--samples"], args.ElementAtOrDefault(1));
        await host.StartAsync();
        await UntilAsync(() => wecom.IsConnected);
        await using var chromium = new Chromium();
        await chromium.InitializeAsync();

        await AskAsync(wecom, group, "lihua", "1706.03762");
        await PictureAsync(chromium, server, $"wecom:{Group}", Path.Combine(folder, "wechat-group.png"));
        await AskAsync(wecom, group, "wangwu", "计算 plot(sin(x), x, 0, 10)");
        await AskAsync(wecom, group, "wangwu", "日报 订阅 cs.CL 每天8点半 北京时间");
        await PictureAsync(chromium, server, $"wecom:{Group}", Path.Combine(folder, "wechat-digest.png"));
        var direct = wecom.DirectChat("lihua");
        var faq = wecom.Say("lihua", direct, "六问 2511.99999");
        await UntilAsync(() =>
        {
            lock (wecom.Gate)
                return direct.Messages.Any(m =>
                    m.Answers == faq.Id && m.Text.Contains("2. ", StringComparison.Ordinal)
                );
        });
        await PictureAsync(chromium, server, "wecom:lihua", Path.Combine(folder, "wechat-faq.png"));
        await official.SayAsync(Reader, "1706.03762");
        await UntilAsync(() =>
        {
            lock (official.Gate)
                return official
                    .UserOf(Reader)
                    .Lines.Any(line => line.Text.Contains("Polosukhin", StringComparison.Ordinal));
        });
        await PictureAsync(chromium, server, $"official:{Reader}", Path.Combine(folder, "wechat-account.png"));
        return 0;
    }

    private static async Task AskAsync(WeComSimulator wecom, SimChat chat, string user, string text)
    {
        var question = wecom.Say(user, chat, text);
        await UntilAsync(() =>
        {
            lock (wecom.Gate)
                return chat.Messages.Any(m => m.Answers == question.Id && m.IsWhole);
        });
        // What follows the text: pictures and buttons.
        await Task.Delay(Look * 30, TimeProvider.System);
    }

    private static async Task PictureAsync(Chromium chromium, WeChatServer server, string chat, string file)
    {
        var context = await chromium.Browser.NewContextAsync(
            new()
            {
                Locale = "zh-CN",
                DeviceScaleFactor = 2,
                ViewportSize = new() { Width = 390, Height = 844 },
            }
        );
        var page = await context.NewPageAsync();
        await page.GotoAsync($"{server.Url}#{Uri.EscapeDataString(chat)}");
        await page.Locator(".bubble").First.WaitForAsync();
        await page.WaitForLoadStateAsync(LoadState.Load);
        await Task.Delay(Look * 15, TimeProvider.System);
        await page.ScreenshotAsync(new() { Path = file });
        await Console.Out.WriteLineAsync(file);
        await context.CloseAsync();
    }

    private static async Task UntilAsync(Func<bool> look)
    {
        using var ceiling = new CancellationTokenSource(Ceiling, TimeProvider.System);
        while (!look())
            await Task.Delay(Look, TimeProvider.System, ceiling.Token);
    }
}
