using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using PaperBot.Core.Commands;
using PaperBot.Core.Conversations;
using PaperBot.Core.Delivery;
using PaperBot.Core.Health;
using PaperBot.Core.Outcomes;
using PaperBot.Core.Papers;
using PaperBot.Core.Pictures;
using PaperBot.Core.Preferences;
using PaperBot.Core.Queues;
using PaperBot.Core.Requests;
using PaperBot.Core.Texts;
using PaperBot.Handlers;
using PaperBot.Handlers.Routing;
using PaperBot.Testing.Conversations;
using PaperBot.Testing.Delivery;
using PaperBot.Testing.Health;
using PaperBot.Testing.Papers;
using PaperBot.Testing.Pictures;
using PaperBot.Testing.Preferences;
using PaperBot.Testing.Queues;
using PaperBot.Testing.Requests;
using PaperBot.Testing.Time;
using PaperBot.Tests.Handlers.Routing;

namespace PaperBot.Tests.Handlers.Papers;

/// <summary>The paper commands as people type them, through the real router.</summary>
public sealed class WholeBotPaperTests : IAsyncDisposable
{
    private readonly ManualTimeProvider _clock = new(new(2026, 6, 16, 12, 0, 0, TimeSpan.Zero));
    private readonly FakePaperSource _source = new();
    private readonly InMemoryPaperStore _store = new();
    private readonly RecordingLogs _logs = new();
    private readonly ServiceProvider _services;

    public WholeBotPaperTests()
    {
        _source.Add(
            SomePapers.Attention,
            SomePapers.Of("2001.00001", "Graph attention networks", "Noam Shazeer"),
            SomePapers.Of("2001.00002", "Sets")
        );
        _source.Announce = (_, day) =>
            new Announcement(
                day ?? new(2026, 6, 16),
                [new(SomePapers.Of("2606.00001", "Agents that plan"), AnnounceType.New)],
                _clock.GetUtcNow()
            );
        var services = new ServiceCollection();
        services.AddSingleton<IConfiguration>(new ConfigurationBuilder().Build());
        services.AddLogging(logging => logging.SetMinimumLevel(LogLevel.Trace).AddProvider(_logs));
        services.AddMetrics();
        services.AddSingleton<TimeProvider>(_clock);
        services.AddSingleton<IAcceptedRequestStore>(new InMemoryAcceptedRequestStore(_clock));
        services.AddSingleton<IPreferenceStore>(new InMemoryPreferenceStore());
        services.AddSingleton<IConversationStore>(new InMemoryConversationStore(_clock));
        services.AddSingleton<IOutbox>(new RecordingOutbox("test"));
        services.AddSingleton<IPaperSource>(_source);
        services.AddSingleton<IPaperStore>(_store);
        services.AddSingleton<IPaperLinks, FakePaperLinks>();
        services.AddSingleton<IFormulaPictures, FakePictures>();
        services.AddSingleton<IPlotPictures, FakePictures>();
        services.AddSingleton<IStorageStatus>(new FakeStorageStatus());
        services.AddSingleton<IQueueMonitor>(new FakeQueueMonitor());
        services.AddSingleton(new HostFacts("1.2.3", _clock.GetUtcNow(), "process"));
        services.AddRestOfTheBot();
        services.AddHandlers();
        _services = services.BuildServiceProvider();
    }

    [Theory]
    [InlineData("/paper 1706.03762", "Computation and Language (cs.CL)")]
    [InlineData("/论文 1706.03762", "Computation and Language (cs.CL)")]
    [InlineData("、论文 1706.03762", "Computation and Language (cs.CL)")]
    [InlineData("/论文 1706.03762 语言:中文", "计算与语言 (cs.CL)")]
    [InlineData("https://arxiv.org/abs/1706.03762", "Computation and Language (cs.CL)")]
    [InlineData("/paper \"Attention is all you need\"", "Computation and Language (cs.CL)")]
    [InlineData("/paper attention", "2 papers match “attention”")]
    [InlineData("/cite 1706.03762", "@misc{vaswani2017attention,")]
    [InlineData("/引用 1706.03762, 2001.00002 格式:国标", "[2] AUTHOR A. Sets[EB/OL]")]
    [InlineData("/arxiv new cs.AI+cs.LG yesterday", "**arXiv, 2026-06-15, cs.AI+cs.LG:** 1 new.")]
    [InlineData("/今日 人工智能 6月15日 包含:agents lang:zh", "**arXiv 2026-06-15，cs.AI：** 新论文 1 篇。")]
    [InlineData("/arxiv new date:2026-06-15 cs.AI - cs.CY", "cs.AI-cs.CY:** 1 new.")]
    [InlineData("/arxiv search attention in:cs.CL sort:date", "**2 papers** for “attention, cs.CL”")]
    [InlineData("/搜论文 attention 排序:最新 lang:zh", "“attention”共找到 **2 篇**论文。")]
    [InlineData("/related 1706.03762", "also by Noam Shazeer")]
    [InlineData("/相关 1706.03762 lang:zh", "同一作者：Noam Shazeer")]
    public async Task Commands_answer_in_both_languages(string text, string expected)
    {
        var response = await AskAsync(text);

        response.Error.ShouldBeNull();
        response.Reply!.Cards[0].Markdown.ShouldContain(expected);
        NothingWentWrong();
    }

