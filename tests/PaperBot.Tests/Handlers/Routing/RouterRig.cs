using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using PaperBot.Core.Commands;
using PaperBot.Core.Conversations;
using PaperBot.Core.Delivery;
using PaperBot.Core.Health;
using PaperBot.Core.Preferences;
using PaperBot.Core.Requests;
using PaperBot.Handlers;
using PaperBot.Handlers.Routing;
using PaperBot.Testing.Commands;
using PaperBot.Testing.Conversations;
using PaperBot.Testing.Delivery;
using PaperBot.Testing.Preferences;
using PaperBot.Testing.Requests;
using PaperBot.Testing.Time;

namespace PaperBot.Tests.Handlers.Routing;

/// <summary>
/// A router over fakes. <see cref="Restart"/> is a crash: a new router over the same stores, as another process.
/// </summary>
internal sealed class RouterRig : IAsyncDisposable
{
    private readonly Dictionary<string, string?> _settings = [];
    private readonly List<FakeHandler> _handlers = [];
    private ServiceProvider? _services;
    private MortalRequestStore? _process;
    private int _starts;

    public RouterRig(params CommandSpec[] specs)
    {
        foreach (var spec in specs.Length > 0 ? specs : [SampleSpecs.Paper, SampleSpecs.Calculate, SampleSpecs.About])
            _handlers.Add(new FakeHandler(spec));
        Requests = new InMemoryAcceptedRequestStore(Clock);
        Conversations = new InMemoryConversationStore(Clock);
    }

    public ManualTimeProvider Clock { get; } = new();

    public InMemoryAcceptedRequestStore Requests { get; }

    public InMemoryPreferenceStore Preferences { get; } = new();

    public InMemoryConversationStore Conversations { get; }

    public RecordingOutbox Outbox { get; } = new("test");

    public CostlyAudience? Audience { get; set; }

    public RecordingLogs Logs { get; init; } = new();

    public static CancellationToken Cancel => TestContext.Current.CancellationToken;

    public IServiceProvider Services => _services ??= Build();

    public CommandRouter Router => Services.GetRequiredService<CommandRouter>();

    public FakeHandler this[string command] => _handlers.Single(h => h.Spec.Name == command);

    public RouterRig With(string key, string value)
    {
        _settings[key] = value;
        return this;
    }

    public Task<Response> AskAsync(Incoming incoming) => Router.HandleAsync(incoming, Cancel);

    public Task<Response> AskAsync(string text) => AskAsync(Incomings.Of(text));

    public async Task<string> TextAsync(Incoming incoming) => (await AskAsync(incoming)).Reply!.Cards[0].Markdown;

    public Task<string> TextAsync(string text) => TextAsync(Incomings.Of(text));

    /// <summary>The process dies as it stands; the next one begins with the same stores.</summary>
    public void Restart()
    {
        _process?.Die();
        _services = Build();
    }

    public T Hosted<T>()
        where T : IHostedService => Services.GetServices<IHostedService>().OfType<T>().Single();

    public async ValueTask DisposeAsync()
    {
        if (_services is not null)
            await _services.DisposeAsync();
    }

    private ServiceProvider Build()
    {
        var services = new ServiceCollection();
        services.AddSingleton<IConfiguration>(new ConfigurationBuilder().AddInMemoryCollection(_settings).Build());
        services.AddLogging(logging => logging.SetMinimumLevel(LogLevel.Trace).AddProvider(Logs));
        services.AddMetrics();
        services.AddSingleton<TimeProvider>(Clock);
        services.AddSingleton<IAcceptedRequestStore>(_process = new MortalRequestStore(Requests));
        services.AddSingleton<IPreferenceStore>(Preferences);
        services.AddSingleton<IConversationStore>(Conversations);
        services.AddSingleton<IOutbox>(Outbox);
        services.AddSingleton(new HostFacts("1.2.3", Clock.GetUtcNow(), $"process-{++_starts}"));
        if (Audience is { } audience)
            services.AddSingleton(audience);
        services.AddRestOfTheBot();
        services.AddHandlers();
        services.AddRequestResumption();
        services.RemoveAll<ICommandHandler>();
        services.RemoveAll<ISuggestionSource>();
        foreach (var handler in _handlers)
            services.AddSingleton<ICommandHandler>(handler);
        return services.BuildServiceProvider();
    }
}
