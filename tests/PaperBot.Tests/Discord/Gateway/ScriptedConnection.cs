using System.IO.Compression;
using System.Text;
using System.Text.Json.Nodes;
using System.Threading.Channels;
using PaperBot.Discord.Gateway;

namespace PaperBot.Tests.Discord.Gateway;

/// <summary>One connection of a script. Steps run in order; a step that expects something waits for it.</summary>
internal sealed class ScriptedConnection(TimeProvider clock) : IGatewaySocket
{
    private readonly Queue<Func<Task>> _steps = new();
    private readonly Channel<JsonObject> _fromClient = Channel.CreateUnbounded<JsonObject>();
    private readonly Channel<Piece> _toClient = Channel.CreateUnbounded<Piece>();
    private readonly TaskCompletionSource _opened = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly MemoryStream _deflated = new();
    private ZLibStream? _deflate;
    private byte[] _rest = [];
    private bool _end;
    private bool _clientWaits;
    private bool _scriptWaits;
    private bool _disposed;

    /// <summary>
    /// Nothing happens here until time moves: the client waits for a message and the script for the client.
    /// </summary>
    public bool IsIdle
    {
        get
        {
            lock (_fromClient)
                return _disposed || (_clientWaits && (_scriptWaits || Done.IsCompleted));
        }
    }

    /// <summary>Completes when all steps are done; fails when one was not met.</summary>
    public Task Done { get; private set; } = Task.CompletedTask;

    /// <summary>The code with which the client closed.</summary>
    public int? ClosedBy { get; private set; }

    /// <summary>Heartbeats are answered by themselves unless a script wants to.</summary>
    public bool Acknowledges { get; set; } = true;

    /// <summary>What the client sent, heartbeats included.</summary>
    public List<JsonObject> Received { get; } = [];

    /// <summary>When the client sent identify.</summary>
    public DateTimeOffset? IdentifiedAt { get; private set; }

    public ScriptedConnection Compressed()
    {
        _deflate = new ZLibStream(_deflated, CompressionMode.Compress, leaveOpen: true);
        return this;
    }

    public ScriptedConnection Deaf()
    {
        Acknowledges = false;
        return this;
    }

    public ScriptedConnection Send(string json) => Step(() => Write(json));

    /// <summary>Sends a message in two pieces.</summary>
    public ScriptedConnection SendInPieces(string json) =>
        Step(() =>
        {
            var bytes = Encode(json);
            Add(new Piece(bytes[..(bytes.Length / 2)], End: false));
            Add(new Piece(bytes[(bytes.Length / 2)..], End: true));
        });

    public ScriptedConnection Close(int? code) => Step(() => Add(new Piece([], End: true, Closed: true, Code: code)));

    /// <summary>Breaks the connection, after the first half of a message if one is given.</summary>
    public ScriptedConnection Drop(string? halfOf = null) =>
        Step(() =>
        {
            if (halfOf is not null)
                Add(new Piece(Encode(halfOf)[..^3], End: false));
            End(new IOException("The connection was reset."));
        });

    /// <summary>Waits for a payload of this opcode (heartbeats are skipped unless asked for) and looks at it.</summary>
    public ScriptedConnection Expect(int op, Action<JsonObject>? look = null)
    {
        _steps.Enqueue(async () =>
        {
            while (true)
            {
                Waits(script: true);
                var payload = await _fromClient.Reader.ReadAsync();
                var got = (int)payload["op"]!;
                if (got == 1 && op != 1)
                    continue;
                got.ShouldBe(op);
                look?.Invoke(payload);
                return;
            }
        });
        return this;
    }

    public ScriptedConnection Then(Action step) => Step(step);

    public void Open()
    {
        Done = RunAsync();
        _opened.TrySetResult();
    }

    /// <summary>Completes when the client has connected here and all steps are done.</summary>
    public async Task PlayedAsync()
    {
        await _opened.Task;
        await Done;
    }

    public async ValueTask<GatewayPiece> ReceiveAsync(Memory<byte> buffer, CancellationToken cancellationToken)
    {
        if (_rest.Length == 0)
        {
            Piece piece;
            try
            {
                Waits(script: false);
                piece = await _toClient.Reader.ReadAsync(cancellationToken);
            }
            catch (ChannelClosedException exception)
            {
                throw new IOException("The connection was reset.", exception);
            }

            if (piece.Closed)
                return new GatewayPiece(0, EndOfMessage: true, Closed: true, piece.Code);
            _rest = piece.Bytes;
            _end = piece.End;
        }

        var count = Math.Min(buffer.Length, _rest.Length);
        _rest.AsSpan(0, count).CopyTo(buffer.Span);
        _rest = _rest[count..];
        return new GatewayPiece(count, _rest.Length == 0 && _end);
    }

    public ValueTask SendAsync(ReadOnlyMemory<byte> message, CancellationToken cancellationToken)
    {
        message.Length.ShouldBeLessThanOrEqualTo(4096);
        var payload = JsonNode.Parse(message.Span)!.AsObject();
        lock (Received)
            Received.Add(payload);
        if ((int)payload["op"]! == 2)
            IdentifiedAt = clock.GetUtcNow();
        if ((int)payload["op"]! == 1 && Acknowledges)
            Write("""{"op":11}""");
        lock (_fromClient)
        {
            _scriptWaits = false;
            _fromClient.Writer.TryWrite(payload);
        }

        return ValueTask.CompletedTask;
    }

    public ValueTask CloseAsync(int code, CancellationToken cancellationToken)
    {
        ClosedBy = code;
        Add(new Piece([], End: true, Closed: true, Code: code));
        return ValueTask.CompletedTask;
    }

    public void Dispose()
    {
        End(new IOException("Disposed."));
        lock (_fromClient)
            _disposed = true;
    }

    private ScriptedConnection Step(Action step)
    {
        _steps.Enqueue(() =>
        {
            step();
            return Task.CompletedTask;
        });
        return this;
    }

    private async Task RunAsync()
    {
        await Task.Yield();
        while (_steps.TryDequeue(out var step))
            await step();
    }

    private void Write(string json)
    {
        lock (_fromClient)
            Add(new Piece(Encode(json), End: true));
    }

    private void Add(Piece piece)
    {
        lock (_fromClient)
        {
            _clientWaits = false;
            _toClient.Writer.TryWrite(piece);
        }
    }

    private void End(Exception exception)
    {
        lock (_fromClient)
        {
            _clientWaits = false;
            _toClient.Writer.TryComplete(exception);
        }
    }

    /// <summary>Notes that one side waits, unless something is there for it already.</summary>
    private void Waits(bool script)
    {
        lock (_fromClient)
        {
            if (script)
                _scriptWaits = _fromClient.Reader.Count == 0;
            else
                _clientWaits = _toClient.Reader.Count == 0 && !_toClient.Reader.Completion.IsCompleted;
        }
    }

    private byte[] Encode(string json)
    {
        var plain = Encoding.UTF8.GetBytes(json);
        if (_deflate is null)
            return plain;
        _deflated.SetLength(0);
        _deflate.Write(plain);
        _deflate.Flush();
        return _deflated.ToArray();
    }

    private sealed record Piece(byte[] Bytes, bool End, bool Closed = false, int? Code = null);
}
