using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using PaperBot.Core.Delivery;
using PaperBot.Core.Identity;
using PaperBot.Core.Models;
using PaperBot.Core.Outcomes;
using PaperBot.Core.Progress;
using PaperBot.Core.Queues;
using PaperBot.Core.Texts;
using PaperBot.Storage;
using PaperBot.Testing;
using PaperBot.Testing.Llm;
using PaperBot.Testing.Logging;
using PaperBot.Testing.Queues;
using PaperBot.Testing.Time;
using PaperBot.Upstreams;

namespace PaperBot.Tests.Upstreams.Llm;

/// <summary>Storage and upstreams as the host puts them together, in front of simulated models, on a manual clock.</summary>
internal sealed class LlmRig : IAsyncDisposable, IOwnerNotices
{
    private static readonly TimeSpan Step = TimeSpan.FromMilliseconds(100);
    private static readonly TimeSpan Breath = TimeSpan.FromMilliseconds(2);

    private readonly string _folder = Directory.CreateTempSubdirectory("paperbot-").FullName;
    private readonly ServiceProvider _services;
    private long _moved;

    private LlmRig(ModelSimulator first, ModelSimulator second, (string Key, string Value)[] settings)
    {
        First = first;
        Second = second;
        var values = new Dictionary<string, string?>
        {
            ["Storage:ConnectionString"] = $"Data Source={Path.Combine(_folder, "paperbot.db")}",
            ["Llm:Model"] = "simulated",
            ["Llm:Endpoint"] = first.Endpoint.AbsoluteUri,
            ["Llm:ApiKey"] = "sk-secret-of-the-first",
            ["Llm:RequestsPerMinute"] = "6000",
            ["Llm:Concurrency"] = "8",
            ["Llm:PromptFolder"] = Path.Combine(TestData.RepositoryRoot, "prompts"),
        };
        foreach (var (key, value) in settings)
            values[key] = value
                .Replace("{second}", second.Endpoint.AbsoluteUri, StringComparison.Ordinal)
                .Replace("{first}", first.Endpoint.AbsoluteUri, StringComparison.Ordinal)
                .Replace("{anthropic}", first.AnthropicEndpoint.AbsoluteUri, StringComparison.Ordinal);
        var services = new ServiceCollection();
        services.AddSingleton<IConfiguration>(new ConfigurationBuilder().AddInMemoryCollection(values).Build());
        services.AddLogging(logging => logging.SetMinimumLevel(LogLevel.Debug).AddProvider(new LogLinesProvider(Log)));
        services.AddSingleton<TimeProvider>(Clock);
        services.AddSingleton<IOwnerNotices>(this);
        services.AddPaperBotStorage();
        services.AddUpstreams();
        _services = services.BuildServiceProvider();
        _services.GetRequiredService<Microsoft.Extensions.Options.IStartupValidator>().Validate();
    }

    public static CancellationToken Token => TestContext.Current.CancellationToken;

    public ManualTimeProvider Clock { get; } = new();

    public ModelSimulator First { get; }

    public ModelSimulator Second { get; }

    public LogLines Log { get; } = new();

    /// <summary>What the owner was told.</summary>
    public System.Collections.Concurrent.ConcurrentQueue<Message> Told { get; } = new();

    public ILanguageModel Model => Get<ILanguageModel>();

    public T Get<T>()
        where T : notnull => _services.GetRequiredService<T>();

    public static async Task<LlmRig> StartAsync(params (string Key, string Value)[] settings) =>
        new(await ModelSimulator.StartAsync(), await ModelSimulator.StartAsync(), settings);

    /// <summary>A second model, which takes over.</summary>
    public static (string, string)[] WithFallback(params (string Key, string Value)[] more) =>
        [("Llm:Fallback:Model", "second"), ("Llm:Fallback:Endpoint", "{second}"), .. more];

    public ModelCall Call(string key = "faq 2601.00001v1 problem en", string text = "The text is here.") =>
        new(
            key,
            Get<IPrompts>()
                .Fill(
                    "faq-problem",
                    Locale.English,
                    new Dictionary<string, object>
                    {
                        [PromptVariables.Title] = "A Title",
                        [PromptVariables.Passages] = new[]
                        {
                            new Dictionary<string, object>
                            {
                                [PromptVariables.Key] = "bcdfgh23",
                                [PromptVariables.Place] = "§1",
                                [PromptVariables.Text] = text,
                            },
                        },
                    }
                )
        );

    public Task<Outcome<ModelAnswer>> AskAsync(
        ModelCall call,
        SeenProgress? progress = null,
        string person = "web:ada"
    ) =>
        PumpAsync(
            Model.AskAsync(
                call,
                new Caller(person, Urgency.Interactive, (IProgressSink?)progress ?? NoProgress.Instance)
                {
                    Place = new PlaceId("web", "room"),
                },
                Token
            )
        );

    public Task<Outcome<ModelAnswer>> AskAsync() => AskAsync(Call());

    /// <summary>
    /// Lets the task come to its end, moving the clock while it waits. Each step leaves sockets a moment of real time,
    /// so that hardly any simulated time passes while they work; fifty who wait move it no faster than one.
    /// </summary>
    public async Task<T> PumpAsync<T>(Task<T> task)
    {
        while (!task.IsCompleted)
        {
            await Task.WhenAny(task, Task.Delay(Breath, TimeProvider.System, Token));
            await Settling.OnceAsync();
            if (!task.IsCompleted && MayMove())
                Clock.Advance(Step);
        }

        return await task;
    }

    private bool MayMove()
    {
        lock (_services)
        {
            if (TimeProvider.System.GetElapsedTime(_moved) < Breath)
                return false;
            _moved = TimeProvider.System.GetTimestamp();
            return true;
        }
    }

    /// <summary>Runs the services that run beside.</summary>
    public async Task StartHostedAsync()
    {
        foreach (var service in _services.GetServices<IHostedService>())
            if (service.GetType().Assembly == typeof(UpstreamsServiceCollectionExtensions).Assembly)
                await service.StartAsync(Token);
    }

    public Task<bool> TellAsync(Place place, string reason, Message text, CancellationToken cancellationToken)
    {
        Told.Enqueue(text);
        return Task.FromResult(true);
    }

    public Task ForgetAsync(Place place, string reason, CancellationToken cancellationToken) => Task.CompletedTask;

    public async ValueTask DisposeAsync()
    {
        await First.DisposeAsync();
        await Second.DisposeAsync();
        await _services.DisposeAsync();
        Directory.Delete(_folder, recursive: true);
    }

    private sealed class LogLinesProvider(LogLines lines) : ILoggerProvider
    {
        public ILogger CreateLogger(string categoryName) => lines;

        public void Dispose() { }
    }
}
