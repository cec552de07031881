using System.Buffers.Binary;
using System.Diagnostics.CodeAnalysis;
using System.Security.Cryptography;
using System.Text;

namespace PaperBot.Platforms.WeChat.Crypto;

/// <summary>
/// The envelope of WeChat's safe mode (WXBizMsgCrypt): AES-256-CBC, the vector being the first 16 bytes of the key, over
/// 16 random bytes, the length of the message (4 bytes, big-endian), the message, and the receiver's id; padded to a
/// multiple of 32 bytes by PKCS #7.
/// </summary>
internal sealed class MessageCipher
{
    /// <summary>The length of an EncodingAESKey: 43 characters, base64 of 32 bytes without the last <c>=</c>.</summary>
    public const int KeyLength = 43;

    /// <summary>The longest encrypted text that is opened, in characters of base64.</summary>
    public const int LongestText = 256 * 1024;

    private const int Salt = 16;
    private const int Block = 32;
    private const int Header = Salt + sizeof(int);

    private static readonly UTF8Encoding Strict = new(false, throwOnInvalidBytes: true);

    private readonly byte[] _key;
    private readonly string _receiver;

    /// <param name="encodingAesKey">As the platform's console shows it.</param>
    /// <param name="receiver">The AppId of the account, which the envelope names.</param>
    /// <exception cref="FormatException">The key is not one.</exception>
    public MessageCipher(string encodingAesKey, string receiver)
    {
        if (!TryReadKey(encodingAesKey, out var key))
            throw new FormatException($"An EncodingAESKey has {KeyLength} characters of A-Z, a-z, 0-9, + and /.");
        _key = key;
        _receiver = receiver;
    }

    /// <summary>True when the text is an EncodingAESKey.</summary>
    public static bool IsKey(string? text) => TryReadKey(text, out _);

    /// <summary>The envelope around a message, as base64.</summary>
    /// <param name="message">At most what fits into an array.</param>
    /// <param name="salt">16 random bytes.</param>
    public string Encrypt(string message, ReadOnlySpan<byte> salt)
    {
        ArgumentOutOfRangeException.ThrowIfNotEqual(salt.Length, Salt);
        var body = Encoding.UTF8.GetBytes(message);
        var receiver = Encoding.UTF8.GetBytes(_receiver);
        var length = Header + body.Length + receiver.Length;
        var padding = Block - length % Block;
        var plain = new byte[length + padding];
        salt.CopyTo(plain);
        BinaryPrimitives.WriteInt32BigEndian(plain.AsSpan(Salt), body.Length);
        body.CopyTo(plain, Header);
        receiver.CopyTo(plain, Header + body.Length);
        plain.AsSpan(length).Fill((byte)padding);
        using var aes = Cipher();
        return Convert.ToBase64String(aes.EncryptCbc(plain, aes.IV, PaddingMode.None));
    }

    /// <summary>
    /// Opens an envelope. False for anything that is not one: text that is not base64, a wrong length, a wrong padding, a
    /// length that points outside, another receiver, bytes that are no UTF-8. Which of them it was is told to nobody.
    /// </summary>
    public bool TryDecrypt(string? encrypted, [NotNullWhen(true)] out string? message)
    {
        message = null;
        if (encrypted is not { Length: > 0 and <= LongestText })
            return false;
        var bytes = new byte[encrypted.Length / 4 * 3 + 3];
        if (!Convert.TryFromBase64String(encrypted, bytes, out var count) || count == 0 || count % Salt != 0)
            return false;
        using var aes = Cipher();
        var plain = aes.DecryptCbc(bytes.AsSpan(0, count), aes.IV, PaddingMode.None);
        return TryOpen(plain, out message);
    }

    private bool TryOpen(ReadOnlySpan<byte> plain, [NotNullWhen(true)] out string? message)
    {
        message = null;
        var padding = plain[^1];
        if (padding is 0 or > Block || padding > plain.Length - Header)
            return false;
        if (plain[^padding..].ContainsAnyExcept(padding))
            return false;
        var content = plain[..^padding];
        var length = BinaryPrimitives.ReadInt32BigEndian(content[Salt..]);
        if (length < 0 || length > content.Length - Header)
            return false;
        try
        {
            if (Strict.GetString(content[(Header + length)..]) != _receiver)
                return false;
            message = Strict.GetString(content.Slice(Header, length));
            return true;
        }
        catch (DecoderFallbackException)
        {
            return false;
        }
    }

    private Aes Cipher()
    {
        var aes = Aes.Create();
        aes.Key = _key;
        aes.IV = _key[..Salt];
        return aes;
    }

    private static bool TryReadKey(string? text, [NotNullWhen(true)] out byte[]? key)
    {
        key = new byte[Block];
        return text is { Length: KeyLength }
            && !text.Any(char.IsWhiteSpace)
            && Convert.TryFromBase64String(text + "=", key, out var count)
            && count == Block;
    }
}
