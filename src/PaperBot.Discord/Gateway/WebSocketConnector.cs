using System.Net;
using System.Net.WebSockets;

namespace PaperBot.Discord.Gateway;

/// <summary>Connects by WebSocket, through the proxy if there is one.</summary>
internal sealed class WebSocketConnector(Uri? proxy) : IGatewayConnector
{
    public async ValueTask<IGatewaySocket> ConnectAsync(Uri address, CancellationToken cancellationToken)
    {
        var socket = new ClientWebSocket();
        try
        {
            if (proxy is not null)
                socket.Options.Proxy = new WebProxy(proxy);
            // Discord's own heartbeats find dead connections.
            socket.Options.KeepAliveInterval = TimeSpan.Zero;
            await socket.ConnectAsync(address, cancellationToken).ConfigureAwait(false);
            return new WebSocketGatewaySocket(socket);
        }
        catch (WebSocketException exception)
        {
            socket.Dispose();
            throw new IOException("The gateway cannot be reached.", exception);
        }
        catch
        {
            socket.Dispose();
            throw;
        }
    }
}
