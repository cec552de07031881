using Microsoft.AspNetCore.Http;

namespace PaperBot.Platforms.WeChat.Official;

/// <summary>What stands in a callback's address.</summary>
internal sealed record CallbackQuery(string? Signature, string? Timestamp, string? Nonce)
{
    /// <summary>The signature that covers the encrypted text too.</summary>
    public string? MessageSignature { get; init; }

    /// <summary>What an address check wants back.</summary>
    public string? Echo { get; init; }

    public static CallbackQuery Of(IQueryCollection query) =>
        new(query["signature"], query["timestamp"], query["nonce"])
        {
            MessageSignature = query["msg_signature"],
            Echo = query["echostr"],
        };
}
