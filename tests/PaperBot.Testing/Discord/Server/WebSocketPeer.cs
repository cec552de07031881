using System.Buffers;
using System.IO.Compression;
using System.Net.WebSockets;
using System.Text;
using System.Threading.Channels;
using Microsoft.AspNetCore.Http;
using PaperBot.Testing.Discord.Gateway;

namespace PaperBot.Testing.Discord.Server;

/// <summary>A gateway connection over a WebSocket, compressed when the bot asked for it.</summary>
internal sealed class WebSocketPeer : ISimSocket, IDisposable
{
    private static readonly TimeSpan Goodbye = TimeSpan.FromSeconds(2);

    private readonly Channel<Func<Task>> _work = Channel.CreateUnbounded<Func<Task>>();
    private readonly HttpContext _context;
    private readonly WebSocket _socket;
    private readonly MemoryStream _deflated = new();
    private readonly ZLibStream? _deflate;

    private WebSocketPeer(HttpContext context, WebSocket socket, bool compress)
    {
        (_context, _socket) = (context, socket);
        if (compress)
            _deflate = new ZLibStream(_deflated, CompressionLevel.Fastest, leaveOpen: true);
    }

    public static async Task AcceptAsync(DiscordSimulator simulator, HttpContext context)
    {
        if (!context.WebSockets.IsWebSocketRequest || simulator.Hub.Faults.Unreachable)
        {
            context.Response.StatusCode = simulator.Hub.Faults.Unreachable ? 503 : 400;
            return;
        }

        using var socket = await context.WebSockets.AcceptWebSocketAsync();
        var query = context.Request.Query;
        using var peer = new WebSocketPeer(context, socket, query["compress"] == "zlib-stream");
        var connection = simulator.Hub.Open(peer);
        var version = (string?)query["v"];
        if (version is not null and not "10")
            connection.Close(4012);
        var writing = peer.WriteAsync();
        connection.Gone(await peer.ReadAsync(connection));
        peer._work.Writer.TryComplete();
        await writing;
    }

    public void Dispose()
    {
        _deflate?.Dispose();
        _deflated.Dispose();
    }

    public void Send(string json) =>
        _work.Writer.TryWrite(() =>
            _socket
                .SendAsync(
                    Encode(json),
                    _deflate is null ? WebSocketMessageType.Text : WebSocketMessageType.Binary,
                    WebSocketMessageFlags.EndOfMessage,
                    CancellationToken.None
                )
                .AsTask()
        );

    public void Close(int code)
    {
        _work.Writer.TryWrite(() => _socket.CloseOutputAsync((WebSocketCloseStatus)code, null, CancellationToken.None));
        _work.Writer.TryComplete();
    }

    public void Abort(bool inFrame = false)
    {
        if (inFrame)
        {
            _work.Writer.TryWrite(() =>
                _socket
                    .SendAsync(
                        Encode("""{"op":0,"t":"MESSAGE_CREATE","""),
                        _deflate is null ? WebSocketMessageType.Text : WebSocketMessageType.Binary,
                        WebSocketMessageFlags.None,
                        CancellationToken.None
                    )
                    .AsTask()
            );
        }

        _work.Writer.TryWrite(() =>
        {
            _context.Abort();
            return Task.CompletedTask;
        });
        _work.Writer.TryComplete();
    }

    private ReadOnlyMemory<byte> Encode(string json)
    {
        var plain = Encoding.UTF8.GetBytes(json);
        if (_deflate is null)
            return plain;
        _deflated.SetLength(0);
        _deflate.Write(plain);
        _deflate.Flush();
        return _deflated.ToArray();
    }

    private async Task WriteAsync()
    {
        await foreach (var work in _work.Reader.ReadAllAsync())
        {
            try
            {
                await work();
            }
            catch (Exception exception) when (exception is WebSocketException or OperationCanceledException)
            {
                return;
            }
        }
    }

    /// <returns>The bot's close code, if it gave one.</returns>
    private async Task<int?> ReadAsync(GatewayPeer connection)
    {
        var message = new ArrayBufferWriter<byte>();
        try
        {
            while (true)
            {
                var piece = await _socket.ReceiveAsync(message.GetMemory(4096), CancellationToken.None);
                if (piece.MessageType == WebSocketMessageType.Close)
                {
                    var code = (int?)_socket.CloseStatus;
                    using var patience = new CancellationTokenSource(Goodbye, TimeProvider.System);
                    if (_socket.State == WebSocketState.CloseReceived)
                        await _socket.CloseOutputAsync(WebSocketCloseStatus.NormalClosure, null, patience.Token);
                    return code;
                }

                message.Advance(piece.Count);
                if (!piece.EndOfMessage)
                    continue;
                connection.Receive(message.WrittenMemory);
                message.ResetWrittenCount();
            }
        }
        catch (Exception exception) when (exception is WebSocketException or OperationCanceledException or IOException)
        {
            return null;
        }
    }
}
