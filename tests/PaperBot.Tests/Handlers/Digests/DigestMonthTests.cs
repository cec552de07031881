using System.Globalization;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using PaperBot.Core.Delivery;
using PaperBot.Core.Identity;
using PaperBot.Core.Pictures;
using PaperBot.Core.Texts;
using PaperBot.Discord;
using PaperBot.Platforms.Discord;
using PaperBot.Platforms.Discord.Connection;
using PaperBot.Storage;
using PaperBot.Testing.Delivery;
using PaperBot.Testing.Discord;
using PaperBot.Testing.Discord.World;
using PaperBot.Testing.Pictures;
using PaperBot.Tests.Storage;

namespace PaperBot.Tests.Handlers.Digests;

/// <summary>Every paper of a month once in every subscription that it matches, also when processes die all the time.</summary>
public sealed class DigestMonthTests(ITestOutputHelper output)
{
    private const int Places = 16;
    private const int Channels = 4;

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData(1, 0)]
    [InlineData(2, 60)]
    public async Task Each_listed_paper_is_seen_once_in_each_subscription_that_it_matches(int seed, int oneInDies)
    {
        await using var month = new MonthRun(seed, oneInDies);
        var outbox = new RecordingOutbox("web");

        var all = await month.PassAsync(
            [.. Enumerable.Range(0, Places).Select(i => PlaceId.Parse($"web:place-{i}"))],
            () => outbox
        );

        var told = 0;
        foreach (var subscription in all)
        {
            var posts = outbox
                .Seen.Where(p => p.Key.StartsWith($"digest:{subscription.Id}:", StringComparison.Ordinal))
                .ToList();
            var seen = posts
                .SelectMany(post => post.Value.Cards)
                .SelectMany(card => MonthRun.PapersIn(card.Markdown))
                .Order()
                .ToList();
            seen.ShouldBe(month.Expected(subscription), subscription.Id);
            posts.Count.ShouldBeGreaterThanOrEqualTo(30, subscription.Id);
            told += seen.Count;
        }

        Say($"seed {seed}: {Places} subscriptions, {outbox.Seen.Count} posts, {told} papers each once", month);
        if (oneInDies > 0)
            month.Deaths.ShouldBeGreaterThan(10);
    }

    // The small size of `campaign digest-kills`, on Discord's own clock: a process that follows looks after ten minutes,
    // when Discord, which knows a nonce for five, has forgotten it, or after as long as it knows it.
    [Theory]
    [InlineData(3, 5)]
    [InlineData(4, 20)]
    public async Task Discord_shows_each_paper_once_whether_it_knows_the_nonce_or_not(int seed, int minutesOfNonce)
    {
        await using var month = new MonthRun(seed, 20) { Last = new(2026, 3, 13) };
        var simulator = new DiscordSimulator(
            month.Clock,
            new SimulatorOptions { NonceMemory = TimeSpan.FromMinutes(minutesOfNonce) }
        );
        var town = simulator.AddTown();
        SimChannel[] channels;
        lock (simulator.World.Gate)
            channels = [.. Enumerable.Range(0, Channels).Select(i => simulator.World.AddChannel(town.Guild, $"c{i}"))];
        await using var home = new SqliteHome();
        using var http = new InProcessHttp(simulator);
        await using var discord = await DiscordAsync(home, http, simulator, month.Clock);

        var all = await month.PassAsync(
            [.. channels.Select(channel => new PlaceId("discord", $"{channel.Id}"))],
            () => discord.GetServices<IOutbox>().Single()
        );

        var (told, posts) = (0, 0);
        for (var i = 0; i < Channels; i++)
        {
            var seen = channels[i]
                .Messages.SelectMany(message => message.Components.Select(c => Wire.Text(c["content"])))
                .OfType<string>()
                .SelectMany(MonthRun.PapersIn)
                .Order()
                .ToList();
            seen.ShouldBe(month.Expected(all[i]), all[i].Id);
            channels[i].Messages.Select(message => message.Nonce).ShouldBeUnique();
            (told, posts) = (told + seen.Count, posts + channels[i].Messages.Count);
        }

        var read = simulator.Log.Requests.Count(request =>
            request.Method == "GET" && request.Path.EndsWith("/messages", StringComparison.Ordinal)
        );
        Say($"seed {seed}, nonce {minutesOfNonce} min: {posts} messages, {told} papers, read back {read} times", month);
        month.Deaths.ShouldBeGreaterThan(20);
        read.ShouldBePositive();
        simulator.Log.Violations.ShouldBeEmpty();
    }

    private void Say(string figures, MonthRun month) =>
        output.WriteLine(
            string.Create(
                CultureInfo.InvariantCulture,
                $"{figures}, {month.Deaths} deaths, arXiv asked {month.Asked} times"
            )
        );

    private static async Task<ServiceProvider> DiscordAsync(
        SqliteHome home,
        InProcessHttp http,
        DiscordSimulator simulator,
        TimeProvider time
    )
    {
        var configuration = new ConfigurationBuilder()
            .AddInMemoryCollection([
                new("Storage:ConnectionString", home.ConnectionString),
                new("Discord:Token", simulator.Options.Token),
            ])
            .Build();
        var services = new ServiceCollection();
        services.AddSingleton<IConfiguration>(configuration);
        services.AddLogging();
        services.AddMetrics();
        services.AddSingleton(time);
        services.AddSingleton(new DiscordSeams { Http = http, Time = time });
        services.AddPaperBotStorage();
        services.AddSingleton(new TextSource(typeof(DiscordLink).Assembly));
        services.AddSingleton<ITexts, TextCatalogue>();
        services.AddSingleton<IFormulaPictures, FakePictures>();
        services.AddDiscord(configuration);
        var provider = services.BuildServiceProvider();
        var link = provider.GetRequiredService<DiscordLink>();
        link.Introduce(await link.Client.Applications.GetMeAsync(Token), await link.Client.Users.GetMeAsync(Token));
        return provider;
    }
}
