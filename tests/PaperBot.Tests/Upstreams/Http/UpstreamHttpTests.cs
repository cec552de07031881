using System.IO.Compression;
using System.Text;
using PaperBot.Testing.Http;
using PaperBot.Testing.Time;
using PaperBot.Upstreams.Http;
using PaperBot.Upstreams.Queueing;

namespace PaperBot.Tests.Upstreams.Http;

public sealed class UpstreamHttpTests
{
    private static readonly UpstreamHttpOptions Options = new()
    {
        UserAgent = UserAgent.Of("mailto:operator@example.org"),
        Accept = "application/atom+xml, text/xml, */*",
    };

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_request_says_who_asks_and_what_is_accepted_and_uses_one_connection()
    {
        await using var server = new TinyHttpServer(_ => HttpText.Answer("hello"));
        using var client = UpstreamHttp.CreateClient(Options, _ => null);

        for (var i = 0; i < 3; i++)
            (await client.GetStringAsync(server.Address, Token)).ShouldBe("hello");

        server.Connected.ShouldBe(1);
        server.Heads[0].ShouldContain("User-Agent: PaperBot/");
        server.Heads[0].ShouldContain("(mailto:operator@example.org)");
        server.Heads[0].ShouldContain("Accept: application/atom+xml, text/xml, */*");
        server.Heads[0].ShouldContain("Accept-Encoding: ");
    }

