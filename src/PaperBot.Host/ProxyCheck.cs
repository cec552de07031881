using System.Net.Sockets;
using PaperBot.Core.Health;
using PaperBot.Core.Texts;

namespace PaperBot.Host;

/// <summary>Looks whether the proxies that the environment names can be read and reached.</summary>
internal sealed class ProxyCheck(TimeProvider time) : IHealthCheck
{
    private static readonly string[] Variables = ["HTTPS_PROXY", "HTTP_PROXY", "ALL_PROXY"];
    private static readonly string[] Schemes = ["http", "https", "socks4", "socks4a", "socks5", "socks5h"];
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(3);

    public string Name => "proxy";

    public async Task<IReadOnlyList<HealthFinding>> CheckAsync(CancellationToken cancellationToken)
    {
        var findings = new List<HealthFinding>();
        foreach (var variable in Variables)
            if (Value(variable) is { Length: > 0 } value)
                findings.Add(await CheckAsync(variable, value, cancellationToken));
        return findings.Count > 0 ? findings : [new(HealthLevel.Good, Message.Of("doctor.proxy.none"))];
    }

    private async Task<HealthFinding> CheckAsync(string variable, string value, CancellationToken cancellationToken)
    {
        var address = value.Contains("://", StringComparison.Ordinal) ? value : "http://" + value;
        if (!Uri.TryCreate(address, UriKind.Absolute, out var proxy) || !Schemes.Contains(proxy.Scheme))
            return new(HealthLevel.Broken, Message.Of("doctor.proxy.unreadable", ("variable", variable)));
        // Names and passwords stay out of what is shown.
        var shown = $"{proxy.Scheme}://{proxy.Host}:{proxy.Port}";
        using var limit = new CancellationTokenSource(Patience, time);
        using var both = CancellationTokenSource.CreateLinkedTokenSource(limit.Token, cancellationToken);
        try
        {
            using var client = new TcpClient();
            await client.ConnectAsync(proxy.Host, proxy.Port, both.Token);
            return new(HealthLevel.Good, Message.Of("doctor.proxy.good", ("variable", variable), ("proxy", shown)));
        }
        catch (Exception e)
            when (e is SocketException or ArgumentException
                || e is OperationCanceledException && !cancellationToken.IsCancellationRequested
            )
        {
            return new(HealthLevel.Broken, Message.Of("doctor.proxy.deaf", ("variable", variable), ("proxy", shown)));
        }
    }

    private static string? Value(string variable) =>
        Environment.GetEnvironmentVariable(variable.ToLowerInvariant()) ?? Environment.GetEnvironmentVariable(variable);
}
