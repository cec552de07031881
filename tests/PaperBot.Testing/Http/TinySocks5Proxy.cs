using System.Buffers.Binary;
using System.Net.Sockets;
using System.Text;

namespace PaperBot.Testing.Http;

/// <summary>A SOCKS5 proxy (RFC 1928, with the names and passwords of RFC 1929) in front of one server.</summary>
public sealed class TinySocks5Proxy : IAsyncDisposable
{
    private readonly int _target;
    private readonly LoopbackServer _server;
    private readonly Lock _gate = new();
    private readonly List<string> _asked = [];

    /// <param name="target">The server's port on loopback.</param>
    public TinySocks5Proxy(int target)
    {
        _target = target;
        _server = new(ServeAsync);
    }

    public Uri Address => new($"socks5://127.0.0.1:{_server.Port}");

    /// <summary><c>host:port</c> of each connection, with <c>name:password@</c> in front where they were given.</summary>
    public IReadOnlyList<string> Asked
    {
        get
        {
            lock (_gate)
                return [.. _asked];
        }
    }

    public ValueTask DisposeAsync() => _server.DisposeAsync();

    private async Task ServeAsync(NetworkStream client, CancellationToken cancellationToken)
    {
        async Task<byte[]> ReadAsync(int count)
        {
            var bytes = new byte[count];
            await client.ReadExactlyAsync(bytes, cancellationToken);
            return bytes;
        }

        var greeting = await ReadAsync(2);
        var methods = await ReadAsync(greeting[1]);
        var who = "";
        if (methods.Contains((byte)2))
        {
            await client.WriteAsync(new byte[] { 5, 2 }, cancellationToken);
            var name = await ReadAsync((await ReadAsync(2))[1]);
            var password = await ReadAsync((await ReadAsync(1))[0]);
            who = $"{Encoding.UTF8.GetString(name)}:{Encoding.UTF8.GetString(password)}@";
            await client.WriteAsync(new byte[] { 1, 0 }, cancellationToken);
        }
        else
        {
            await client.WriteAsync(new byte[] { 5, 0 }, cancellationToken);
        }

        var request = await ReadAsync(4);
        // The name goes to the proxy as it is: it looks it up.
        var host = request[3] switch
        {
            1 => new System.Net.IPAddress(await ReadAsync(4)).ToString(),
            3 => Encoding.ASCII.GetString(await ReadAsync((await ReadAsync(1))[0])),
            _ => throw new IOException("An address of an unknown kind."),
        };
        var port = BinaryPrimitives.ReadUInt16BigEndian(await ReadAsync(2));
        lock (_gate)
            _asked.Add($"{who}{host}:{port}");

        using var upstream = new TcpClient();
        await upstream.ConnectAsync("127.0.0.1", _target, cancellationToken);
        await client.WriteAsync(new byte[] { 5, 0, 0, 1, 127, 0, 0, 1, 0, 0 }, cancellationToken);
        await Relay.BothWaysAsync(client, upstream.GetStream(), cancellationToken);
    }
}
