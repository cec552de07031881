using System.Buffers;
using System.Net.WebSockets;
using System.Text;
using System.Threading.Channels;
using Microsoft.AspNetCore.Http;
using PaperBot.Testing.WeChat.WeCom;

namespace PaperBot.Testing.WeChat.Server;

/// <summary>A connection to the simulated WeCom over a WebSocket.</summary>
internal sealed class WeComSocketPeer : IWeComPeer
{
    private readonly Channel<string?> _texts = Channel.CreateUnbounded<string?>();
    private readonly HttpContext _context;
    private readonly WebSocket _socket;

    private WeComSocketPeer(HttpContext context, WebSocket socket) => (_context, _socket) = (context, socket);

    public static async Task AcceptAsync(WeComSimulator simulator, HttpContext context)
    {
        if (!context.WebSockets.IsWebSocketRequest || simulator.Faults.Unreachable)
        {
            context.Response.StatusCode = simulator.Faults.Unreachable ? 503 : 400;
            return;
        }
        using var socket = await context.WebSockets.AcceptWebSocketAsync();
        var peer = new WeComSocketPeer(context, socket);
        var session = simulator.Open(peer);
        var writing = peer.WriteAsync();
        await peer.ReadAsync(session);
        session.Gone();
        peer._texts.Writer.TryComplete();
        await writing;
    }

    public void Send(string json) => _texts.Writer.TryWrite(json);

    public void Close()
    {
        _texts.Writer.TryWrite("");
        _texts.Writer.TryComplete();
    }

    public void Abort()
    {
        _texts.Writer.TryWrite(null);
        _texts.Writer.TryComplete();
    }

    private async Task WriteAsync()
    {
        try
        {
            await foreach (var text in _texts.Reader.ReadAllAsync())
            {
                if (text is null)
                {
                    _context.Abort();
                    return;
                }
                if (text.Length == 0)
                {
                    await _socket.CloseOutputAsync(WebSocketCloseStatus.NormalClosure, null, CancellationToken.None);
                    return;
                }
                await _socket.SendAsync(
                    Encoding.UTF8.GetBytes(text),
                    WebSocketMessageType.Text,
                    WebSocketMessageFlags.EndOfMessage,
                    CancellationToken.None
                );
            }
        }
        catch (Exception e) when (e is WebSocketException or OperationCanceledException or IOException)
        {
            // The other side is gone.
        }
    }

    private async Task ReadAsync(WeComSession session)
    {
        var message = new ArrayBufferWriter<byte>();
        try
        {
            while (true)
            {
                var piece = await _socket.ReceiveAsync(message.GetMemory(4_096), CancellationToken.None);
                if (piece.MessageType == WebSocketMessageType.Close)
                    return;
                message.Advance(piece.Count);
                if (!piece.EndOfMessage)
                    continue;
                session.Receive(Encoding.UTF8.GetString(message.WrittenSpan));
                message.ResetWrittenCount();
            }
        }
        catch (Exception e) when (e is WebSocketException or OperationCanceledException or IOException)
        {
            // The other side is gone.
        }
    }
}
