using System.Buffers.Binary;
using System.Net;
using System.Net.Security;
using System.Net.Sockets;
using System.Text;

namespace PaperBot.Upstreams.Http;

/// <summary>
/// Opens a connection as a request would (through the proxy, with TLS) and sends no request, so that it costs no slot
/// of anybody's pace.
/// </summary>
internal static class ConnectionTest
{
    private const int LongestHead = 8 * 1024;

    /// <summary>Connects and hangs up.</summary>
    /// <param name="server">Scheme, host and port.</param>
    /// <param name="proxy">The proxy's address; null for none.</param>
    /// <param name="cancellationToken">The time is over.</param>
    /// <exception cref="SocketException">Nobody is there.</exception>
    /// <exception cref="IOException">The proxy does not lead there.</exception>
    /// <exception cref="System.Security.Authentication.AuthenticationException">TLS fails.</exception>
    public static async Task ConnectAsync(Uri server, Uri? proxy, CancellationToken cancellationToken)
    {
        var first = proxy ?? server;
        using var socket = new Socket(SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };
        await socket.ConnectAsync(first.IdnHost, first.Port, cancellationToken);
        await using var stream = new NetworkStream(socket);
        if (proxy?.Scheme == "socks5")
            await Socks5Async(stream, server, proxy, cancellationToken);
        else if (proxy is { Scheme: "http" } && server.Scheme == Uri.UriSchemeHttps)
            await TunnelAsync(stream, server, proxy, cancellationToken);
        if (server.Scheme != Uri.UriSchemeHttps || proxy?.Scheme is "https" or "socks4" or "socks4a")
            return;
        await using var tls = new SslStream(stream);
        await tls.AuthenticateAsClientAsync(
            new SslClientAuthenticationOptions { TargetHost = server.IdnHost },
            cancellationToken
        );
    }

    private static async Task TunnelAsync(Stream stream, Uri server, Uri proxy, CancellationToken cancellationToken)
    {
        var request = $"CONNECT {server.IdnHost}:{server.Port} HTTP/1.1\r\nHost: {server.IdnHost}:{server.Port}\r\n";
        if (Credential(proxy) is { } credential)
        {
            var pair = Encoding.UTF8.GetBytes($"{credential.UserName}:{credential.Password}");
            request += $"Proxy-Authorization: Basic {Convert.ToBase64String(pair)}\r\n";
        }

        await stream.WriteAsync(Encoding.ASCII.GetBytes(request + "\r\n"), cancellationToken);
        var head = new StringBuilder();
        var one = new byte[1];
        while (!head.ToString().EndsWith("\r\n\r\n", StringComparison.Ordinal))
        {
            if (head.Length > LongestHead || await stream.ReadAsync(one, cancellationToken) == 0)
                throw new IOException("The proxy does not answer as one.");
            head.Append((char)one[0]);
        }

        var status = head.ToString().Split(' ', 3);
        if (status.Length < 2 || !status[1].StartsWith('2'))
            throw new IOException("The proxy refuses.");
    }

    /// <summary>RFC 1928 and 1929.</summary>
    private static async Task Socks5Async(Stream stream, Uri server, Uri proxy, CancellationToken cancellationToken)
    {
        var credential = Credential(proxy);
        await stream.WriteAsync(new byte[] { 5, 1, (byte)(credential is null ? 0 : 2) }, cancellationToken);
        var answer = new byte[4];
        await stream.ReadExactlyAsync(answer.AsMemory(0, 2), cancellationToken);
        if (answer[0] != 5 || answer[1] == 255)
            throw new IOException("The proxy refuses.");
        if (answer[1] == 2 && credential is not null)
        {
            byte[] login = [1, .. Counted(credential.UserName), .. Counted(credential.Password)];
            await stream.WriteAsync(login, cancellationToken);
            await stream.ReadExactlyAsync(answer.AsMemory(0, 2), cancellationToken);
            if (answer[1] != 0)
                throw new IOException("The proxy refuses the login.");
        }

        var port = new byte[2];
        BinaryPrimitives.WriteUInt16BigEndian(port, (ushort)server.Port);
        await stream.WriteAsync(
            new byte[] { 5, 1, 0, 3 }
                .Concat(Counted(server.IdnHost))
                .Concat(port)
                .ToArray(),
            cancellationToken
        );
        await stream.ReadExactlyAsync(answer, cancellationToken);
        if (answer[1] != 0)
            throw new IOException("The proxy does not lead there.");
        var length = answer[3] switch
        {
            1 => 4,
            4 => 16,
            _ => await ReadByteAsync(stream, cancellationToken),
        };
        await stream.ReadExactlyAsync(new byte[length + 2], cancellationToken);
    }

    private static async Task<int> ReadByteAsync(Stream stream, CancellationToken cancellationToken)
    {
        var one = new byte[1];
        await stream.ReadExactlyAsync(one, cancellationToken);
        return one[0];
    }

    private static byte[] Counted(string text)
    {
        var bytes = Encoding.UTF8.GetBytes(text);
        return bytes.Length <= 255 ? [(byte)bytes.Length, .. bytes] : throw new IOException("A name is too long.");
    }

    private static NetworkCredential? Credential(Uri proxy) => new ProxyCredentials([proxy]).GetCredential(proxy, "");
}
