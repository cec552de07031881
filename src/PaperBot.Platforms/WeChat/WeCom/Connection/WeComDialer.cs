using System.Net.WebSockets;

namespace PaperBot.Platforms.WeChat.WeCom.Connection;

/// <summary>Dials by WebSocket.</summary>
internal sealed class WeComDialer : IWeComDialer
{
    public async Task<IWeComSocket> DialAsync(Uri url, CancellationToken cancellationToken)
    {
        var socket = new ClientWebSocket();
        // The protocol has a heartbeat of its own.
        socket.Options.KeepAliveInterval = Timeout.InfiniteTimeSpan;
        try
        {
            await socket.ConnectAsync(url, cancellationToken);
            return new WeComSocket(socket);
        }
        catch (WebSocketException e)
        {
            socket.Dispose();
            throw new IOException(e.InnerException?.Message ?? e.Message, e);
        }
        catch
        {
            socket.Dispose();
            throw;
        }
    }
}
