using Microsoft.Extensions.Options;
using PaperBot.Platforms.Web;
using PaperBot.Platforms.WeChat.Crypto;

namespace PaperBot.Platforms.WeChat.Official;

/// <summary>Checks the account's settings at start; each sentence names the key.</summary>
internal sealed class OfficialOptionsValidator(IOptions<PublicOptions> outside) : IValidateOptions<OfficialOptions>
{
    public ValidateOptionsResult Validate(string? name, OfficialOptions options)
    {
        ArgumentNullException.ThrowIfNull(options);
        var faults = Faults(options).ToList();
        return faults.Count == 0 ? ValidateOptionsResult.Success : ValidateOptionsResult.Fail(faults);
    }

    private IEnumerable<string> Faults(OfficialOptions options)
    {
        if (!options.IsOn)
            yield break;
        if (options.Token.Length is < 3 or > 32 || !options.Token.All(char.IsAsciiLetterOrDigit))
            yield return "WeChat:Official:Token must have 3 to 32 letters and digits, as the account's console asks.";
        if (options.EncodingAesKey.Length > 0 && !MessageCipher.IsKey(options.EncodingAesKey))
            yield return $"WeChat:Official:EncodingAesKey must have {MessageCipher.KeyLength} letters and digits.";
        if (options.EncodingAesKey.Length > 0 && options.AppId.Length == 0)
            yield return "WeChat:Official:AppId must be set when there is an EncodingAesKey.";
        if (options.Secret.Length > 0 && options.AppId.Length == 0)
            yield return "WeChat:Official:AppId must be set when there is a Secret.";
        if (!Uri.TryCreate(options.ApiUrl, UriKind.Absolute, out var url) || url.Scheme is not ("http" or "https"))
            yield return $"WeChat:Official:ApiUrl is '{options.ApiUrl}'; write https://api.weixin.qq.com/.";
        if (outside.Value.Listen.Length == 0)
            yield return "WeChat:Official needs Public:Listen: WeChat calls the bot there.";
    }
}
