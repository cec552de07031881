using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using PaperBot.Core.Commands;
using PaperBot.Core.Conversations;
using PaperBot.Core.Documents;
using PaperBot.Core.Identity;
using PaperBot.Core.Models;
using PaperBot.Core.Outcomes;
using PaperBot.Core.Papers;
using PaperBot.Core.Preferences;
using PaperBot.Core.Progress;
using PaperBot.Core.Queues;
using PaperBot.Core.Readers;
using PaperBot.Core.Replies;
using PaperBot.Core.Texts;
using PaperBot.Handlers.Papers;
using PaperBot.Handlers.Questions.Asking;
using PaperBot.Handlers.Questions.Faq;
using PaperBot.Handlers.Questions.Generating;
using PaperBot.Handlers.Questions.Pages;
using PaperBot.Handlers.Questions.Translate;
using PaperBot.Handlers.Questions.Uploads;
using PaperBot.Handlers.Routing;
using PaperBot.Host.Samples;
using PaperBot.Search.Evidence;
using PaperBot.Testing.Conversations;
using PaperBot.Testing.Documents;
using PaperBot.Testing.Models;
using PaperBot.Testing.Papers;
using PaperBot.Testing.Preferences;
using PaperBot.Testing.Queues;
using PaperBot.Testing.Readers;
using PaperBot.Testing.Time;
using PaperBot.Tests.Handlers.Blogs;
using PaperBot.Upstreams;

namespace PaperBot.Tests.Handlers.Questions;

/// <summary>The questions' commands over the demonstration paper and a scripted model.</summary>
internal sealed class QuestionBench : IDisposable
{
    public const string Paper = "2511.99999";

    private readonly ServiceProvider _services;

    public QuestionBench(
        bool hasModel = true,
        IAnswerStore? store = null,
        params IReadOnlyList<(string Key, string Value)> settings
    )
    {
        Model = new(Clock);
        Answers = store ?? new InMemoryAnswerStore(Clock);
        Conversations = new(Clock);
        var services = new ServiceCollection();
        services.AddSingleton<TimeProvider>(Clock);
        services.AddSingleton<IPaperSource>(Source);
        services.AddSingleton<IPaperStore>(new InMemoryPaperStore());
        services.AddSingleton<IPaperLinks, FakePaperLinks>();
        services.AddSingleton<IConversationStore>(Conversations);
        services.AddSingleton<IPreferenceStore>(new InMemoryPreferenceStore());
        services.AddSingleton<IDocumentSource>(Documents);
        services.AddSingleton<IEvidenceFinder, EvidenceFinder>();
        services.AddSingleton<IQueueMonitor>(_ => Queues);
        services.AddSingleton(Answers);
        services.AddSingleton<IDocumentStore>(new InMemoryDocumentStore());
        services.AddSingleton<ILanguageModel>(hasModel ? Model : ScriptedModel.None());
        services.AddSingleton<IPrompts>(Prompts);
        services.AddSingleton(new TextSource(typeof(PaperHandler).Assembly));
        services.AddSingleton(new TextSource(typeof(UpstreamsServiceCollectionExtensions).Assembly));
        services.AddSingleton<ITexts, TextCatalogue>();
        services.AddSingleton<ErrorWords>();
        services.AddNoBlogs();
        services.AddSingleton<IPaperUseStore, NoPaperUses>();
        services.AddPapers();
        services.AddGenerating();
        services.AddFaq();
        services.AddPages();
        services.AddAsking();
        services.AddUploads();
        services.AddTranslate();
        services.AddSingleton<IConfiguration>(
            new ConfigurationBuilder()
                .AddInMemoryCollection(settings.Select(pair => KeyValuePair.Create(pair.Key, (string?)pair.Value)))
                .Build()
        );
        _services = services.BuildServiceProvider();
    }

    public static ConversationId Conversation { get; } = ConversationId.Parse("web:talk");

    public static Place Direct { get; } = new(PlaceId.Parse("web:page"));

    public static Place Channel { get; } = new(PlaceId.Parse("chat:7"), PlaceKind.Group);

    public static Place Thread { get; } = new(PlaceId.Parse("chat:8"), PlaceKind.Thread, PlaceId.Parse("chat:7"));

    public ManualTimeProvider Clock { get; } = new(new(2026, 6, 16, 12, 0, 0, TimeSpan.Zero));

    public ScriptedModel Model { get; }

    public ScriptedPrompts Prompts { get; } = new();

    public IAnswerStore Answers { get; }

    public FakePaperSource Source { get; } = new();

    public FakeDocumentSource Documents { get; } = new();

    public FakeQueueMonitor Queues { get; init; } = new();

    public InMemoryConversationStore Conversations { get; }

    public T Get<T>()
        where T : notnull => _services.GetRequiredService<T>();

    /// <summary>The demonstration paper and its text.</summary>
    public async Task<PaperDocument> AddDemonstrationAsync()
    {
        var demonstration = await DemonstrationPaper.ReadAsync(TestContext.Current.CancellationToken);
        var stored = demonstration.Paper.ToStored();
        Source.Add(stored.Paper);
        var document = demonstration.ToDocument();
        Documents.Papers[stored.Paper.VersionedId] = document;
        return document;
    }

    /// <summary>A further paper with a text of one section.</summary>
    public PaperDocument Add(string id, string title, params string[] paragraphs)
    {
        var paper = ArxivId.Parse(id);
        var version = paper.Version ?? 1;
        Source.Add(
            new Paper
            {
                Id = paper.WithoutVersion,
                Version = version,
                Title = title,
                Abstract = paragraphs[0],
                Authors = [],
            }
        );
        var builder = new DocumentBuilder();
        builder.Add(new DocumentSection("1", "Introduction", 1));
        foreach (var paragraph in paragraphs)
            builder.Add(new DocumentPart(PassageKind.Body, paragraph) { Pages = [(0, 2)] });
        var document = builder.Build(
            DocumentId.Of(paper.WithVersion(version)),
            DocumentOrigin.ArxivPdf,
            title,
            Clock.GetUtcNow()
        )!;
        Documents.Papers[paper.WithVersion(version)] = document;
        return document;
    }

    public async Task<Reply> ReplyAsync(
        string line,
        Locale locale = default,
        Place? place = null,
        string person = "web:ada",
        IProgressSink? progress = null
    )
    {
        var outcome = await RunAsync(line, locale, place, person, progress);
        if (!outcome.IsOk)
            throw new InvalidOperationException(Get<ITexts>().Get(locale, outcome.Error.Message));
        return outcome.Value;
    }

    public Task<Outcome<Reply>> RunAsync(
        string line,
        Locale locale = default,
        Place? place = null,
        string person = "web:ada",
        IProgressSink? progress = null,
        CancellationToken? cancellationToken = null
    )
    {
        var name = line[1..].Split(' ')[0];
        var handler = _services.GetServices<ICommandHandler>().Single(h => h.Spec.Name == name);
        var request = HandlerRig.Request(handler, line, locale) with
        {
            Person = new Person(PersonId.Parse(person)),
            Place = place ?? Direct,
            Conversation = Conversation,
            Progress = progress ?? NoProgress.Instance,
        };
        // As the router does with the parameter that every command has.
        if (request.Arguments.Text("lang") is { } language)
            request = request with { Locale = Locale.Parse(language) };
        return handler.HandleAsync(request, cancellationToken ?? TestContext.Current.CancellationToken);
    }

    public void Dispose() => _services.Dispose();
}
