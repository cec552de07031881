using Microsoft.Extensions.Options;

namespace PaperBot.Platforms.WeChat.WeCom;

/// <summary>Checks the bot's settings at start; each sentence names the key and never quotes the secret.</summary>
internal sealed class WeComOptionsValidator : IValidateOptions<WeComOptions>
{
    public ValidateOptionsResult Validate(string? name, WeComOptions options)
    {
        ArgumentNullException.ThrowIfNull(options);
        var faults = Faults(options).ToList();
        return faults.Count == 0 ? ValidateOptionsResult.Success : ValidateOptionsResult.Fail(faults);
    }

    private static IEnumerable<string> Faults(WeComOptions options)
    {
        if (options.IsOn != options.Secret.Length > 0)
            yield return "WeChat:WeCom:BotId and WeChat:WeCom:Secret go together: set both or neither.";
        if (options.BotId.Any(IsOdd))
            yield return "WeChat:WeCom:BotId has letters that no bot id has; copy it once more from WeCom's console.";
        if (options.Secret.Any(IsOdd))
            yield return "WeChat:WeCom:Secret has letters that no secret has; copy it once more from WeCom's console.";
        if (!Uri.TryCreate(options.Url, UriKind.Absolute, out var url) || url.Scheme is not ("ws" or "wss"))
            yield return $"WeChat:WeCom:Url is '{options.Url}'; write wss://openws.work.weixin.qq.com.";
    }

    private static bool IsOdd(char letter) => letter is <= ' ' or > '~';
}
