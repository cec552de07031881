using Microsoft.Extensions.DependencyInjection;
using PaperBot.Core.Commands;
using PaperBot.Core.Conversations;
using PaperBot.Core.Identity;
using PaperBot.Core.Outcomes;
using PaperBot.Core.Papers;
using PaperBot.Core.Preferences;
using PaperBot.Core.Readers;
using PaperBot.Core.Replies;
using PaperBot.Core.Texts;
using PaperBot.Handlers.Papers;
using PaperBot.Handlers.Routing;
using PaperBot.Testing.Conversations;
using PaperBot.Testing.Papers;
using PaperBot.Testing.Preferences;
using PaperBot.Testing.Readers;
using PaperBot.Testing.Time;
using PaperBot.Tests.Handlers.Blogs;

namespace PaperBot.Tests.Handlers.Papers;

/// <summary>The paper commands over a made-up arXiv, each handler called with its arguments.</summary>
internal sealed class PaperBench : IDisposable
{
    private readonly ServiceProvider _services;

    public PaperBench()
    {
        Conversations = new(Clock);
        var services = new ServiceCollection();
        services.AddSingleton<TimeProvider>(Clock);
        services.AddSingleton<IPaperSource>(Source);
        services.AddSingleton<IPaperStore>(Store);
        services.AddSingleton<IPaperLinks, FakePaperLinks>();
        services.AddSingleton<IConversationStore>(Conversations);
        services.AddSingleton<IPreferenceStore>(Preferences);
        services.AddSingleton(new TextSource(typeof(PaperHandler).Assembly));
        services.AddSingleton<ITexts, TextCatalogue>();
        services.AddSingleton<ErrorWords>();
        services.AddNoBlogs();
        services.AddSingleton<IPaperUseStore, NoPaperUses>();
        services.AddPapers();
        _services = services.BuildServiceProvider();
    }

    public static ConversationId Conversation { get; } = ConversationId.Parse("web:talk");

    public ManualTimeProvider Clock { get; } = new(new(2026, 6, 16, 12, 0, 0, TimeSpan.Zero));

    public FakePaperSource Source { get; } = new();

    public InMemoryPaperStore Store { get; } = new();

    public InMemoryConversationStore Conversations { get; }

    public InMemoryPreferenceStore Preferences { get; } = new();

    public Locale Locale { get; set; } = Locale.English;

    public ITexts Texts => _services.GetRequiredService<ITexts>();

    public T Get<T>()
        where T : notnull => _services.GetRequiredService<T>();

    /// <summary>The reply of a command; fails the test when there is an error.</summary>
    public async Task<Reply> ReplyAsync(string command, params (string Name, object Value)[] arguments)
    {
        var outcome = await RunAsync(command, arguments);
        if (!outcome.IsOk)
            throw new InvalidOperationException(Texts.Get(Locale, outcome.Error.Message));
        return outcome.Value;
    }

    /// <summary>The error of a command and its sentence; fails the test when there is a reply.</summary>
    public async Task<(Error Error, string Sentence)> ErrorAsync(
        string command,
        params (string Name, object Value)[] arguments
    )
    {
        var error = await FailAsync(command, arguments);
        return (error, Texts.Get(Locale, error.Message));
    }

    /// <summary>The error of a command; fails the test when there is a reply.</summary>
    public async Task<Error> FailAsync(string command, params (string Name, object Value)[] arguments) =>
        (await RunAsync(command, arguments)).Error;

    private Task<Outcome<Reply>> RunAsync(string command, (string Name, object Value)[] arguments)
    {
        var handler = _services.GetServices<ICommandHandler>().Single(h => h.Spec.Name == command);
        var request = new CommandRequest
        {
            Id = RequestId.Of("web", "1"),
            Spec = handler.Spec,
            Arguments = new Arguments(arguments.ToDictionary(a => a.Name, a => a.Value)),
            Line = "/" + command,
            Person = new Person(PersonId.Parse("web:ada")),
            Place = new Place(PlaceId.Parse("web:page")),
            Conversation = Conversation,
            Locale = Locale,
        };
        return handler.HandleAsync(request, TestContext.Current.CancellationToken);
    }

    public void Dispose() => _services.Dispose();
}
