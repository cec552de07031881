using System.Net;
using Microsoft.Extensions.DependencyInjection;
using PaperBot.Core.Papers;
using PaperBot.Core.Replies;
using PaperBot.Testing.Papers;

namespace PaperBot.Tests.Platforms.Web;

/// <summary>The page of a paper behind either door.</summary>
public sealed class PaperPageTests
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task It_shows_the_paper_its_answers_and_formulas_and_nothing_that_the_text_chose()
    {
        await using var page = await StartAsync([]);
        using var http = new HttpClient();

        var html = await http.GetStringAsync(new Uri(page.Url, "papers/hep-th/9901001v2?lang=en"), Token);

        html.ShouldContain("<h1 class=\"card-title\">A title with <span class=\"math\"");
        html.ShouldContain("<section id=\"faq-en\"><h2>Six &lt;answers&gt;</h2>");
        html.ShouldContain("href=\"../../assets/katex/katex.min.css\"");
        html.ShouldContain("[§3, p. 5]");
        html.ShouldNotContain("<script>alert");
        html.ShouldNotContain("<form");
    }

    [Fact]
    public async Task Behind_the_public_door_there_are_pages_and_their_files_and_no_chat()
    {
        await using var page = await StartAsync(
            new() { ["Public:Listen"] = "http://127.0.0.1:0", ["Public:Url"] = "https://papers.example" }
        );
        var door = new Uri(page.Addresses[1]);
        using var http = new HttpClient();

        using var paper = await http.GetAsync(new Uri(door, "papers/hep-th/9901001v2"), Token);
        paper.StatusCode.ShouldBe(HttpStatusCode.OK);
        paper.Headers.GetValues("Content-Security-Policy").Single().ShouldContain("default-src 'none'");
        (await http.GetAsync(new Uri(door, "assets/paper.css"), Token)).StatusCode.ShouldBe(HttpStatusCode.OK);
        (await http.GetAsync(new Uri(door, "papers/2601.00001"), Token)).StatusCode.ShouldBe(HttpStatusCode.NotFound);
        (await http.GetAsync(door, Token)).StatusCode.ShouldBe(HttpStatusCode.NotFound);
        (await http.GetAsync(new Uri(door, "api/start"), Token)).StatusCode.ShouldBe(HttpStatusCode.NotFound);
    }

    [Fact]
    public async Task Behind_the_private_door_only_those_read_it_who_may_use_the_chat()
    {
        await using var page = await StartAsync(new() { ["Web:AccessKey"] = "a-key-of-sixteen-letters" });
        using var handler = new HttpClientHandler { AllowAutoRedirect = false };
        using var http = new HttpClient(handler);

        using var answer = await http.GetAsync(new Uri(page.Url, "papers/hep-th/9901001v2"), Token);

        answer.StatusCode.ShouldBe(HttpStatusCode.Found);
    }

    private static Task<WebPage> StartAsync(Dictionary<string, string?> settings)
    {
        var pages = new FakePaperPages();
        var id = ArxivId.Parse("hep-th/9901001v2");
        pages.Pages[id] = new PaperPage(
            id,
            new Card("paper") { Title = "A title with $x_1$", Markdown = "Words. <script>alert(1)</script>" },
            [
                new PaperPageSection(
                    "faq-en",
                    "Six <answers>",
                    [new Card("problem") { Title = "1. Why?", Markdown = "So $y$ &#91;§3, p. 5&#93;." }]
                ),
            ]
        );
        return WebPage.StartAsync(settings, services: services => services.AddSingleton<IPaperPageSource>(pages));
    }
}
