using System.Diagnostics.CodeAnalysis;
using System.Security.Cryptography;

namespace PaperBot.Platforms.WeChat.Crypto;

/// <summary>
/// The files that people send to a WeCom bot: AES-256-CBC under a key of their own, the vector being its first 16 bytes,
/// padded to a multiple of 32 bytes by PKCS #7.
/// </summary>
internal static class FileCipher
{
    private const int Key = 32;
    private const int Vector = 16;
    private const int Block = 32;

    /// <summary>Opens a file; false when key, length or padding are not right. Which of them is told to nobody.</summary>
    /// <param name="key">Base64 of 32 bytes, with or without the last <c>=</c>.</param>
    /// <param name="encrypted">The bytes as they were fetched.</param>
    /// <param name="content">The file.</param>
    public static bool TryDecrypt(string? key, ReadOnlySpan<byte> encrypted, [NotNullWhen(true)] out byte[]? content)
    {
        content = null;
        if (encrypted.Length == 0 || encrypted.Length % Vector != 0 || !TryRead(key, out var bytes))
            return false;
        using var aes = Aes.Create();
        aes.Key = bytes;
        var plain = aes.DecryptCbc(encrypted, bytes.AsSpan(0, Vector), PaddingMode.None);
        var padding = plain[^1];
        if (padding is 0 or > Block || padding > plain.Length || plain.AsSpan()[^padding..].ContainsAnyExcept(padding))
            return false;
        content = plain[..^padding];
        return true;
    }

    /// <summary>The bytes as the platform would hold them.</summary>
    public static byte[] Encrypt(string key, ReadOnlySpan<byte> content)
    {
        if (!TryRead(key, out var bytes))
            throw new FormatException("The key of a file has 32 bytes.");
        var padding = Block - content.Length % Block;
        var padded = new byte[content.Length + padding];
        content.CopyTo(padded);
        padded.AsSpan(content.Length).Fill((byte)padding);
        using var aes = Aes.Create();
        aes.Key = bytes;
        return aes.EncryptCbc(padded, bytes.AsSpan(0, Vector), PaddingMode.None);
    }

    private static bool TryRead(string? text, out byte[] key)
    {
        key = new byte[Key];
        var whole = text is { Length: > 0 } ? text.TrimEnd('=') + "=" : "";
        return Convert.TryFromBase64String(whole, key, out var count) && count == Key;
    }
}
