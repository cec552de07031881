using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using PaperBot.Core.Health;
using PaperBot.Platforms.WeChat.Owners;
using PaperBot.Testing.WeChat.Official;
using PaperBot.Testing.WeChat.Server;

namespace PaperBot.Tests.Platforms.WeChat;

/// <summary>What a verified account does with its interface, and what <c>doctor</c> says when that lets nobody in.</summary>
public sealed class OfficialApiTests
{
    [Fact]
    public async Task A_token_is_kept_and_fetched_again_when_it_is_refused()
    {
        await using var bot = await WeChatBot.StartAsync();

        await bot.Official.SayAsync("oReader", "计算 plot(sin(x), x, 0, 10)", TestContext.Current.CancellationToken);
        await PicturesAsync(bot, 1);
        await bot.Official.SayAsync("oReader", "计算 plot(cos(x), x, 0, 10)", TestContext.Current.CancellationToken);
        await PicturesAsync(bot, 2);
        var kept = bot.Official.TokensGiven;
        bot.Official.Faults.Refusals.Enqueue(40001);
        await bot.Official.SayAsync("oReader", "计算 plot(tan(x), x, 0, 1)", TestContext.Current.CancellationToken);
        var pictures = await PicturesAsync(bot, 3);

        kept.ShouldBe(1);
        bot.Official.TokensGiven.ShouldBe(2);
        pictures.ShouldAllBe(line => line.Way == "custom");
        bot.Official.Violations.ShouldBeEmpty();
    }

    [Fact]
    public async Task Doctor_shows_the_address_that_the_whitelist_lacks()
    {
        using var official = new OfficialSimulator();
        official.Faults.StrangeAddress = "203.0.113.7";
        await using var server = await WeChatServer.StartAsync(
            official: official,
            cancellationToken: TestContext.Current.CancellationToken
        );
        var settings = new Dictionary<string, string?>
        {
            ["WeChat:Official:AppId"] = official.AppId,
            ["WeChat:Official:Secret"] = official.Secret,
            ["WeChat:Official:Token"] = official.Token,
            ["WeChat:Official:EncodingAesKey"] = official.EncodingAesKey,
            ["WeChat:Official:ApiUrl"] = server.Url.AbsoluteUri,
            ["Public:Listen"] = "http://127.0.0.1:8080",
        };
        await using var services = new ServiceCollection()
            .AddLogging()
            .AddSingleton(TimeProvider.System)
            .AddSingleton<IConfiguration>(new ConfigurationBuilder().AddInMemoryCollection(settings).Build())
            .AddWeChatHealth()
            .BuildServiceProvider();

        var findings = await services
            .GetRequiredService<AccountCheck>()
            .CheckAsync(TestContext.Current.CancellationToken);

        var list = findings.Single(finding => finding.Message.Key == "doctor.wechat.official.list");
        list.Level.ShouldBe(HealthLevel.Broken);
        list.Message.Values["address"].ShouldBe("203.0.113.7");
        // Without Public:Url nobody outside can call the bot back.
        findings.ShouldContain(finding => finding.Message.Key == "doctor.wechat.official.address");
    }

    private static Task<List<OfficialLine>> PicturesAsync(WeChatBot bot, int count) =>
        WeChatBot.UntilAsync(() =>
        {
            lock (bot.Official.Gate)
            {
                var pictures = bot.Official.UserOf("oReader").Lines.Where(line => line.Content is not null).ToList();
                return pictures.Count >= count ? pictures : null;
            }
        });
}
