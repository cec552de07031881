using System.Net;
using PaperBot.Core.Papers;
using PaperBot.Testing;
using PaperBot.Testing.Arxiv;
using PaperBot.Testing.Time;

namespace PaperBot.Tests.Upstreams.Arxiv;

public sealed class ArxivSimulatorTests
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task It_serves_every_kind_of_page_and_refuses_who_accepts_nothing()
    {
        // A Monday.
        await using var arxiv = await ArxivSimulator.StartAsync(new() { Time = new ManualTimeProvider() });
        arxiv.Announcements.Spread = true;
        using var client = new HttpClient { BaseAddress = arxiv.Address };
        (await client.GetAsync("abs/1706.03762", Token)).StatusCode.ShouldBe(HttpStatusCode.NotAcceptable);
        client.DefaultRequestHeaders.Accept.ParseAdd("*/*");

        (await client.GetStringAsync("abs/1706.03762", Token)).ShouldContain("citation_title");
        (await client.GetStringAsync("html/1706.03762v2", Token)).ShouldContain("ltx_document");
        (await client.GetStringAsync("rss/cs.CL", Token)).ShouldContain("announce_type");
        (await client.GetStringAsync("list/cs/new", Token)).ShouldContain("Showing new listings for");
        var pdf = await client.GetAsync("pdf/1706.03762", Token);
        pdf.Content.Headers.ContentType!.MediaType.ShouldBe("application/pdf");
        (await pdf.Content.ReadAsStringAsync(Token)).ShouldStartWith("%PDF-1.4");
        foreach (
            var missing in (string[])["abs/1706.99999", "html/1706.03762v8", "pdf/0", "nothing", "list/no.SUCH/new"]
        )
            (await client.GetAsync(missing, Token)).StatusCode.ShouldBe(HttpStatusCode.NotFound, missing);
        foreach (
            var bad in (string[])["atom/no.SUCH", "catchup/cs/yesterday", "api/query?id_list=abc", "api/query?start=x"]
        )
            (await client.GetAsync(bad, Token)).StatusCode.ShouldBe(HttpStatusCode.BadRequest, bad);
        (await client.GetStringAsync("_simulator", Token)).ShouldContain("smallestSpacing");
        arxiv.Traffic.Arrivals.Count.ShouldBe(15);
    }

    [Fact]
    public async Task It_goes_wrong_by_a_seeded_chance()
    {
        var runs = new List<string>();
        for (var run = 0; run < 2; run++)
        {
            await using var arxiv = await ArxivSimulator.StartAsync();
            arxiv.Faults.Some(0.2, 7, ArxivFaults.Known["429"], ArxivFaults.Known["503"]);
            using var client = new HttpClient { BaseAddress = arxiv.Address };
            client.DefaultRequestHeaders.Accept.ParseAdd("*/*");
            for (var request = 0; request < 100; request++)
                await client.GetAsync("abs/1706.03762", Token);
            runs.Add(string.Join(' ', arxiv.Traffic.Arrivals.Select(arrival => arrival.Fault ?? "-")));
        }

        runs[0].ShouldBe(runs[1]);
        runs[0].Split(' ').Count(fault => fault != "-").ShouldBeInRange(10, 35);
    }

    [Fact]
    public void It_loads_arxivs_metadata_and_crawls_of_the_daily_lists()
    {
        var metadata = ArxivCorpus.Load(TestData.Require("03-corpora", "arxiv-metadata-1991-2019.jsonl.gz"));
        var daily = ArxivCorpus.Load(TestData.Require("03-corpora", "daily", "2026-06-15.jsonl.gz"));

        metadata.Papers.Count.ShouldBe(22_600);
        metadata.Papers.Count(paper => paper.Authors.Count == 0).ShouldBeLessThan(5);
        metadata
            .Find(ArxivId.Parse("math/9201262"))!
            .Authors.Select(a => a.Name)
            .ShouldBe(["Morris W. Hirsch", "Richard S. Palais"]);
        daily.Papers.Count.ShouldBe(176);
        daily.Papers.ShouldAllBe(paper => paper.Categories.Count > 0);
    }
}
