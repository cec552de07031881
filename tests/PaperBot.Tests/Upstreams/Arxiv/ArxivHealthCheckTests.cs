using PaperBot.Core.Health;
using PaperBot.Testing.Arxiv;
using PaperBot.Testing.Http;

namespace PaperBot.Tests.Upstreams.Arxiv;

public sealed class ArxivHealthCheckTests
{
    [Fact]
    public async Task Doctor_reaches_arxiv_without_a_request()
    {
        await using var bench = await ArxivBench.StartAsync();

        (await CheckAsync(bench)).ShouldBe(["Good doctor.arxiv.reached", "Notice doctor.arxiv.contact"]);
        bench.Arxiv.Traffic.Arrivals.ShouldBeEmpty();
    }

    [Fact]
    public async Task Doctor_goes_through_the_proxy()
    {
        await using var arxiv = await ArxivSimulator.StartAsync();
        await using var http = new TinyHttpProxy(arxiv.Address.Port);
        await using var socks = new TinySocks5Proxy(arxiv.Address.Port);
        (string Proxy, string Found)[] cases =
        [
            (http.Address.AbsoluteUri, "Good doctor.arxiv.proxy"),
            ($"socks5://name:secret@127.0.0.1:{socks.Address.Port}", "Good doctor.arxiv.proxy"),
            ($"http://127.0.0.1:{await FreePortAsync()}", "Broken doctor.arxiv.proxy.silent"),
        ];
        foreach (var (proxy, found) in cases)
        {
            await using var bench = await ArxivBench.StartAsync(
                settings:
                [
                    ("Arxiv:Proxy", proxy),
                    ("Arxiv:ApiUrl", "http://arxiv.example/api/query"),
                    ("Arxiv:FeedUrl", "http://arxiv.example/"),
                    ("Arxiv:SiteUrl", "http://arxiv.example/"),
                    ("Arxiv:Contact", "ops@example.org"),
                ]
            );

            (await CheckAsync(bench)).ShouldBe([found]);
        }

        socks.Asked.ShouldBe(["name:secret@arxiv.example:80"]);
    }

    [Fact]
    public async Task Doctor_says_what_is_switched_off_when_nobody_answers()
    {
        var address = $"http://127.0.0.1:{await FreePortAsync()}/";
        await using var bench = await ArxivBench.StartAsync(
            settings: [("Arxiv:ApiUrl", address), ("Arxiv:FeedUrl", address), ("Arxiv:Contact", "x")]
        );

        (await CheckAsync(bench)).ShouldBe(["Broken doctor.arxiv.silent", "Good doctor.arxiv.reached"]);
    }

    private static async Task<IReadOnlyList<string>> CheckAsync(ArxivBench bench)
    {
        var check = bench.Get<IEnumerable<IHealthCheck>>().Single(part => part.Name == "arxiv");
        return [.. (await check.CheckAsync(ArxivBench.Token)).Select(f => $"{f.Level} {f.Message.Key}")];
    }

    private static async Task<int> FreePortAsync()
    {
        await using var server = new LoopbackServer((_, _) => Task.CompletedTask);
        return server.Port;
    }
}