    [Theory]
    [InlineData("/paper 9999.99999999", ErrorKind.UserInput)]
    [InlineData("/paper", ErrorKind.UserInput)]
    [InlineData("/paper zzz qqq", ErrorKind.NotFound)]
    [InlineData("/paper https://example.com/x", ErrorKind.UserInput)]
    [InlineData("/cite 1706.03762 format:word", ErrorKind.UserInput)]
    [InlineData("/arxiv new cs.XX", ErrorKind.UserInput)]
    [InlineData("/arxiv new cs.AI 2030-01-01", ErrorKind.UserInput)]
    [InlineData("/arxiv search", ErrorKind.UserInput)]
    [InlineData("/arxiv search zzz", ErrorKind.NotFound)]
    [InlineData("/arxiv search x page:0", ErrorKind.UserInput)]
    [InlineData("/related 2001.99999", ErrorKind.NotFound)]
    public async Task Bad_input_is_one_clear_sentence(string text, ErrorKind kind)
    {
        foreach (var locale in Locale.All)
        {
            var response = await AskAsync($"{text} lang:{locale.Tag}");

            response.Error.ShouldNotBeNull().Kind.ShouldBe(kind);
            var sentence = response.Reply!.Cards.ShouldHaveSingleItem().Markdown;
            sentence.ShouldNotContain("\n");
            sentence.Length.ShouldBeInRange(10, 300);
        }

        NothingWentWrong();
    }

    [Fact]
    public async Task A_number_answers_a_choice()
    {
        await AskAsync("/paper attention");

        var response = await AskAsync("2");

        response.Reply!.Cards[0].Title.ShouldBe("Graph attention networks");
    }

    [Fact]
    public async Task Every_action_is_a_line_that_the_router_reads()
    {
        _source.Search = _ => new PaperList([new(SomePapers.Attention, PaperOrigin.Api, default)], 30);
        var router = _services.GetRequiredService<ICommandRouter>();
        string[] lines =
        [
            "/paper 1706.03762",
            "/cite 1706.03762",
            "/arxiv search graph \"neural net\" author:\"A B\" in:cs.CL from:2017 page:2",
        ];

        foreach (var line in lines)
        foreach (var action in (await AskAsync(line)).Reply!.Cards.SelectMany(card => card.Actions))
            // A question mark is asked for by the platform's form.
            if (action.Line?.Replace(" ?", " why", StringComparison.Ordinal) is { } next)
                (await router.CheckAsync(Incomings.Of(next), TestContext.Current.CancellationToken)).IsOk.ShouldBeTrue(
                    next
                );
        _source.Searches[^1].Words.ShouldBe("graph \"neural net\"");
        await AskAsync((await AskAsync(lines[2])).Reply!.Cards[0].Actions[0].Line!);
        (_source.Searches[^1] with { Skip = 10, Categories = null }).ShouldBe(
            _source.Searches[0] with
            {
                Categories = null,
            }
        );
    }

    [Fact]
    public async Task Every_example_in_help_is_understood()
    {
        var router = _services.GetRequiredService<ICommandRouter>();
        var texts = _services.GetRequiredService<ITexts>();
        var checkedLines = 0;
        foreach (var locale in Locale.All)
        {
            var examples = router
                .Specs.Select(spec => texts.Find(locale, spec.TextKey + ".examples"))
                .Concat(Enumerable.Range(1, 4).Select(i => texts.Find(locale, $"help.task.{i}.line")))
                .SelectMany(text => (text ?? "").Split('\n', StringSplitOptions.RemoveEmptyEntries));
            foreach (var example in examples)
            {
                // Administrators' commands have examples too; a file comes along, as it does on a platform.
                var asked = Incomings.Of(example) with
                {
                    Person = new(new("console", "local")),
                    FileByText = _ => new("paper.pdf", "application/pdf", 1, _ => Task.FromResult(Stream.Null)),
                };
                var read = await router.CheckAsync(asked, TestContext.Current.CancellationToken);
                read.IsOk.ShouldBeTrue(example);
                checkedLines++;
            }
        }

        checkedLines.ShouldBeGreaterThan(30);
    }

    [Theory]
    [InlineData("/paper <script>alert(1)</script>")]
    [InlineData("/paper \u202e\u202e")]
    [InlineData("/paper \0\u0001")]
    [InlineData("/cite \"\"\"\"\"")]
    [InlineData("/arxiv search ((((\\\"")]
    [InlineData("/arxiv new cs.AI include:\"**\" exclude:$")]
    [InlineData("/arxiv search a from:99999999999999999999")]
    [InlineData("/related ]]]]((((")]
    public async Task Hostile_input_is_answered(string text)
    {
        (await AskAsync(text)).Reply.ShouldNotBeNull();

        NothingWentWrong();
    }

    [Fact]
    public async Task Ten_thousand_identifiers_are_one_sentence_or_ten_cards()
    {
        var ids = Enumerable.Range(1, 10_000).Select(i => $"2001.{i:00000}");

        var response = await AskAsync("/paper " + string.Join(' ', ids.Take(1_500)));

        response.Reply!.Cards.Count.ShouldBeLessThanOrEqualTo(12);
        NothingWentWrong();
    }

    public async ValueTask DisposeAsync() => await _services.DisposeAsync();

    private Task<Response> AskAsync(string text) =>
        _services
            .GetRequiredService<CommandRouter>()
            .HandleAsync(Incomings.Of(text), TestContext.Current.CancellationToken);

    private void NothingWentWrong() => _logs.At(LogLevel.Warning).ShouldBeEmpty();
}
