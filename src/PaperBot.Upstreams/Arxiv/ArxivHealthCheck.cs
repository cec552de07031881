using System.Net.Sockets;
using System.Security.Authentication;
using Microsoft.Extensions.Options;
using PaperBot.Core.Health;
using PaperBot.Core.Texts;
using PaperBot.Upstreams.Http;

namespace PaperBot.Upstreams.Arxiv;

/// <summary>For <c>doctor</c>: whether arXiv's addresses can be reached, through the proxy where one is set.</summary>
internal sealed class ArxivHealthCheck(IOptions<ArxivOptions> options, TimeProvider time) : IHealthCheck
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(4);

    public string Name => "arxiv";

    public async Task<IReadOnlyList<HealthFinding>> CheckAsync(CancellationToken cancellationToken)
    {
        var settings = options.Value;
        Uri[] addresses = [settings.ApiUrl, settings.FeedUrl, settings.SiteUrl];
        var servers = addresses.Select(address => new Uri(address.GetLeftPart(UriPartial.Authority))).Distinct();
        var findings = new List<HealthFinding>();
        findings.AddRange(await Task.WhenAll(servers.Select(server => CheckAsync(server, cancellationToken))));
        if (settings.Contact.Length == 0)
            findings.Add(new(HealthLevel.Notice, Message.Of("doctor.arxiv.contact")));
        return findings;
    }

    private async Task<HealthFinding> CheckAsync(Uri server, CancellationToken cancellationToken)
    {
        Uri? proxy = null;
        try
        {
            var proxies = UpstreamHttp.ProxyOf(options.Value.Proxy, Environment.GetEnvironmentVariable);
            proxy = proxies?.IsBypassed(server) == false ? proxies.GetProxy(server) : null;
            using var patience = new CancellationTokenSource(Patience, time);
            using var either = CancellationTokenSource.CreateLinkedTokenSource(patience.Token, cancellationToken);
            await ConnectionTest.ConnectAsync(server, proxy, either.Token);
            return Found(HealthLevel.Good, proxy is null ? "reached" : "proxy", server, proxy);
        }
        catch (FormatException)
        {
            return Found(HealthLevel.Broken, "proxy.bad", server, null);
        }
        catch (Exception exception) when (IsSilence(exception) && !cancellationToken.IsCancellationRequested)
        {
            return Found(HealthLevel.Broken, proxy is null ? "silent" : "proxy.silent", server, proxy);
        }
    }

    private static bool IsSilence(Exception exception) =>
        exception is SocketException or IOException or AuthenticationException or OperationCanceledException;

    /// <summary>A proxy is named without its password.</summary>
    private static HealthFinding Found(HealthLevel level, string what, Uri server, Uri? proxy) =>
        new(
            level,
            Message.Of(
                "doctor.arxiv." + what,
                ("server", server.Authority),
                ("proxy", proxy is null ? null : $"{proxy.Scheme}://{proxy.Host}:{proxy.Port}")
            )
        );
}
