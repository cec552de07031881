using System.Buffers;
using System.Net.WebSockets;
using System.Text;

namespace PaperBot.Platforms.WeChat.WeCom.Connection;

/// <summary>A WebSocket; what is larger than <see cref="LongestFrame"/> ends the connection.</summary>
internal sealed class WeComSocket(ClientWebSocket socket) : IWeComSocket
{
    public const int LongestFrame = 4 << 20;

    private const int Piece = 16 * 1024;

    public async Task SendAsync(string text, CancellationToken cancellationToken)
    {
        try
        {
            await socket.SendAsync(
                Encoding.UTF8.GetBytes(text),
                WebSocketMessageType.Text,
                endOfMessage: true,
                cancellationToken
            );
        }
        catch (Exception e) when (e is WebSocketException or InvalidOperationException or ObjectDisposedException)
        {
            throw new IOException(e.Message, e);
        }
    }

    public async Task<string?> ReceiveAsync(CancellationToken cancellationToken)
    {
        var text = new ArrayBufferWriter<byte>();
        try
        {
            while (true)
            {
                var piece = await socket.ReceiveAsync(text.GetMemory(Piece), cancellationToken);
                if (piece.MessageType == WebSocketMessageType.Close)
                    return null;
                text.Advance(piece.Count);
                if (text.WrittenCount > LongestFrame)
                    throw new IOException("A frame is too long.");
                if (piece.EndOfMessage)
                    return Encoding.UTF8.GetString(text.WrittenSpan);
            }
        }
        catch (Exception e) when (e is WebSocketException or InvalidOperationException or ObjectDisposedException)
        {
            throw new IOException(e.Message, e);
        }
    }

    public ValueTask DisposeAsync()
    {
        socket.Abort();
        socket.Dispose();
        return ValueTask.CompletedTask;
    }
}
