using System.Security.Cryptography;
using System.Text;

namespace PaperBot.Platforms.WeChat.Crypto;

/// <summary>
/// The signature of WeChat's callbacks: SHA-1 in lower-case hexadecimal over the parts, sorted by their bytes and joined.
/// Plain mode signs token, timestamp and nonce; safe mode the encrypted text too (<c>msg_signature</c>).
/// </summary>
internal static class CallbackSignature
{
    private const int Length = 2 * SHA1.HashSizeInBytes;

    public static string Of(params IReadOnlyList<string> parts)
    {
        var joined = string.Concat(parts.Order(StringComparer.Ordinal));
#pragma warning disable CA5350 // The platform's own scheme; there is no other.
        return Convert.ToHexStringLower(SHA1.HashData(Encoding.UTF8.GetBytes(joined)));
#pragma warning restore CA5350
    }

    /// <summary>True when the signature is right; takes the same time whichever digit is wrong.</summary>
    public static bool Verify(string? signature, params IReadOnlyList<string> parts) =>
        signature is { Length: Length }
        && CryptographicOperations.FixedTimeEquals(
            Encoding.ASCII.GetBytes(signature.ToLowerInvariant()),
            Encoding.ASCII.GetBytes(Of(parts))
        );
}
