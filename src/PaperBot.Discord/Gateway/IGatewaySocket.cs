namespace PaperBot.Discord.Gateway;

/// <summary>One connection. One caller receives and one sends at a time; disposing ends a pending receive.</summary>
public interface IGatewaySocket : IDisposable
{
    /// <summary>Receives a piece of a message, or the news that the other side has closed.</summary>
    /// <exception cref="IOException">The connection is lost.</exception>
    ValueTask<GatewayPiece> ReceiveAsync(Memory<byte> buffer, CancellationToken cancellationToken);

    /// <summary>Sends one whole text message.</summary>
    /// <exception cref="IOException">The connection is lost.</exception>
    ValueTask SendAsync(ReadOnlyMemory<byte> message, CancellationToken cancellationToken);

    /// <summary>
    /// Says goodbye without waiting for the answer. 1000 and 1001 end the session, other codes keep it.
    /// </summary>
    /// <exception cref="IOException">The connection is lost.</exception>
    ValueTask CloseAsync(int code, CancellationToken cancellationToken);
}
