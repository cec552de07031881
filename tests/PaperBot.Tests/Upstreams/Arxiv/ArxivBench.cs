using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using PaperBot.Core.Papers;
using PaperBot.Core.Progress;
using PaperBot.Core.Queues;
using PaperBot.Storage;
using PaperBot.Testing.Arxiv;
using PaperBot.Testing.Queues;
using PaperBot.Testing.Time;
using PaperBot.Upstreams;
using PaperBot.Upstreams.Arxiv;
using PaperBot.Upstreams.Queueing;

namespace PaperBot.Tests.Upstreams.Arxiv;

/// <summary>
/// arXiv's upstream over the simulator and a SQLite file, on a manual clock. Without the queue each call is one attempt
/// at once, so that what an answer means can be tested without waiting for slots.
/// </summary>
internal sealed class ArxivBench : IAsyncDisposable
{
    private readonly string _folder = Path.Combine(Path.GetTempPath(), Path.GetRandomFileName());
    private readonly ServiceProvider _services;

    private ArxivBench(
        ManualTimeProvider clock,
        ArxivSimulator arxiv,
        bool queued,
        Dictionary<string, string?> settings
    )
    {
        Clock = clock;
        Arxiv = arxiv;
        settings.TryAdd("Storage:Directory", _folder);
        settings.TryAdd("Arxiv:ApiUrl", arxiv.ApiUrl.AbsoluteUri);
        settings.TryAdd("Arxiv:FeedUrl", arxiv.FeedUrl.AbsoluteUri);
        settings.TryAdd("Arxiv:SiteUrl", arxiv.Address.AbsoluteUri);
        settings.TryAdd("Arxiv:Proxy", "direct");
        var services = new ServiceCollection();
        services.AddSingleton<IConfiguration>(new ConfigurationBuilder().AddInMemoryCollection(settings).Build());
        services.AddLogging();
        services.AddSingleton<TimeProvider>(clock);
        services.AddPaperBotStorage();
        services.AddUpstreams();
        Slots = new(new InMemorySlotStore(clock), clock);
        services.Replace(ServiceDescriptor.Singleton<ISlotStore>(Slots));
        if (!queued)
        {
            services.Replace(
                ServiceDescriptor.Singleton<IUpstreamQueue<ArxivCall, ArxivAnswer>>(provider =>
                    Direct = new(provider.GetRequiredService<ArxivUpstream>())
                )
            );
        }

        _services = services.BuildServiceProvider();
    }

    public ManualTimeProvider Clock { get; }

    public ArxivSimulator Arxiv { get; }

    public MovingSlotStore Slots { get; }

    public DirectQueue Direct { get; private set; } = null!;

    public IPaperSource Source => _services.GetRequiredService<IPaperSource>();

    public IPaperStore Papers => _services.GetRequiredService<IPaperStore>();

    public IAnnouncementStore Announcements => _services.GetRequiredService<IAnnouncementStore>();

    public ArxivUpstream Upstream => _services.GetRequiredService<ArxivUpstream>();

    public static CancellationToken Token => TestContext.Current.CancellationToken;

    public static Caller Person(string name = "web:local") => new(name, Urgency.Interactive, NoProgress.Instance);

    public T Get<T>()
        where T : notnull => _services.GetRequiredService<T>();

    /// <param name="start">The time; default a Wednesday at noon in UTC.</param>
    /// <param name="corpus">The simulator's papers.</param>
    /// <param name="queued">With the real queue.</param>
    /// <param name="generation">Which Atom.</param>
    /// <param name="settings">Configuration beside the addresses.</param>
    public static async Task<ArxivBench> StartAsync(
        DateTimeOffset? start = null,
        ArxivCorpus? corpus = null,
        bool queued = false,
        AtomGeneration generation = AtomGeneration.Current,
        params IEnumerable<(string Key, string Value)> settings
    )
    {
        var clock = new ManualTimeProvider(start ?? new(2026, 11, 18, 12, 0, 0, TimeSpan.Zero));
        var options = new ArxivSimulatorOptions { Time = clock, Generation = generation };
        if (corpus is not null)
            options = options with { Corpus = corpus };
        var simulator = await ArxivSimulator.StartAsync(options);
        return new(clock, simulator, queued, settings.ToDictionary(s => s.Key, s => (string?)s.Value));
    }

    /// <summary>One attempt with these calls.</summary>
    public Task<Attempt<ArxivAnswer>> SendAsync(params ArxivCall[] calls) =>
        Upstream.SendAsync(calls, new NoAttemptProgress(), Token);

    public async ValueTask DisposeAsync()
    {
        await _services.DisposeAsync();
        await Arxiv.DisposeAsync();
        if (Directory.Exists(_folder))
            Directory.Delete(_folder, recursive: true);
    }
}