    [Fact]
    public async Task Requests_at_once_share_the_one_connection()
    {
        await using var server = new TinyHttpServer(_ => HttpText.Answer("hello"));
        using var client = UpstreamHttp.CreateClient(Options, _ => null);

        await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => client.GetStringAsync(server.Address, Token)));

        server.Connected.ShouldBe(1);
        server.Heads.Count.ShouldBe(8);
    }

    [Theory]
    [InlineData("HTTP_PROXY", "ALL_PROXY")]
    [InlineData("http_proxy", "no_such")]
    [InlineData("ALL_PROXY", "no_such")]
    public async Task An_http_proxy_of_the_environment_is_used(string variable, string other)
    {
        await using var server = new TinyHttpServer(_ => HttpText.Answer("through the proxy"));
        await using var proxy = new TinyHttpProxy(server.Port);
        using var client = UpstreamHttp.CreateClient(
            Options,
            name =>
                name == variable ? proxy.Address.ToString()
                : name == other ? "http://127.0.0.1:1"
                : null
        );

        (await client.GetStringAsync("http://papers.test/a?b=c", Token)).ShouldBe("through the proxy");

        proxy.Heads.ShouldHaveSingleItem().ShouldStartWith("GET http://papers.test/a?b=c HTTP/1.1");
    }

    [Fact]
    public async Task A_tunnel_is_asked_for_when_the_address_is_secure()
    {
        await using var server = new LoopbackServer(
            (client, token) => client.WriteAsync("This is not TLS."u8.ToArray(), token).AsTask()
        );
        await using var proxy = new TinyHttpProxy(server.Port);
        using var client = UpstreamHttp.CreateClient(
            Options,
            name => name == "HTTPS_PROXY" ? proxy.Address.ToString() : null
        );

        await Should.ThrowAsync<HttpRequestException>(() => client.GetStringAsync("https://papers.test/", Token));

        proxy.Heads.ShouldHaveSingleItem().ShouldStartWith("CONNECT papers.test:443 HTTP/1.1");
    }

    [Theory]
    [InlineData("socks5")]
    [InlineData("socks5h")]
    public async Task A_socks5_proxy_is_used_and_looks_names_up(string scheme)
    {
        await using var server = new TinyHttpServer(_ => HttpText.Answer("through socks"));
        await using var proxy = new TinySocks5Proxy(server.Port);
        var address = $"{scheme}://reader:p%40ss@127.0.0.1:{proxy.Address.Port}";
        using var client = UpstreamHttp.CreateClient(Options, name => name == "ALL_PROXY" ? address : null);

        (await client.GetStringAsync("http://papers.test:8080/", Token)).ShouldBe("through socks");

        proxy.Asked.ShouldHaveSingleItem().ShouldBe("reader:p@ss@papers.test:8080");
    }

    [Fact]
    public async Task A_proxy_of_the_upstreams_own_comes_before_the_environments_and_direct_before_both()
    {
        await using var server = new TinyHttpServer(_ => HttpText.Answer("hello"));
        await using var own = new TinySocks5Proxy(server.Port);
        using var proxied = UpstreamHttp.CreateClient(
            Options with
            {
                Proxy = own.Address.ToString(),
            },
            _ => "http://127.0.0.1:1"
        );
        using var direct = UpstreamHttp.CreateClient(Options with { Proxy = "direct" }, _ => "http://127.0.0.1:1");

        (await proxied.GetStringAsync(server.Address, Token)).ShouldBe("hello");
        (await direct.GetStringAsync(server.Address, Token)).ShouldBe("hello");

        own.Asked.Count.ShouldBe(1);
        server.Connected.ShouldBe(2);
    }

    [Fact]
    public async Task A_redirect_is_not_followed_unless_allowed_and_then_only_so_often()
    {
        var count = 0;
        await using var server = new TinyHttpServer(_ =>
            HttpText.Answer("", "302 Found", $"Location: /{Interlocked.Increment(ref count)}\r\n")
        );
        using var none = UpstreamHttp.CreateClient(Options, _ => null);
        using var two = UpstreamHttp.CreateClient(Options with { Redirects = 2 }, _ => null);

        using var first = await none.GetAsync(server.Address, Token);
        server.Heads.Count.ShouldBe(1);
        using var last = await two.GetAsync(server.Address, Token);

        ((int)last.StatusCode).ShouldBe(302);
        server.Heads.Count.ShouldBe(1 + 3);
    }

    [Fact]
    public async Task A_packed_answer_is_unpacked_and_a_bomb_is_not()
    {
        await using var server = new TinyHttpServer(head =>
            Packed(head.Contains("/bomb", StringComparison.Ordinal) ? new string('0', 5_000_000) : "small")
        );
        using var client = UpstreamHttp.CreateClient(Options with { LargestBody = 1_000_000 }, _ => null);

        (await client.GetStringAsync(server.Address, Token)).ShouldBe("small");
        await Should.ThrowAsync<HttpRequestException>(() =>
            client.GetStringAsync(new Uri(server.Address, "bomb"), Token)
        );
        using var bomb = await client.GetAsync(
            new Uri(server.Address, "bomb"),
            HttpCompletionOption.ResponseHeadersRead,
            Token
        );
        await Should.ThrowAsync<BodyTooLargeException>(() => BoundedBody.ReadAsync(bomb.Content, 1_000_000, Token));
    }

    [Fact]
    public async Task A_body_is_read_up_to_its_limit_and_not_one_byte_further()
    {
        using var content = new ByteArrayContent(new byte[1000]);
        using var stream = new StreamContent(new MemoryStream(new byte[1001]));
        stream.Headers.ContentLength = null;

        (await BoundedBody.ReadAsync(content, 1000, Token)).Length.ShouldBe(1000);
        await Should.ThrowAsync<BodyTooLargeException>(() => BoundedBody.ReadAsync(content, 999, Token));
        await Should.ThrowAsync<BodyTooLargeException>(() => BoundedBody.ReadAsync(stream, 1000, Token));
    }

    [Fact]
    public async Task Departure_and_answer_are_stamped_inside_an_attempt()
    {
        var clock = new ManualTimeProvider();
        var invoked = clock.GetUtcNow();
        await using var server = new TinyHttpServer(_ =>
        {
            clock.Advance(TimeSpan.FromSeconds(1));
            return HttpText.Answer("hello");
        });
        using var client = UpstreamHttp.CreateClient(Options, _ => null);
        var departure = new Departure(clock);
        Departure.Current = departure;
        clock.Advance(TimeSpan.FromSeconds(5));

        await client.GetStringAsync(server.Address, Token);

        // The server may have the request, and move the clock, before the sender looks at it.
        departure.LeftAt(invoked).ShouldBeInRange(invoked.AddSeconds(5), invoked.AddSeconds(6));
        departure.ArrivedBy(invoked, invoked.AddHours(1), TimeSpan.FromHours(1)).ShouldBe(invoked.AddSeconds(6));
        departure
            .ArrivedBy(invoked, invoked.AddHours(1), TimeSpan.FromMilliseconds(20))
            .ShouldBeInRange(invoked.AddSeconds(5).AddMilliseconds(20), invoked.AddSeconds(6));
    }

    private static ReadOnlyMemory<byte> Packed(string text)
    {
        using var packed = new MemoryStream();
        using (var gzip = new GZipStream(packed, CompressionLevel.Fastest, leaveOpen: true))
            gzip.Write(Encoding.UTF8.GetBytes(text));
        byte[] head = Encoding.ASCII.GetBytes(
            $"HTTP/1.1 200 OK\r\nContent-Encoding: gzip\r\nContent-Length: {packed.Length}\r\n\r\n"
        );
        return head.Concat(packed.ToArray()).ToArray();
    }
}
