using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Logging;
using PaperBot.Core.Commands;
using PaperBot.Core.Conversations;
using PaperBot.Core.Delivery;
using PaperBot.Core.Health;
using PaperBot.Core.Pictures;
using PaperBot.Core.Preferences;
using PaperBot.Core.Replies;
using PaperBot.Core.Requests;
using PaperBot.Core.Texts;
using PaperBot.Handlers;
using PaperBot.Handlers.Calculate;
using PaperBot.Handlers.Routing;
using PaperBot.Pictures;
using PaperBot.Testing.Conversations;
using PaperBot.Testing.Delivery;
using PaperBot.Testing.Pictures;
using PaperBot.Testing.Preferences;
using PaperBot.Testing.Requests;
using PaperBot.Testing.Time;
using PaperBot.Tests.Handlers.Routing;

namespace PaperBot.Tests.Handlers.Calculate;

/// <summary>The calculator's commands behind the real router, with engines of pictures that the test fills.</summary>
internal sealed class CalculateRig : IAsyncDisposable
{
    private readonly RecordingLogs _logs = new();
    private readonly ServiceProvider _services;

    public CalculateRig()
    {
        var services = new ServiceCollection();
        // So many questions of one person are not held back.
        var settings = new Dictionary<string, string?> { ["Limits:Person:0:Count"] = "1000" };
        services.AddSingleton<IConfiguration>(new ConfigurationBuilder().AddInMemoryCollection(settings).Build());
        services.AddLogging(logging => logging.SetMinimumLevel(LogLevel.Trace).AddProvider(_logs));
        services.AddMetrics();
        services.AddSingleton<TimeProvider>(Clock);
        services.AddSingleton<IAcceptedRequestStore>(new InMemoryAcceptedRequestStore(Clock));
        services.AddSingleton<IPreferenceStore>(new InMemoryPreferenceStore());
        services.AddSingleton<IConversationStore>(new InMemoryConversationStore(Clock));
        services.AddSingleton<IOutbox>(new RecordingOutbox("test"));
        services.AddSingleton(new HostFacts("1.2.3", Clock.GetUtcNow(), "process"));
        services.AddSingleton(new TextSource(typeof(PictureOptions).Assembly));
        services.AddSingleton<IFormulaPictures>(Pictures);
        services.AddSingleton<IPlotPictures>(Pictures);
        services.AddRestOfTheBot();
        services.AddHandlers();
        services.RemoveAll<ICommandHandler>();
        services.RemoveAll<ISuggestionSource>();
        services.AddCommand<CalcHandler>();
        services.AddCommand<LatexHandler>();
        _services = services.BuildServiceProvider();
    }

    public ManualTimeProvider Clock { get; } = new();

    public FakePictures Pictures { get; } = new();

    public async Task<Response> AskAsync(string text)
    {
        var router = _services.GetRequiredService<CommandRouter>();
        var response = await router.HandleAsync(Incomings.Of(text), TestContext.Current.CancellationToken);
        _logs.At(LogLevel.Warning).ShouldBeEmpty();
        return response;
    }

    public async Task<Card> CardAsync(string text) => (await AskAsync(text)).Reply!.Cards.ShouldHaveSingleItem();

    public async Task<string> TextAsync(string text) => (await CardAsync(text)).Markdown;

    public ValueTask DisposeAsync() => _services.DisposeAsync();
}
