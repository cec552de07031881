namespace PaperBot.Discord.Gateway;

/// <summary>What a receive brought.</summary>
/// <param name="Count">Bytes written to the buffer.</param>
/// <param name="EndOfMessage">Whether the message is whole.</param>
/// <param name="Closed">Whether the other side has closed; nothing follows.</param>
/// <param name="CloseCode">With which code, if any.</param>
/// <param name="IsText">
/// Whether it is a text frame. Discord's compressed messages are binary: text was sent as it stands, even when compression
/// was asked for.
/// </param>
public readonly record struct GatewayPiece(
    int Count,
    bool EndOfMessage,
    bool Closed = false,
    int? CloseCode = null,
    bool IsText = false
);
