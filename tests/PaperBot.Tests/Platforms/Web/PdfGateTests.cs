using System.Net;
using Microsoft.Extensions.DependencyInjection;
using PaperBot.Core.Conversations;
using PaperBot.Core.Identity;
using PaperBot.Core.Papers;
using PaperBot.Core.Readers;

namespace PaperBot.Tests.Platforms.Web;

/// <summary>The bot's own links to PDFs, which count who opens them.</summary>
public sealed class PdfGateTests
{
    private static readonly PlaceId Here = PlaceId.Parse("discord:1");
    private static readonly ArxivId Paper = ArxivId.Parse("2606.00001v2");

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_link_leads_to_the_pdf_and_counts_one_address_once()
    {
        IServiceProvider services = null!;
        await using var page = await WebPage.StartAsync(
            new() { ["Public:Listen"] = "http://127.0.0.1:0", ["Public:Url"] = "https://papers.example" },
            map: app => services = app.Services
        );
        var uses = services.GetRequiredService<IPaperUseStore>();
        var gate = services.GetServices<IPaperGates>().Single();
        var link = await gate.PdfAsync(Paper, Here, Token);
        link!.AbsoluteUri.ShouldStartWith("https://papers.example/go/");
        link.AbsoluteUri.ShouldNotContain("2606");
        using var handler = new HttpClientHandler { AllowAutoRedirect = false };
        using var http = new HttpClient(handler) { BaseAddress = new Uri(page.Addresses[1]) };

        for (var i = 0; i < 2; i++)
        {
            using var led = await http.GetAsync(link.AbsolutePath, Token);
            led.StatusCode.ShouldBe(HttpStatusCode.Found);
            led.Headers.Location.ShouldBe(new Uri("https://arxiv.org/pdf/2606.00001v2"));
            led.Headers.CacheControl!.NoStore.ShouldBeTrue();
        }

        var counts = (await uses.CountAsync(Here, [Paper], Token)).ShouldHaveSingleItem().Value;
        (counts.Of(PaperUseKind.Pdf), counts.Opens).ShouldBe((1, 1));
        (await uses.CountAsync(PlaceId.Parse("discord:2"), [Paper], Token)).ShouldBeEmpty();
        // A key that stands for something else, or for nothing, leads nowhere.
        var other = await services.GetRequiredService<IShortLineStore>().ShortenAsync("/paper 2606.00001", Token);
        foreach (var key in (string[])[other, "nothing"])
            (await http.GetAsync("/go/" + key, Token)).StatusCode.ShouldBe(HttpStatusCode.NotFound);
    }

    [Fact]
    public async Task Without_an_address_of_its_own_the_bot_links_to_arxiv_alone()
    {
        IServiceProvider services = null!;
        await using var page = await WebPage.StartAsync(map: app => services = app.Services);

        (await services.GetServices<IPaperGates>().Single().PdfAsync(Paper, Here, Token)).ShouldBeNull();
    }
}
