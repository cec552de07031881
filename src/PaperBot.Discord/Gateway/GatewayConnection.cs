using System.Buffers;
using System.Globalization;
using System.Text;
using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using PaperBot.Discord.Json;

namespace PaperBot.Discord.Gateway;

/// <summary>
/// Payloads over one socket: pieces are joined and inflated, sends go one at a time and within the limits.
/// </summary>
internal sealed class GatewayConnection(IGatewaySocket socket, bool compressed, TimeProvider time) : IDisposable
{
    private const int LargestSend = 4096;

    private static readonly TimeSpan CloseTimeout = TimeSpan.FromSeconds(2);

    private readonly Inflater? _inflater = compressed ? new Inflater() : null;
    private readonly ArrayBufferWriter<byte> _message = new(16 << 10);
    private readonly SendBudget _budget = new(time);
    private readonly SemaphoreSlim _sending = new(1);

    /// <summary>The code with which the other side closed.</summary>
    public int? CloseCode { get; private set; }

    /// <summary>The next payload; null once the other side has closed.</summary>
    /// <exception cref="IOException">The connection is lost.</exception>
    /// <exception cref="InvalidDataException">What came is no payload.</exception>
    public async ValueTask<GatewayPayload?> ReadAsync(CancellationToken cancellationToken)
    {
        _message.ResetWrittenCount();
        while (true)
        {
            var piece = await socket.ReceiveAsync(_message.GetMemory(4096), cancellationToken).ConfigureAwait(false);
            if (piece.Closed)
            {
                CloseCode = piece.CloseCode;
                return null;
            }

            _message.Advance(piece.Count);
            var inflater = piece.IsText ? null : _inflater;
            if (piece.EndOfMessage && (inflater is null || Inflater.EndsMessage(_message.WrittenSpan)))
                return Parse(inflater?.Inflate(_message.WrittenMemory) ?? _message.WrittenMemory);
        }
    }

    /// <summary>Sends a heartbeat, which never waits.</summary>
    public ValueTask BeatAsync(long? sequence, CancellationToken cancellationToken)
    {
        var last = sequence?.ToString(CultureInfo.InvariantCulture) ?? "null";
        _budget.Count();
        return SendAsync(Encoding.UTF8.GetBytes($$"""{"op":1,"d":{{last}}}"""), cancellationToken);
    }

    /// <summary>Sends identify or resume, which never wait.</summary>
    public ValueTask OpenAsync<T>(
        Outgoing<T> payload,
        JsonTypeInfo<Outgoing<T>> type,
        CancellationToken cancellationToken
    )
    {
        _budget.Count();
        return SendAsync(Bytes(payload, type), cancellationToken);
    }

    /// <summary>Sends anything else, when the limit allows.</summary>
    /// <exception cref="ArgumentException">It is longer than 4,096 bytes.</exception>
    public async ValueTask SendAsync<T>(
        Outgoing<T> payload,
        JsonTypeInfo<Outgoing<T>> type,
        CancellationToken cancellationToken
    )
    {
        var bytes = Bytes(payload, type);
        await _budget.EnterAsync(cancellationToken).ConfigureAwait(false);
        await SendAsync(bytes, cancellationToken).ConfigureAwait(false);
    }

    /// <summary>Says goodbye, but not for longer than two seconds.</summary>
    public async ValueTask CloseAsync(int code)
    {
        using var timeout = new CancellationTokenSource(CloseTimeout, time);
        try
        {
            await socket.CloseAsync(code, timeout.Token).ConfigureAwait(false);
        }
        catch (Exception exception) when (exception is IOException or OperationCanceledException)
        {
            // The other side is gone already, which is what was wanted.
        }
    }

    public void Dispose()
    {
        socket.Dispose();
        _inflater?.Dispose();
        _sending.Dispose();
    }

    private static byte[] Bytes<T>(Outgoing<T> payload, JsonTypeInfo<Outgoing<T>> type)
    {
        var bytes = JsonSerializer.SerializeToUtf8Bytes(payload, type);
        return bytes.Length <= LargestSend
            ? bytes
            : throw new ArgumentException($"A payload of {bytes.Length} bytes; the gateway takes {LargestSend}.");
    }

    private static GatewayPayload Parse(ReadOnlyMemory<byte> message)
    {
        try
        {
            return JsonSerializer.Deserialize(message.Span, DiscordJson.Wire.GatewayPayload)
                ?? throw new InvalidDataException("The gateway sent null.");
        }
        catch (JsonException exception)
        {
            throw new InvalidDataException("The gateway sent something that is no payload.", exception);
        }
    }

    private async ValueTask SendAsync(ReadOnlyMemory<byte> message, CancellationToken cancellationToken)
    {
        await _sending.WaitAsync(cancellationToken).ConfigureAwait(false);
        try
        {
            await socket.SendAsync(message, cancellationToken).ConfigureAwait(false);
        }
        finally
        {
            _sending.Release();
        }
    }
}
