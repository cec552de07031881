using System.Net.Sockets;
using Microsoft.Extensions.Options;
using PaperBot.Core.Health;
using PaperBot.Core.Texts;
using PaperBot.Upstreams.Http;

namespace PaperBot.Upstreams.Arxiv;

/// <summary>
/// For <c>doctor</c>: whether arXiv's addresses can be reached. It opens a connection (to the proxy, where one is set)
/// and sends no request, so that it costs no slot.
/// </summary>
internal sealed class ArxivHealthCheck(IOptions<ArxivOptions> options, TimeProvider time) : IHealthCheck
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(4);

    public string Name => "arxiv";

    public async Task<IReadOnlyList<HealthFinding>> CheckAsync(CancellationToken cancellationToken)
    {
        var settings = options.Value;
        var findings = new List<HealthFinding>();
        Uri[] addresses = [settings.ApiUrl, settings.FeedUrl, settings.SiteUrl];
        var servers = addresses.Select(Server).Distinct().ToList();
        findings.AddRange(await Task.WhenAll(servers.Select(server => CheckAsync(server, cancellationToken))));
        if (settings.Contact.Length == 0)
            findings.Add(new(HealthLevel.Notice, Message.Of("doctor.arxiv.contact")));
        return findings;
    }

    private static Uri Server(Uri address) => new(address.GetLeftPart(UriPartial.Authority));

    private async Task<HealthFinding> CheckAsync(Uri server, CancellationToken cancellationToken)
    {
        try
        {
            var proxy = UpstreamHttp.ProxyOf(options.Value.Proxy, Environment.GetEnvironmentVariable)?.GetProxy(server);
            var target = proxy ?? server;
            using var patience = new CancellationTokenSource(Patience, time);
            using var either = CancellationTokenSource.CreateLinkedTokenSource(patience.Token, cancellationToken);
            using var socket = new Socket(SocketType.Stream, ProtocolType.Tcp);
            await socket.ConnectAsync(target.IdnHost, target.Port, either.Token);
            return proxy is null
                ? Found(HealthLevel.Good, "doctor.arxiv.reached", server)
                : Found(HealthLevel.Good, "doctor.arxiv.proxy", server, proxy);
        }
        catch (FormatException)
        {
            return Found(HealthLevel.Broken, "doctor.arxiv.badproxy", server);
        }
        catch (Exception exception)
            when (exception is SocketException
                || (exception is OperationCanceledException && !cancellationToken.IsCancellationRequested)
            )
        {
            return Found(HealthLevel.Broken, "doctor.arxiv.silent", server);
        }
    }

    private static HealthFinding Found(HealthLevel level, string key, Uri server, Uri? proxy = null) =>
        new(level, Message.Of(key, ("server", server.Authority), ("proxy", proxy?.Authority)));
}
