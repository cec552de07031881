using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using PaperBot.Core.Articles;
using PaperBot.Core.Commands;
using PaperBot.Core.Delivery;
using PaperBot.Core.Health;
using PaperBot.Core.Outcomes;
using PaperBot.Core.Papers;
using PaperBot.Core.Pictures;
using PaperBot.Core.Queues;
using PaperBot.Core.Replies;
using PaperBot.Core.Texts;
using PaperBot.Handlers;
using PaperBot.Handlers.Routing;
using PaperBot.Storage;
using PaperBot.Testing.Articles;
using PaperBot.Testing.Delivery;
using PaperBot.Testing.Papers;
using PaperBot.Testing.Pictures;
using PaperBot.Testing.Queues;
using PaperBot.Tests.Handlers.Routing;

namespace PaperBot.Tests.Handlers.Blogs;

/// <summary>The blog commands as people type them, through the real router and store.</summary>
public sealed class BlogCommandTests : IAsyncLifetime
{
    private readonly string _folder = Directory.CreateTempSubdirectory("paperbot-").FullName;
    private readonly FakeTextSearch _search = new();
    private readonly RecordingLogs _logs = new();
    private readonly ServiceProvider _services;
    private readonly Article _article;

    public BlogCommandTests()
    {
        var services = new ServiceCollection();
        services.AddSingleton<IConfiguration>(
            new ConfigurationBuilder()
                .AddInMemoryCollection([
                    new("Storage:ConnectionString", $"Data Source={Path.Combine(_folder, "paperbot.db")}"),
                    new("Access:Administrators:0", "test:admin"),
                ])
                .Build()
        );
        services.AddLogging(logging => logging.SetMinimumLevel(LogLevel.Trace).AddProvider(_logs));
        services.AddMetrics();
        services.AddSingleton(TimeProvider.System);
        services.AddPaperBotStorage();
        services.AddSingleton<IOutbox>(new RecordingOutbox("test"));
        services.AddSingleton<IPaperSource>(new FakePaperSource());
        services.AddSingleton<IPaperLinks, FakePaperLinks>();
        services.AddSingleton<IFormulaPictures, FakePictures>();
        services.AddSingleton<IPlotPictures, FakePictures>();
        services.AddSingleton<IQueueMonitor>(new FakeQueueMonitor());
        services.AddSingleton(new HostFacts("1.2.3", TimeProvider.System.GetUtcNow(), "process"));
        services.AddSingleton<ITextSearch>(_search);
        services.AddSingleton<IBlogReader>(new NoArticles());
        // The reader's sentences stand beside the reader.
        services.AddSingleton(new TextSource(typeof(PaperBot.Upstreams.UpstreamsServiceCollectionExtensions).Assembly));
        services.AddRestOfTheBot();
        services.AddHandlers();
        _services = services.BuildServiceProvider();
        var text = "Measure $\\mu(A)$ is countably additive. " + string.Concat(Enumerable.Repeat("And so on. ", 80));
        _article = SomeArticles.At("measure", "On *measure* and $\\int f$", text) with
        {
            Tags = ["analysis"],
            Next = new Uri("https://blog.example.org/next"),
            Sections =
            [
                new("", 0, null, [new(ArticleBlockKind.Prose, text)]),
                new("Why [it] works", 1, "why", [new(ArticleBlockKind.Prose, text + "SECRET END")]),
            ],
        };
    }

    public async ValueTask InitializeAsync()
    {
        var store = _services.GetRequiredService<IArticleStore>();
        var next = SomeArticles.At("next", "What comes next") with { Previous = _article.Address };
        await store.SaveAsync([_article, next], TestContext.Current.CancellationToken);
        await _services
            .GetRequiredService<IBlogStore>()
            .SaveAsync(
                new("blog", "A Blog", new Uri("https://blog.example.org/"), BlogOrigin.Added),
                TestContext.Current.CancellationToken
            );
        foreach (var article in new[] { _article, next })
            _search.Articles.Add(
                new(
                    ArticleHead.Of(article),
                    new("is countably additive and $x^2$", [new(3, 9)])
                    {
                        Section = "Why",
                        Anchor = "why",
                        CutAfter = true,
                    },
                    [],
                    1
                )
            );
    }

    public async ValueTask DisposeAsync()
    {
        await _services.DisposeAsync();
        Directory.Delete(_folder, recursive: true);
    }

    [Theory]
    [InlineData("/blog search measure", "is **countably** additive and $x^2$…")]
    [InlineData("/搜博客 lang:zh measure", "找到 **1 篇文章**")]
    [InlineData("/blog measure", "[§ Why](<https://blog.example.org/measure#why>)")]
    [InlineData("/article search measure", "Ada Author · 2024-05-17 · blog")]
    [InlineData("/blog new", "**Latest articles** (2)")]
    [InlineData("/博客 最新 标签:analysis lang:zh", "**最新文章**（共 1 篇）")]
    [InlineData("/blog", "**Latest articles** (2)")]
    [InlineData("/blog tags", "analysis (1)")]
    [InlineData("/blog related measure", "What comes next")]
    [InlineData("/blog series measure", "**← here**")]
    [InlineData("/blog random in:blog", "Ada Author")]
    [InlineData("/blog sources", "Articles: **2**")]
    [InlineData("/search measure", "**Articles (1)**")]
    [InlineData("/搜 lang:zh measure", "博客文章（1）")]
    [InlineData("/blog read https://blog.example.org/measure", "**Outline**")]
    [InlineData("http://www.blog.example.org/measure/?utm_source=x", "**Outline**")]
    [InlineData("/cite https://blog.example.org/measure", "@online{")]
    [InlineData("/引用 https://blog.example.org/measure 格式:国标", "[EB/OL]. (2024-05-17)")]
    public async Task Commands_answer_in_both_languages(string text, string expected)
    {
        var card = await CardAsync(text);

        card.Markdown.ShouldContain(expected);
        _logs.At(LogLevel.Warning).ShouldBeEmpty();
    }

