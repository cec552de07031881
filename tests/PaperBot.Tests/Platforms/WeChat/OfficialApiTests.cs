using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using PaperBot.Core.Health;
using PaperBot.Platforms.WeChat.Official;
using PaperBot.Platforms.WeChat.Owners;
using PaperBot.Testing.Time;
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
    public async Task What_is_refused_to_one_person_is_not_refused_to_the_others()
    {
        var clock = new ManualTimeProvider();
        await using var bot = await WeChatBot.StartAsync(clock: clock);
        await AskSlowlyAsync(bot, "oFirst", "oSecond");
        // The first text that goes out holds something that the platform does not let through.
        bot.Official.Faults.Refusals.Enqueue(87014);

        bot.Slow.Go();
        await bot.WaitAsync(() => Answers(bot, "oFirst", "oSecond").FirstOrDefault());
        var missing = Answers(bot, "oFirst").Count == 0 ? "oFirst" : "oSecond";
        // On a slow machine the bot may not have read the refusal yet, and says that it is still at it.
        for (var tries = 0; Answers(bot, missing).Count == 0; tries++)
        {
            tries.ShouldBeLessThan(20);
            await bot.AskAccountAsync(missing, "继续", mayWait: true);
        }

        Answers(bot, "oFirst", "oSecond").Select(line => line.Way).Order().ShouldBe(["custom", "passive"]);
        bot.Official.Violations.ShouldBeEmpty();
    }

    [Fact]
    public async Task A_late_answer_of_a_verified_account_comes_though_the_bot_ended_before_it_was_sent()
    {
        var clock = new ManualTimeProvider();
        await using var bot = await WeChatBot.StartAsync(clock: clock);
        await AskSlowlyAsync(bot, "oReader");
        bot.Official.Faults.IsDown = true;
        bot.Slow.Go();
        var tried = clock.GetUtcNow() + TimeSpan.FromSeconds(5);
        await bot.WaitAsync(() => clock.GetUtcNow() >= tried ? bot : null);

        await bot.StopAsync();
        bot.Official.Faults.IsDown = false;
        var before = Answers(bot, "oReader").Count;
        await bot.StartAgainAsync();
        await bot.WaitAsync(() => Answers(bot, "oReader").FirstOrDefault());
        var later = clock.GetUtcNow() + TimeSpan.FromMinutes(1);
        await bot.WaitAsync(() => clock.GetUtcNow() >= later ? bot : null);

        before.ShouldBe(0);
        Answers(bot, "oReader").ShouldHaveSingleItem().Way.ShouldBe("custom");
    }

    [Fact]
    public async Task What_a_hung_up_try_of_the_platform_held_is_sent_when_it_is_lost()
    {
        await using var bot = await WeChatBot.StartAsync();
        var (waiting, handOver, push) = (
            bot.Services.GetRequiredService<WaitingAnswers>(),
            bot.Services.GetRequiredService<HandOver>(),
            bot.Services.GetRequiredService<CustomPush>()
        );
        var token = TestContext.Current.CancellationToken;
        await bot.Official.SayAsync("oReader", "关于", token);
        // Who looks after the quick answer may take one or two that come after it.
        Handed? held = null;
        for (var i = 1; held is null; i++)
        {
            var message = new OfficialMessage("gh_a", "oReader", DateTimeOffset.UnixEpoch, "text") { MessageId = i };
            await waiting.KeepAsync("oReader", $"late{i}", new OfficialPost([$"慢答案 {i}"], []), token);
            held = await handOver.TakeAsync(message, isAsked: false, token);
        }
        var text = held.Answers.Single();

        // Who comes to send it finds it on its way; then the platform hangs up.
        (await handOver.TakeForPushAsync("oReader", token)).ShouldBeNull();
        await push.LostAsync(held);

        (await bot.WaitAsync(() => Answers(bot, "oReader").Find(line => line.Text == text))).Way.ShouldBe("custom");
    }

    [Fact]
    public async Task An_answer_is_sent_though_the_database_was_busy_when_its_turn_came()
    {
        var clock = new ManualTimeProvider();
        await using var bot = await WeChatBot.StartAsync(clock: clock);
        await bot.AskAccountAsync("oReader", "关于");
        var store = new BusyTranscript();
        var waiting = new WaitingAnswers(store, clock);
        using var handOver = new HandOver(waiting, clock);
        var push = ActivatorUtilities.CreateInstance<CustomPush>(bot.Services, handOver);
        await waiting.KeepAsync("oReader", "late", new OfficialPost(["慢答案"], []), CancellationToken.None);

        store.IsBusy = true;
        push.Begin("oReader");
        await bot.WaitAsync(() =>
            bot.Logs.At(LogLevel.Warning).FirstOrDefault(l => l.Contains("could not be read yet"))
        );
        store.IsBusy = false;

        var sent = await bot.WaitAsync(() => Answers(bot, "oReader").Find(line => line.Text == "慢答案"));
        sent.Way.ShouldBe("custom");
    }

    [Fact]
    public async Task A_message_whose_fate_nobody_knows_says_that_it_comes_again()
    {
        var clock = new ManualTimeProvider();
        await using var bot = await WeChatBot.StartAsync(clock: clock);
        await AskSlowlyAsync(bot, "oReader");
        bot.Official.Faults.IsMute = true;

        bot.Slow.Go();
        await bot.WaitAsync(() => Answers(bot, "oReader").FirstOrDefault());
        bot.Official.Faults.IsMute = false;
        await bot.WaitAsync(() => Answers(bot, "oReader").ElementAtOrDefault(1));
        var later = clock.GetUtcNow() + TimeSpan.FromMinutes(1);
        await bot.WaitAsync(() => clock.GetUtcNow() >= later ? bot : null);

        var answers = Answers(bot, "oReader");
        answers.Count.ShouldBe(2);
        answers[0].Text.ShouldStartWith("慢答案");
        answers[1].Text.ShouldStartWith("（重发");
        bot.Slow.Asked.ShouldBe(1);
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

        var findings = await DoctorAsync(official, server, publicUrl: null, _ => "");

        var list = findings.Single(finding => finding.Message.Key == "doctor.wechat.official.list");
        list.Level.ShouldBe(HealthLevel.Broken);
        list.Message.Values["address"].ShouldBe("203.0.113.7");
        // Without Public:Url nobody outside can call the bot back.
        findings.ShouldContain(finding => finding.Message.Key == "doctor.wechat.official.address");
    }

    [Theory]
    [InlineData("https://papers.example:8443", "", "doctor.wechat.official.port", HealthLevel.Broken)]
    [InlineData("https://papers.example", "<html>", "doctor.wechat.official.token", HealthLevel.Broken)]
    [InlineData("https://papers.example", null, "doctor.wechat.official.callback", HealthLevel.Good)]
    public async Task Doctor_checks_the_address_as_the_console_does(
        string url,
        string? answer,
        string key,
        HealthLevel level
    )
    {
        using var official = new OfficialSimulator();
        await using var server = await WeChatServer.StartAsync(
            official: official,
            cancellationToken: TestContext.Current.CancellationToken
        );
        var asked = new List<Uri>();

        var findings = await DoctorAsync(
            official,
            server,
            url,
            address =>
            {
                asked.Add(address);
                return answer ?? address.Query.Split("echostr=")[1];
            }
        );

        findings.Single(finding => finding.Message.Key == key).Level.ShouldBe(level);
        findings.ShouldContain(finding => finding.Message.Key == "doctor.wechat.official.verified");
        // Signed, at the address that stands in the console.
        asked.ShouldAllBe(address =>
            address.AbsolutePath == "/wechat/official" && address.Query.Contains("signature=")
        );
    }

    /// <summary>What <c>doctor</c> finds; what stands behind the account's own address is played.</summary>
    private static async Task<IReadOnlyList<HealthFinding>> DoctorAsync(
        OfficialSimulator official,
        WeChatServer server,
        string? publicUrl,
        Func<Uri, string> own
    )
    {
        var settings = new Dictionary<string, string?>
        {
            ["WeChat:Official:AppId"] = official.AppId,
            ["WeChat:Official:Secret"] = official.Secret,
            ["WeChat:Official:Token"] = official.Token,
            ["WeChat:Official:EncodingAesKey"] = official.EncodingAesKey,
            ["WeChat:Official:ApiUrl"] = server.Url.AbsoluteUri,
            ["Public:Listen"] = "http://127.0.0.1:8080",
            ["Public:Url"] = publicUrl,
        };
        var services = new ServiceCollection()
            .AddLogging()
            .AddSingleton(TimeProvider.System)
            .AddSingleton<IConfiguration>(new ConfigurationBuilder().AddInMemoryCollection(settings).Build())
            .AddWeChatHealth();
        services.ConfigureHttpClientDefaults(client =>
            client.AddHttpMessageHandler(() => new OwnAddress(publicUrl, own))
        );
        await using var provider = services.BuildServiceProvider();
        return await provider.GetRequiredService<AccountCheck>().CheckAsync(TestContext.Current.CancellationToken);
    }

    /// <summary>They ask, and are told to wait.</summary>
    private static async Task AskSlowlyAsync(WeChatBot bot, params string[] people)
    {
        var asking = people.Select(p =>
            bot.Official.SayAsync(p, "/慢 问题" + p, TestContext.Current.CancellationToken)
        );
        var all = Task.WhenAll(asking);
        await bot.WaitAsync(() => all.IsCompleted ? bot : null);
        foreach (var told in await all)
            told.ShouldNotBeNull().ShouldContain("取回答案");
    }

    private static List<OfficialLine> Answers(WeChatBot bot, params string[] people)
    {
        lock (bot.Official.Gate)
            return
            [
                .. people
                    .SelectMany(person => bot.Official.UserOf(person).Lines)
                    .Where(line => line.Author is null && line.Text.Contains("慢答案", StringComparison.Ordinal)),
            ];
    }

    private static Task<List<OfficialLine>> PicturesAsync(WeChatBot bot, int count) =>
        bot.WaitAsync(() =>
        {
            lock (bot.Official.Gate)
            {
                var pictures = bot.Official.UserOf("oReader").Lines.Where(line => line.Content is not null).ToList();
                return pictures.Count >= count ? pictures : null;
            }
        });

    /// <summary>Answers for the account's own address; everything else goes on its way.</summary>
    private sealed class OwnAddress(string? url, Func<Uri, string> answer) : DelegatingHandler
    {
        protected override Task<HttpResponseMessage> SendAsync(
            HttpRequestMessage request,
            CancellationToken cancellationToken
        ) =>
            url is not null && request.RequestUri!.AbsoluteUri.StartsWith(url, StringComparison.Ordinal)
                ? Task.FromResult(new HttpResponseMessage { Content = new StringContent(answer(request.RequestUri)) })
                : base.SendAsync(request, cancellationToken);
    }
}
