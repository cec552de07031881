using System.Globalization;
using System.Security.Cryptography;
using Microsoft.Extensions.Options;
using PaperBot.Core.Health;
using PaperBot.Core.Texts;
using PaperBot.Platforms.Web;
using PaperBot.Platforms.WeChat.Crypto;
using PaperBot.Platforms.WeChat.Official;

namespace PaperBot.Platforms.WeChat.Owners;

/// <summary>
/// What <c>doctor</c> says of an official account: what its kind may, whether the platform can call the bot back, and
/// whether its interface lets this machine in.
/// </summary>
internal sealed class AccountCheck(
    IOptions<OfficialOptions> options,
    IOptions<PublicOptions> outside,
    IHttpClientFactory clients,
    OfficialTokens tokens,
    TimeProvider time
)
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(8);

    public async Task<IReadOnlyList<HealthFinding>> CheckAsync(CancellationToken cancellationToken)
    {
        if (!options.Value.IsOn)
            return [Finding(HealthLevel.Notice, "doctor.wechat.official.off")];
        using var limit = new CancellationTokenSource(Patience, time);
        using var both = CancellationTokenSource.CreateLinkedTokenSource(limit.Token, cancellationToken);
        List<HealthFinding> findings = [await CallbackAsync(both.Token, cancellationToken)];
        if (options.Value.Secret.Length == 0)
            findings.Add(Finding(HealthLevel.Notice, "doctor.wechat.official.passive"));
        else
            findings.Add(await TokenAsync(both.Token, cancellationToken));
        return findings;
    }

    /// <summary>Does what the account's console does when its form is saved.</summary>
    private async Task<HealthFinding> CallbackAsync(CancellationToken limit, CancellationToken cancellationToken)
    {
        if (!Uri.TryCreate(outside.Value.Url, UriKind.Absolute, out var own))
            return Finding(HealthLevel.Broken, "doctor.wechat.official.address");
        if (own.Port is not (80 or 443))
            return Finding(HealthLevel.Broken, "doctor.wechat.official.port", ("port", own.Port));
        var timestamp = time.GetUtcNow().ToUnixTimeSeconds().ToString(CultureInfo.InvariantCulture);
        var nonce = RandomNumberGenerator.GetHexString(16, lowercase: true);
        var echo = RandomNumberGenerator.GetHexString(16, lowercase: true);
        var signature = CallbackSignature.Of(options.Value.Token, timestamp, nonce);
        var address = new Uri(own, OfficialEndpoint.Path);
        try
        {
            using var client = clients.CreateClient(OfficialTokens.Client);
            var answer = await client.GetStringAsync(
                new Uri($"{address}?signature={signature}&timestamp={timestamp}&nonce={nonce}&echostr={echo}"),
                limit
            );
            return answer == echo
                ? Finding(HealthLevel.Good, "doctor.wechat.official.callback", ("address", address.AbsoluteUri))
                : Finding(HealthLevel.Broken, "doctor.wechat.official.token", ("address", address.AbsoluteUri));
        }
        catch (Exception e) when (IsSilence(e, cancellationToken))
        {
            return Finding(HealthLevel.Broken, "doctor.wechat.official.token", ("address", address.AbsoluteUri));
        }
    }

    private async Task<HealthFinding> TokenAsync(CancellationToken limit, CancellationToken cancellationToken)
    {
        try
        {
            await tokens.GetAsync(limit);
            return Finding(HealthLevel.Good, "doctor.wechat.official.verified");
        }
        catch (OfficialException e)
        {
            return e.Code switch
            {
                OfficialCodes.StrangeAddress => Finding(
                    HealthLevel.Broken,
                    "doctor.wechat.official.list",
                    ("address", OutgoingAddress.In(e.Words) ?? "?")
                ),
                OfficialCodes.BadAppId or OfficialCodes.BadSecret or OfficialCodes.BadToken => Finding(
                    HealthLevel.Broken,
                    "doctor.wechat.official.secret",
                    ("code", e.Code)
                ),
                _ => Finding(HealthLevel.Broken, "doctor.wechat.official.code", ("code", e.Code)),
            };
        }
        catch (Exception e) when (IsSilence(e, cancellationToken))
        {
            return Finding(HealthLevel.Broken, "doctor.wechat.official.deaf", ("address", options.Value.ApiUrl));
        }
    }

    private static bool IsSilence(Exception exception, CancellationToken cancellationToken) =>
        exception is HttpRequestException
        || (exception is OperationCanceledException && !cancellationToken.IsCancellationRequested);

    private static HealthFinding Finding(HealthLevel level, string key, params (string, object?)[] values) =>
        new(level, Message.Of(key, values));
}