    [Fact]
    public async Task The_first_hits_can_be_opened_by_a_button_each()
    {
        for (var i = 0; i < 2; i++)
            _search.Articles.AddRange(_search.Articles.Take(2).ToList());

        var actions = (await CardAsync("/blog search e")).Actions;

        actions
            .Where(action => action.Label.StartsWith("Outline", StringComparison.Ordinal))
            .Select(action => action.Label)
            .ShouldBe(["Outline of 1", "Outline of 2", "Outline of 3"]);
        (await CardAsync(actions.Single(action => action.Label == "Outline of 2").Line!)).Title.ShouldBe(
            "What comes next"
        );
    }

    [Fact]
    public async Task Reading_shows_outline_and_first_lines_and_never_the_whole_text()
    {
        var card = await CardAsync($"/blog read {_article.Id}");

        card.Title.ShouldBe(_article.Title);
        card.Link.ShouldBe(_article.Address);
        card.Markdown.ShouldContain("Ada Author · 2024-05-17 · blog");
        card.Markdown.ShouldContain("(<https://blog.example.org/measure#why>)");
        card.Markdown.ShouldNotContain("SECRET");
        card.Markdown.Length.ShouldBeLessThan(800);
        card.Actions.Select(action => action.Line).ShouldContain($"/blog series {_article.Id}");
        (await CardAsync("/blog popular")).Markdown.ShouldContain("Opened most here");
    }

    [Fact]
    public async Task Free_text_that_an_article_has_is_searched()
    {
        var card = await CardAsync("comes next");

        card.Markdown.ShouldContain("**Articles (1)**");
    }

    [Fact]
    public async Task Papers_that_only_share_a_common_word_do_not_stand_before_the_article()
    {
        var paper = SomePapers.Of("2401.00001", "What comes next in a measure");
        _search.Papers.Add(new(new(paper, PaperOrigin.Api, paper.UpdatedAt ?? default), null, [], 1) { Said = 0.1 });
        (await CardAsync("/search comes next")).Markdown.ShouldStartWith("**Articles (1)**");

        _search.Papers[0] = _search.Papers[0] with { Said = 0.9 };
        (await CardAsync("/search comes next")).Markdown.ShouldStartWith("**Papers (1)**");

        _search.Papers[0] = _search.Papers[0] with { Said = 0.15 };
        for (var i = 0; i < _search.Articles.Count; i++)
            _search.Articles[i] = _search.Articles[i] with { Said = 0.2 };
        (await CardAsync("/search comes next")).Markdown.ShouldStartWith("**Articles (1)**");
    }

    [Theory]
    [InlineData("/blog search comes next")]
    [InlineData("/search comes next")]
    public async Task That_little_was_found_is_said(string text)
    {
        (await CardAsync(text)).Markdown.ShouldNotContain("Little of what");

        for (var i = 0; i < _search.Articles.Count; i++)
            _search.Articles[i] = _search.Articles[i] with { Said = 0.1 };

        (await CardAsync(text)).Markdown.ShouldContain("Little of what you wrote was found");
    }

    [Theory]
    [InlineData("/blog search zzz", ErrorKind.NotFound)]
    [InlineData("/blog read zzz", ErrorKind.NotFound)]
    [InlineData("/blog new tag:none", ErrorKind.NotFound)]
    [InlineData("/blog popular", ErrorKind.NotFound)]
    [InlineData("/blog new page:99", ErrorKind.UserInput)]
    [InlineData("/blog source add https://blog.example.org", ErrorKind.Refused)]
    public async Task What_there_is_not_is_said(string text, ErrorKind kind)
    {
        var response = await AskAsync(text, "somebody");

        response.Error!.Kind.ShouldBe(kind);
        response.Reply!.Cards[0].Markdown.ShouldNotContain("error.");
    }

    [Fact]
    public async Task An_administrator_may_add_a_blog_and_is_told_when_there_is_none()
    {
        var response = await AskAsync("/blog source add blog.example.net", "admin");

        response.Error!.Message.Key.ShouldBe("error.blog.nothing");
    }

    private async Task<Card> CardAsync(string text)
    {
        var response = await AskAsync(text, "somebody");
        response.Error.ShouldBeNull();
        return response.Reply!.Cards[0];
    }

    private Task<Response> AskAsync(string text, string person) =>
        _services
            .GetRequiredService<CommandRouter>()
            .HandleAsync(
                Incomings.Of(text) with
                {
                    Person = new(new("test", person)),
                },
                TestContext.Current.CancellationToken
            );
}
