using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using PaperBot.Core.Articles;
using PaperBot.Core.Commands;
using PaperBot.Core.Delivery;
using PaperBot.Core.Documents;
using PaperBot.Core.Health;
using PaperBot.Core.Identity;
using PaperBot.Core.Models;
using PaperBot.Core.Outcomes;
using PaperBot.Core.Papers;
using PaperBot.Core.Pictures;
using PaperBot.Core.Queues;
using PaperBot.Core.Replies;
using PaperBot.Handlers;
using PaperBot.Handlers.Digests;
using PaperBot.Search;
using PaperBot.Storage;
using PaperBot.Testing.Articles;
using PaperBot.Testing.Delivery;
using PaperBot.Testing.Documents;
using PaperBot.Testing.Papers;
using PaperBot.Testing.Pictures;
using PaperBot.Testing.Queues;
using PaperBot.Testing.Readers;
using PaperBot.Testing.Time;
using PaperBot.Tests.Handlers.Routing;
using PaperBot.Tests.Storage;
using PaperBot.Upstreams;
using PaperBot.Upstreams.Arxiv;

namespace PaperBot.Tests.Handlers.Digests;

/// <summary>
/// The whole bot but for platforms and upstreams, over a SQLite file and a manual clock: commands go in, posts come out.
/// It is the morning of Tuesday, 16 June 2026.
/// </summary>
internal sealed class DigestBench : IAsyncDisposable
{
    public static readonly DateOnly Tuesday = new(2026, 6, 16);

    private readonly SqliteHome _home = new();
    private readonly ServiceProvider _services;
    private readonly RecordingLogs _logs = new();
    private int _messages;

    public DigestBench(params IEnumerable<ServiceDescriptor> more)
    {
        Source.Announce = (selection, day) => Answer(selection, day!.Value);
        var services = new ServiceCollection();
        services.AddSingleton<IConfiguration>(
            new ConfigurationBuilder()
                .AddInMemoryCollection([new("Storage:ConnectionString", _home.ConnectionString)])
                .Build()
        );
        services.AddLogging(logging => logging.AddProvider(_logs));
        services.AddMetrics();
        services.AddSingleton<TimeProvider>(Clock);
        services.AddPaperBotStorage();
        // What is not replaced below is never asked.
        services.AddUpstreams();
        services.AddSingleton<IPaperSource>(Source);
        services.AddSingleton<IPaperLinks, FakePaperLinks>();
        services.AddSingleton<IAnnouncementReview, NoReview>();
        services.AddSingleton<IOutbox>(Outbox);
        services.AddSingleton<IAnnouncementCalendar>(new ArxivCalendar(Options.Create(new ArxivOptions())));
        services.AddSingleton(new HostFacts("1", Clock.GetUtcNow(), "process"));
        services.AddSingleton<IFormulaPictures, FakePictures>();
        services.AddSingleton<IPlotPictures, FakePictures>();
        services.AddSingleton<IQueueMonitor>(new FakeQueueMonitor());
        services.AddSingleton<ITextSearch>(new FakeTextSearch());
        services.AddSingleton<IDocumentSource>(new FakeDocumentSource());
        services.AddEvidence();
        services.AddHandlers();
        services.AddSingleton<ISummaries>(Sentences);
        foreach (var one in more)
            services.Add(one);
        _services = services.BuildServiceProvider();
    }

    public ManualTimeProvider Clock { get; } = new(new(2026, 6, 16, 5, 0, 0, TimeSpan.Zero));

    public FakePaperSource Source { get; } = new();

    public RecordingOutbox Outbox { get; } = new("web");

    public OneSentence Sentences { get; } = new();

    /// <summary>What is announced: by day, in order.</summary>
    public List<(DateOnly Day, AnnouncedPaper Paper)> Lists { get; } = [];

    public static CancellationToken Token => TestContext.Current.CancellationToken;

    public T Get<T>()
        where T : notnull => _services.GetRequiredService<T>();

    /// <summary>Announces a paper of cs.CL; arXiv knows it too.</summary>
    public async Task<Paper> AnnounceAsync(
        string id,
        string title,
        string text = "What it says.",
        AnnounceType type = AnnounceType.New,
        DateOnly? day = null,
        params string[] authors
    )
    {
        var paper = SomePapers.Of(id, title, authors) with { Abstract = text };
        Lists.Add((day ?? Tuesday, new AnnouncedPaper(paper, type)));
        await KnowAsync(paper);
        return paper;
    }

    /// <summary>A paper that was read before.</summary>
    public async Task KnowAsync(Paper paper)
    {
        Source.Add(paper);
        await Get<IPaperStore>().SaveAsync([new StoredPaper(paper, PaperOrigin.Api, Clock.GetUtcNow())], Token);
    }

    /// <summary>What the bot answers; somebody who does not manage the place speaks in a group.</summary>
    public async Task<Reply> SayAsync(string line, string person = "ada", bool manages = true, bool knowsZone = true)
    {
        var incoming = Incomings.Of(line) with
        {
            Id = RequestId.Of("web", $"{++_messages}"),
            Person = new Person(PersonId.Parse("web:" + person)),
            Place = new Place(PlaceId.Parse("web:page"), manages ? PlaceKind.Direct : PlaceKind.Group),
            ManagesPlace = manages,
            Zone = knowsZone ? TimeZoneInfo.Utc : null,
        };
        var response = await Get<ICommandRouter>().HandleAsync(incoming, Token);
        if (response.Error is { Kind: ErrorKind.Internal })
            throw new InvalidOperationException(string.Join('\n', _logs.Lines));
        return response.Reply!;
    }

    public async Task<string> TextAsync(string line, string person = "ada") =>
        string.Join("\n\n", (await SayAsync(line, person)).Cards.Select(card => $"{card.Title}\n{card.Markdown}"));

    /// <summary>Lets time pass, looking every ten minutes as the job does.</summary>
    public async Task PassAsync(TimeSpan time)
    {
        for (var end = Clock.GetUtcNow() + time; Clock.GetUtcNow() < end; )
        {
            Clock.Advance(TimeSpan.FromMinutes(10));
            await Get<DigestDesk>().RunAsync(Token);
            await Get<DigestCourier>().RunAsync(Token);
        }
    }

    /// <summary>The posts so far, in the order of their keys.</summary>
    public IReadOnlyList<Reply> Posts => [.. Outbox.Seen.OrderBy(post => post.Key).Select(post => post.Value)];

    public async ValueTask DisposeAsync()
    {
        await _services.DisposeAsync();
        await _home.DisposeAsync();
    }

    private Announcement Answer(CategorySelection selection, DateOnly day)
    {
        var papers = Lists
            .Where(entry => entry.Day == day)
            .Select(entry => entry.Paper)
            .Where(paper => selection.Matches(paper.Paper.Categories))
            .ToList();
        return new Announcement(day, papers, Clock.GetUtcNow())
        {
            Quiet =
                papers.Count > 0 ? null
                : day.DayOfWeek is DayOfWeek.Saturday or DayOfWeek.Sunday ? QuietReason.Weekend
                : QuietReason.NothingHere,
        };
    }
}
