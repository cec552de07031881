using System.Globalization;
using System.Security.Cryptography;
using Microsoft.Extensions.Options;
using PaperBot.Platforms.WeChat.Crypto;

namespace PaperBot.Platforms.WeChat.Official;

/// <summary>
/// Lets callbacks in: the signature is checked before anything is parsed, what is older than <see cref="Fresh"/> is
/// refused, and in safe mode only what is encrypted for this account is read.
/// </summary>
internal sealed class CallbackDoor(IOptions<OfficialOptions> options, TimeProvider time)
{
    /// <summary>How far a callback's time may be from ours: a clock may be wrong by that, a replay is older.</summary>
    public static readonly TimeSpan Fresh = TimeSpan.FromMinutes(10);

    private const int Salt = 16;
    private const int LongestEcho = 256;

    private readonly MessageCipher? _cipher = options.Value.EncodingAesKey is { Length: > 0 } key
        ? new MessageCipher(key, options.Value.AppId)
        : null;

    private string Token => options.Value.Token;

    /// <summary>What an address check wants to hear, or null when it is not signed by the platform.</summary>
    public string? Answer(CallbackQuery query) =>
        IsSigned(query) && query.Echo is { Length: > 0 and <= LongestEcho } echo ? echo : null;

    /// <summary>The push in the body, or null when it must not or cannot be read.</summary>
    public OfficialMessage? Open(CallbackQuery query, string body)
    {
        if (!IsSigned(query) || !CallbackXml.TryRead(body, out var fields))
            return null;
        if (_cipher is not null)
        {
            if (
                !fields.TryGetValue("Encrypt", out var encrypted)
                || !CallbackSignature.Verify(query.MessageSignature, Token, query.Timestamp!, query.Nonce!, encrypted)
                || !_cipher.TryDecrypt(encrypted, out var xml)
                || !CallbackXml.TryRead(xml, out fields)
            )
                return null;
        }
        return CallbackXml.TryRead(fields, out var message) ? message : null;
    }

    /// <summary>An answer as the account's mode wants it.</summary>
    public string Close(string xml)
    {
        if (_cipher is null)
            return xml;
        var encrypted = _cipher.Encrypt(xml, RandomNumberGenerator.GetBytes(Salt));
        var timestamp = time.GetUtcNow().ToUnixTimeSeconds().ToString(CultureInfo.InvariantCulture);
        var nonce = RandomNumberGenerator.GetHexString(Salt, lowercase: true);
        var signature = CallbackSignature.Of(Token, timestamp, nonce, encrypted);
        return CallbackXml.WriteEnvelope(encrypted, signature, timestamp, nonce);
    }

    private bool IsSigned(CallbackQuery query) =>
        query is { Timestamp: { } timestamp, Nonce: { } nonce }
        && CallbackSignature.Verify(query.Signature, Token, timestamp, nonce)
        && long.TryParse(timestamp, NumberStyles.None, CultureInfo.InvariantCulture, out var seconds)
        && Math.Abs(time.GetUtcNow().ToUnixTimeSeconds() - seconds) <= Fresh.TotalSeconds;
}
