using System.Net.WebSockets;

namespace PaperBot.Discord.Gateway;

/// <summary>A WebSocket whose failures are all <see cref="IOException"/>.</summary>
internal sealed class WebSocketGatewaySocket(WebSocket socket) : IGatewaySocket
{
    public async ValueTask<GatewayPiece> ReceiveAsync(Memory<byte> buffer, CancellationToken cancellationToken)
    {
        try
        {
            var piece = await socket.ReceiveAsync(buffer, cancellationToken).ConfigureAwait(false);
            return piece.MessageType == WebSocketMessageType.Close
                ? new GatewayPiece(0, EndOfMessage: true, Closed: true, (int?)socket.CloseStatus)
                : new GatewayPiece(
                    piece.Count,
                    piece.EndOfMessage,
                    IsText: piece.MessageType == WebSocketMessageType.Text
                );
        }
        catch (Exception exception) when (IsLoss(exception))
        {
            throw new IOException("The gateway's connection is lost.", exception);
        }
    }

    public async ValueTask SendAsync(ReadOnlyMemory<byte> message, CancellationToken cancellationToken)
    {
        try
        {
            await socket
                .SendAsync(message, WebSocketMessageType.Text, endOfMessage: true, cancellationToken)
                .ConfigureAwait(false);
        }
        catch (Exception exception) when (IsLoss(exception))
        {
            throw new IOException("The gateway's connection is lost.", exception);
        }
    }

    public async ValueTask CloseAsync(int code, CancellationToken cancellationToken)
    {
        try
        {
            await socket.CloseOutputAsync((WebSocketCloseStatus)code, null, cancellationToken).ConfigureAwait(false);
        }
        catch (Exception exception) when (IsLoss(exception))
        {
            throw new IOException("The gateway's connection is lost.", exception);
        }
    }

    public void Dispose() => socket.Dispose();

    private static bool IsLoss(Exception exception) =>
        exception is WebSocketException or ObjectDisposedException or InvalidOperationException;
}
