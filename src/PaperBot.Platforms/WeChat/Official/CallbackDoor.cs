using System.Globalization;
using System.Security.Cryptography;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using PaperBot.Platforms.WeChat.Crypto;

namespace PaperBot.Platforms.WeChat.Official;

/// <summary>
/// Lets callbacks in: the signature is checked before anything is parsed, what is older than <see cref="Fresh"/> is
/// refused, and in safe mode only what is encrypted for this account is read. What its owner can mend is logged, at most
/// once a minute and never with what was sent.
/// </summary>
internal sealed partial class CallbackDoor(
    IOptions<OfficialOptions> options,
    TimeProvider time,
    ILogger<CallbackDoor> logger
)
{
    /// <summary>How far a callback's time may be from ours: a clock may be wrong by that, a replay is older.</summary>
    public static readonly TimeSpan Fresh = TimeSpan.FromMinutes(10);

    private const int Salt = 16;
    private const int LongestEcho = 256;
    private const string Encrypted = "Encrypt";

    private readonly MessageCipher? _cipher = options.Value.EncodingAesKey is { Length: > 0 } key
        ? new MessageCipher(key, options.Value.AppId)
        : null;
    private long _warned = long.MinValue / 2;

    private string Token => options.Value.Token;

    /// <summary>True when the platform signed the address, and not long ago.</summary>
    public bool IsSigned(CallbackQuery query)
    {
        if (
            query is not { Timestamp: { } timestamp, Nonce: { } nonce }
            || !CallbackSignature.Verify(query.Signature, Token, timestamp, nonce)
            || !long.TryParse(timestamp, NumberStyles.None, CultureInfo.InvariantCulture, out var seconds)
        )
            return false;
        var away = Math.Abs(time.GetUtcNow().ToUnixTimeSeconds() - seconds);
        if (away <= Fresh.TotalSeconds)
            return true;
        if (MayWarn())
            Log.Stale(logger, away);
        return false;
    }

    /// <summary>What an address check wants to hear, or null when it is not signed by the platform.</summary>
    public string? Answer(CallbackQuery query) =>
        IsSigned(query) && query.Echo is { Length: > 0 and <= LongestEcho } echo ? echo : null;

    /// <summary>The push in the body of a signed call, or null when it must not or cannot be read.</summary>
    public OfficialMessage? Open(CallbackQuery query, string body)
    {
        if (!CallbackXml.TryRead(body, out var fields))
            return null;
        var isEncrypted = fields.TryGetValue(Encrypted, out var encrypted);
        if (_cipher is not null)
        {
            if (!isEncrypted)
            {
                if (MayWarn())
                    Log.NotEncrypted(logger);
                return null;
            }
            if (
                !CallbackSignature.Verify(query.MessageSignature, Token, query.Timestamp!, query.Nonce!, encrypted!)
                || !_cipher.TryDecrypt(encrypted, out var xml)
            )
            {
                if (MayWarn())
                    Log.NotOpened(logger);
                return null;
            }
            if (!CallbackXml.TryRead(xml, out fields))
                return null;
        }
        if (CallbackXml.TryRead(fields, out var message))
            return message;
        if (isEncrypted && _cipher is null && MayWarn())
            Log.NoKey(logger);
        return null;
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

    private bool MayWarn()
    {
        var now = time.GetUtcNow().ToUnixTimeSeconds();
        var last = Interlocked.Read(ref _warned);
        return now - last >= 60 && Interlocked.CompareExchange(ref _warned, now, last) == last;
    }

    private static partial class Log
    {
        [LoggerMessage(
            1,
            LogLevel.Warning,
            "WeChat called with a time that is {Seconds} s from this machine's: is the clock right?"
        )]
        public static partial void Stale(ILogger logger, long seconds);

        [LoggerMessage(
            2,
            LogLevel.Warning,
            "WeChat calls in plain mode and WeChat:Official:EncodingAesKey is set: choose safe mode in the console."
        )]
        public static partial void NotEncrypted(ILogger logger);

        [LoggerMessage(
            3,
            LogLevel.Warning,
            "WeChat's call cannot be opened: copy EncodingAesKey and AppId of WeChat:Official once more."
        )]
        public static partial void NotOpened(ILogger logger);

        [LoggerMessage(
            4,
            LogLevel.Warning,
            "WeChat calls in safe mode: set WeChat:Official:EncodingAesKey, or choose plain mode in the console."
        )]
        public static partial void NoKey(ILogger logger);
    }
}
