using System.Buffers.Binary;
using System.Buffers.Text;
using System.Diagnostics.CodeAnalysis;
using System.Security.Cryptography;
using System.Text;
using Microsoft.Extensions.Options;

namespace PaperBot.Platforms.Web.Security;

/// <summary>
/// A login, as its cookie holds it: a random id and an end, signed under the access key. So it survives restarts,
/// needs no table, and another access key ends all logins.
/// </summary>
internal sealed class SessionToken(IOptions<WebOptions> options, TimeProvider time)
{
    private const int IdLength = 16;
    private const int EndLength = sizeof(long);
    private const int SignedLength = IdLength + EndLength;

    private readonly byte[] _key = SHA256.HashData(
        Encoding.UTF8.GetBytes("PaperBot web login\n" + options.Value.AccessKey)
    );

    public TimeSpan Life { get; } = TimeSpan.FromDays(options.Value.LoginDays);

    /// <summary>A token of a new login.</summary>
    public string Issue()
    {
        Span<byte> token = stackalloc byte[SignedLength + HMACSHA256.HashSizeInBytes];
        RandomNumberGenerator.Fill(token[..IdLength]);
        BinaryPrimitives.WriteInt64BigEndian(token[IdLength..], (time.GetUtcNow() + Life).ToUnixTimeSeconds());
        HMACSHA256.HashData(_key, token[..SignedLength], token[SignedLength..]);
        return Base64Url.EncodeToString(token);
    }

    /// <summary>The login's id, 32 hexadecimal digits.</summary>
    public bool TryRead(string? text, [NotNullWhen(true)] out string? id)
    {
        id = null;
        Span<byte> token = stackalloc byte[SignedLength + HMACSHA256.HashSizeInBytes];
        if (text is null || text.Length > 100 || !Base64Url.IsValid(text, out var length) || length != token.Length)
            return false;
        Base64Url.DecodeFromChars(text, token);
        Span<byte> signature = stackalloc byte[HMACSHA256.HashSizeInBytes];
        HMACSHA256.HashData(_key, token[..SignedLength], signature);
        if (!CryptographicOperations.FixedTimeEquals(signature, token[SignedLength..]))
            return false;
        if (BinaryPrimitives.ReadInt64BigEndian(token[IdLength..]) <= time.GetUtcNow().ToUnixTimeSeconds())
            return false;
        id = Convert.ToHexStringLower(token[..IdLength]);
        return true;
    }
}
