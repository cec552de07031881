using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using PaperBot.Platforms.WeChat.Official;
using PaperBot.Testing.Time;
using PaperBot.Testing.WeChat.Official;
using PaperBot.Testing.WeChat.Server;

namespace PaperBot.Tests.Platforms.WeChat;

/// <summary>The account's access token: fetched once, kept, refreshed before it expires and after a refusal.</summary>
public sealed class OfficialTokenTests
{
    private const int Senders = 50;

    // As the platform gives them; the old one is good for five minutes more when a new one is given.
    private static readonly TimeSpan Life = TimeSpan.FromHours(2);
    private static readonly TimeSpan Early = TimeSpan.FromMinutes(5);
    private static readonly TimeSpan Moment = TimeSpan.FromSeconds(1);

    [Fact]
    public async Task Many_who_send_at_once_fetch_it_once()
    {
        await using var desk = await Desk.StartAsync();

        var tokens = await Task.WhenAll(Enumerable.Range(0, Senders).Select(_ => desk.Tokens.GetAsync(Cancel)));

        tokens.Distinct().ShouldHaveSingleItem();
        desk.Fetched.ShouldBe(1);
    }

    [Fact]
    public async Task It_is_kept_until_shortly_before_it_expires_and_then_fetched_once_for_all()
    {
        await using var desk = await Desk.StartAsync();
        var first = await desk.Tokens.GetAsync(Cancel);

        desk.Clock.Advance(Life - Early - Moment);
        var kept = await desk.Tokens.GetAsync(Cancel);
        var before = desk.Fetched;
        desk.Clock.Advance(Moment);
        var next = await Task.WhenAll(Enumerable.Range(0, Senders).Select(_ => desk.Tokens.GetAsync(Cancel)));

        kept.ShouldBe(first);
        before.ShouldBe(1);
        next.Distinct().ShouldHaveSingleItem().ShouldNotBe(first);
        desk.Fetched.ShouldBe(2);
        // Whoever sends with the old one meanwhile is not refused.
        (await desk.SendAsync(first)).ShouldNotBe(OfficialCodes.ExpiredToken);
    }

    [Fact]
    public async Task Many_who_are_refused_at_once_fetch_a_new_one_once()
    {
        await using var desk = await Desk.StartAsync();
        var first = await desk.Tokens.GetAsync(Cancel);

        await Task.WhenAll(Enumerable.Range(0, Senders).Select(_ => desk.Tokens.RefusedAsync(first, Cancel)));
        var next = await Task.WhenAll(Enumerable.Range(0, Senders).Select(_ => desk.Tokens.GetAsync(Cancel)));
        await desk.Tokens.RefusedAsync(first, Cancel);

        next.Distinct().ShouldHaveSingleItem().ShouldNotBe(first);
        (await desk.Tokens.GetAsync(Cancel)).ShouldBe(next[0]);
        desk.Fetched.ShouldBe(2);
    }

    [Fact]
    public async Task A_restart_goes_on_with_the_same_one()
    {
        await using var desk = await Desk.StartAsync();
        var first = await desk.Tokens.GetAsync(Cancel);
        desk.Clock.Advance(TimeSpan.FromHours(1));

        desk.StartAgain();
        var again = await desk.Tokens.GetAsync(Cancel);

        // The platform gives the one that lives, and counts no new one.
        again.ShouldBe(first);
        desk.Fetched.ShouldBe(1);
        // It is not believed to live longer than it does.
        desk.Clock.Advance(TimeSpan.FromHours(1) - Early);
        (await desk.Tokens.GetAsync(Cancel)).ShouldNotBe(first);
    }

    [Fact]
    public async Task One_that_could_not_be_fetched_is_fetched_by_the_next()
    {
        await using var desk = await Desk.StartAsync();
        desk.Official.Faults.IsDown = true;
        await Should.ThrowAsync<OfficialException>(() => desk.Tokens.GetAsync(Cancel));
        desk.Official.Faults.IsDown = false;

        (await desk.Tokens.GetAsync(Cancel)).ShouldNotBeEmpty();
    }

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    private sealed class Desk(WeChatServer server, ManualTimeProvider clock, ServiceProvider services)
        : IAsyncDisposable
    {
        public ManualTimeProvider Clock => clock;

        public OfficialSimulator Official => server.Official;

        public int Fetched => server.Official.TokensGiven;

        public OfficialTokens Tokens { get; private set; } = null!;

        public static async Task<Desk> StartAsync()
        {
            var clock = new ManualTimeProvider();
            var server = await WeChatServer.StartAsync(
                official: new OfficialSimulator(clock),
                cancellationToken: Cancel
            );
            var services = new ServiceCollection();
            services.AddHttpClient(OfficialTokens.Client);
            var desk = new Desk(server, clock, services.BuildServiceProvider());
            desk.StartAgain();
            return desk;
        }

        /// <summary>As a new process begins: nothing is remembered.</summary>
        public void StartAgain()
        {
            Tokens?.Dispose();
            Tokens = new OfficialTokens(
                services.GetRequiredService<IHttpClientFactory>(),
                Options.Create(
                    new OfficialOptions
                    {
                        AppId = Official.AppId,
                        Secret = Official.Secret,
                        ApiUrl = server.Url.AbsoluteUri,
                    }
                ),
                clock
            );
        }

        /// <summary>The code of a message that is sent with a token.</summary>
        public async Task<int> SendAsync(string token)
        {
            using var client = services.GetRequiredService<IHttpClientFactory>().CreateClient(OfficialTokens.Client);
            var answer = await OfficialAnswers.PostAsync(
                client,
                new Uri(server.Url, $"cgi-bin/message/custom/send?access_token={token}"),
                OfficialAnswers.Json([]),
                Cancel
            );
            return OfficialAnswers.CodeOf(answer);
        }

        public async ValueTask DisposeAsync()
        {
            Tokens.Dispose();
            await services.DisposeAsync();
            await server.DisposeAsync();
            Official.Dispose();
        }
    }
}
