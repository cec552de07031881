using System.Net.Sockets;
using System.Text;

namespace PaperBot.Testing.Http;

/// <summary>An HTTP proxy that leads every request to one server, and remembers what it was asked for.</summary>
public sealed class TinyHttpProxy : IAsyncDisposable
{
    private readonly int _target;
    private readonly LoopbackServer _server;
    private readonly Lock _gate = new();
    private readonly List<string> _heads = [];

    /// <param name="target">The server's port on loopback.</param>
    public TinyHttpProxy(int target)
    {
        _target = target;
        _server = new(ServeAsync);
    }

    public Uri Address => new($"http://127.0.0.1:{_server.Port}");

    /// <summary>The requests' heads as they came: <c>GET http://host/path</c> or <c>CONNECT host:443</c>.</summary>
    public IReadOnlyList<string> Heads
    {
        get
        {
            lock (_gate)
                return [.. _heads];
        }
    }

    public ValueTask DisposeAsync() => _server.DisposeAsync();

    private async Task ServeAsync(NetworkStream client, CancellationToken cancellationToken)
    {
        if (await HttpText.ReadHeadAsync(client, cancellationToken) is not { } head)
            return;
        lock (_gate)
            _heads.Add(head);
        using var upstream = new TcpClient();
        await upstream.ConnectAsync("127.0.0.1", _target, cancellationToken);
        if (head.StartsWith("CONNECT ", StringComparison.Ordinal))
            await client.WriteAsync("HTTP/1.1 200 Connected\r\n\r\n"u8.ToArray(), cancellationToken);
        else
            await upstream.GetStream().WriteAsync(Encoding.ASCII.GetBytes(head), cancellationToken);
        await Relay.BothWaysAsync(client, upstream.GetStream(), cancellationToken);
    }
}
