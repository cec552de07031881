using System.Net;
using PaperBot.Upstreams.Blogs;
using PaperBot.Upstreams.Http;

namespace PaperBot.Tests.Upstreams.Blogs;

public sealed class PublicAddressTests
{
    [Theory]
    [InlineData("127.0.0.1")]
    [InlineData("10.1.2.3")]
    [InlineData("100.64.0.1")]
    [InlineData("169.254.169.254")]
    [InlineData("172.31.255.255")]
    [InlineData("192.168.0.1")]
    [InlineData("198.18.0.1")]
    [InlineData("224.0.0.1")]
    [InlineData("255.255.255.255")]
    [InlineData("0.0.0.0")]
    [InlineData("::")]
    [InlineData("::1")]
    [InlineData("fe80::1")]
    [InlineData("fc00::1")]
    [InlineData("ff02::1")]
    [InlineData("::ffff:127.0.0.1")]
    [InlineData("64:ff9b::a00:1")]
    [InlineData("2002:a00:1::")]
    [InlineData("2001:db8::1")]
    public void Special_addresses_are_not_public(string address) =>
        PublicAddress.Is(IPAddress.Parse(address)).ShouldBeFalse();

    [Theory]
    [InlineData("8.8.8.8")]
    [InlineData("100.63.255.255")]
    [InlineData("100.128.0.0")]
    [InlineData("172.32.0.1")]
    [InlineData("2606:4700::1111")]
    [InlineData("::ffff:8.8.8.8")]
    public void Other_addresses_are(string address) => PublicAddress.Is(IPAddress.Parse(address)).ShouldBeTrue();

    [Fact]
    public async Task A_name_that_leads_into_the_machine_is_found_out_at_the_connection()
    {
        using var handler = UpstreamHttp.CreateHandler(
            new() { UserAgent = "test", Permits = PublicAddress.Is },
            _ => null
        );
        using var client = new HttpClient(handler);

        var refused = await Should.ThrowAsync<HttpRequestException>(() =>
            client.GetAsync(new Uri("http://localhost:9/"), TestContext.Current.CancellationToken)
        );

        refused.InnerException.ShouldBeOfType<AddressNotPermittedException>();
    }
}
