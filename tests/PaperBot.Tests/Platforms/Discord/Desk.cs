using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Options;
using PaperBot.Core.Conversations;
using PaperBot.Core.Delivery;
using PaperBot.Core.Replies;
using PaperBot.Core.Texts;
using PaperBot.Discord;
using PaperBot.Markdown;
using PaperBot.Markdown.Discord;
using PaperBot.Platforms.Answering;
using PaperBot.Platforms.Discord;
using PaperBot.Platforms.Discord.Connection;
using PaperBot.Platforms.Discord.Interactions;
using PaperBot.Platforms.Discord.Messages;
using PaperBot.Platforms.Discord.Posting;
using PaperBot.Platforms.Discord.Rendering;
using PaperBot.Testing.Conversations;
using PaperBot.Testing.Discord;
using PaperBot.Testing.Discord.World;
using PaperBot.Testing.Pictures;
using PaperBot.Testing.Time;

namespace PaperBot.Tests.Platforms.Discord;

/// <summary>Renders replies and posts them to a simulated Discord that refuses what the real one would.</summary>
internal sealed class Desk : IShortLineStore, IDisposable
{
    private readonly InProcessHttp _http;
    private readonly Dictionary<string, string> _lines = [];

    private Desk()
    {
        Simulator = new DiscordSimulator(Clock);
        Town = Simulator.AddTown();
        _http = new InProcessHttp(Simulator);
        var settings = Options.Create(new DiscordSettings { Token = Simulator.Options.Token });
        Link = new DiscordLink(settings, new DiscordSeams { Http = _http, Time = Clock });
        var texts = new TextCatalogue([new(typeof(DiscordSettings).Assembly)]);
        var builder = new PageBuilder(new CustomIds(this), texts);
        Renderer = new DiscordRenderer(
            new FormulaDrawer(Pictures),
            new PageCutter(new DiscordDialect()),
            builder,
            new PageStore(new InMemoryConversationStore(Clock)),
            texts
        );
        Doors = new ClosedDoors(Channels, Link);
        Poster = new DiscordPoster(
            Link,
            Doors,
            new StandingPosts(Link, NullLogger<StandingPosts>.Instance),
            Clock,
            NullLogger<DiscordPoster>.Instance
        );
        Threads = new ConversationThreads(
            Link,
            Channels,
            Poster,
            Renderer,
            new InMemoryConversationStore(Clock),
            texts,
            Clock,
            NullLogger<ConversationThreads>.Instance
        );
        Outbox = new DiscordOutbox(Link, Renderer, Poster, Threads, Clock);
    }

    public ManualTimeProvider Clock { get; } = new();

    public DiscordSimulator Simulator { get; }

    public Town Town { get; }

    public FakePictures Pictures { get; } = new();

    public DiscordLink Link { get; }

    public ChannelBook Channels { get; } = new();

    public ClosedDoors Doors { get; }

    public DiscordRenderer Renderer { get; }

    public DiscordPoster Poster { get; }

    public ConversationThreads Threads { get; }

    public DiscordOutbox Outbox { get; }

    public static async Task<Desk> OpenAsync()
    {
        var desk = new Desk();
        var application = await desk.Link.Client.Applications.GetMeAsync(TestContext.Current.CancellationToken);
        var bot = await desk.Link.Client.Users.GetMeAsync(TestContext.Current.CancellationToken);
        desk.Link.Introduce(application, bot);
        return desk;
    }

    public Task<DiscordPage> FirstAsync(Reply reply, string key = "key") =>
        Renderer.FirstAsync(
            reply,
            key,
            new Snowflake(Town.Ada.Id),
            Reader.Default,
            TestContext.Current.CancellationToken
        );

    /// <summary>Posts a page where the simulator checks it, and returns what stands there.</summary>
    public async Task<SimMessage> PostAsync(DiscordPage page, string key = "post")
    {
        var result = await Poster.PostAsync(
            new Snowflake(Town.Papers.Id),
            page,
            [],
            null,
            key,
            TestContext.Current.CancellationToken
        );
        result.ShouldBeOfType<DeliveryResult.Sent>($"{result}");
        return Town.Papers.Messages[^1];
    }

    public static string TextOf(SimMessage message) =>
        string.Join('\n', message.Components.Select(c => c["content"]?.ToString()).OfType<string>());

    public Task<string> ShortenAsync(string line, CancellationToken cancellationToken)
    {
        var key = $"line{_lines.Count:d12}";
        _lines[key] = line;
        return Task.FromResult(key);
    }

    public Task<string?> ExpandAsync(string key, CancellationToken cancellationToken) =>
        Task.FromResult(_lines.GetValueOrDefault(key));

    public void Dispose()
    {
        Link.Dispose();
        _http.Dispose();
    }
}
