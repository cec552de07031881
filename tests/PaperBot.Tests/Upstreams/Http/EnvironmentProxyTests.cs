using PaperBot.Upstreams.Http;

namespace PaperBot.Tests.Upstreams.Http;

public sealed class EnvironmentProxyTests
{
    [Theory]
    [InlineData("https://export.arxiv.org/api", "http://secure.test:3128/")]
    [InlineData("http://export.arxiv.org/api", "http://plain.test:8080/")]
    [InlineData("http://127.0.0.1:5080/", null)]
    [InlineData("http://localhost:5080/", null)]
    [InlineData("http://[::1]:5080/", null)]
    [InlineData("https://internal.example.org/", null)]
    [InlineData("https://deep.internal.example.org/", null)]
    [InlineData("https://notinternal.example.org/", "http://secure.test:3128/")]
    [InlineData("https://model.test:8443/", null)]
    [InlineData("https://model.test/", "http://secure.test:3128/")]
    [InlineData("https://dotted.test/", null)]
    [InlineData("https://a.starred.test/", null)]
    public void Each_address_takes_its_way(string address, string? expected)
    {
        var variables = new Dictionary<string, string>
        {
            ["HTTPS_PROXY"] = "http://secure.test:3128",
            ["HTTP_PROXY"] = "plain.test:8080",
            ["NO_PROXY"] = "internal.example.org, model.test:8443 .dotted.test,*.starred.test",
        };
        var proxy = new EnvironmentProxy(variables.GetValueOrDefault);

        proxy.GetProxy(new Uri(address))?.ToString().ShouldBe(expected);
        proxy.IsBypassed(new Uri(address)).ShouldBe(expected is null);
    }

    [Fact]
    public void A_star_sends_everything_direct() => new EnvironmentProxy(name =>
            name == "NO_PROXY" ? "*"
            : name == "ALL_PROXY" ? "http://p.test:1"
            : null
        ).GetProxy(new Uri("https://export.arxiv.org")).ShouldBeNull();

    [Fact]
    public void Without_variables_everything_is_direct() =>
        new EnvironmentProxy(_ => null).GetProxy(new Uri("https://export.arxiv.org")).ShouldBeNull();

    [Fact]
    public void Small_letters_come_first() => new EnvironmentProxy(name =>
            name switch
            {
                "https_proxy" => "http://small.test:1",
                "HTTPS_PROXY" => "http://large.test:1",
                _ => null,
            }
        ).GetProxy(new Uri("https://export.arxiv.org"))!.Host.ShouldBe("small.test");

    [Theory]
    [InlineData("socks5://p.test", "socks5://p.test:1080/")]
    [InlineData("socks5h://p.test:9050", "socks5://p.test:9050/")]
    [InlineData("socks4a://p.test:9050", "socks4a://p.test:9050/")]
    [InlineData("p.test:3128", "http://p.test:3128/")]
    [InlineData("HTTP://p.test", "http://p.test/")]
    public void Addresses_are_read_in_every_form(string text, string expected) =>
        ProxyAddress.Parse(text, "HTTPS_PROXY").ToString().ShouldBe(expected);

    [Theory]
    [InlineData("ftp://p.test")]
    [InlineData("http://")]
    [InlineData("http://secret:word@")]
    [InlineData("://")]
    public void What_is_no_address_is_refused_with_the_variables_name_and_without_its_text(string text)
    {
        var exception = Should.Throw<FormatException>(() => ProxyAddress.Parse(text, "HTTPS_PROXY"));

        exception.Message.ShouldContain("HTTPS_PROXY");
        exception.Message.ShouldNotContain("secret");
    }
}
