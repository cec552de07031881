using Microsoft.Extensions.Options;
using PaperBot.Upstreams.Http;

namespace PaperBot.Upstreams.Llm;

/// <summary>Rules over several options.</summary>
internal sealed class LlmOptionsCheck : IValidateOptions<LlmOptions>
{
    public ValidateOptionsResult Validate(string? name, LlmOptions options)
    {
        List<string> wrong = [.. Wrong("Llm", options), .. Wrong("Llm:Fallback", options.Fallback)];
        if (options.Model.Length == 0 && options.Fallback.Model.Length > 0)
            wrong.Add("Llm:Fallback:Model is set and Llm:Model is not; the first model comes first.");
        if (options.Model.Length > 0 && options.Model == options.Fallback.Model && IsSameServer(options))
            wrong.Add("Llm:Fallback:Model is the same model at the same address as Llm:Model.");
        return wrong.Count == 0 ? ValidateOptionsResult.Success : ValidateOptionsResult.Fail(wrong);
    }

    private static bool IsSameServer(LlmOptions options) =>
        options.Provider == options.Fallback.Provider && options.Endpoint == options.Fallback.Endpoint;

    private static IEnumerable<string> Wrong(string section, LlmModelOptions options)
    {
        if (options.Endpoint is { } endpoint && endpoint is not { IsAbsoluteUri: true, Scheme: "http" or "https" })
            yield return $"{section}:Endpoint is '{endpoint}'; it must be an http or https address.";
        if (options.Endpoint is { IsAbsoluteUri: true, UserInfo.Length: > 0 })
            yield return $"{section}:Endpoint holds a password; give the key as {section}:ApiKey.";
        if (options.Model.Length > 100 || options.Model.Any(char.IsControl))
            yield return $"{section}:Model must be at most 100 characters.";
        if (options.ApiKey.Any(c => c is <= ' ' or > '~'))
            yield return $"{section}:ApiKey holds a space or another character that no key has.";
        if (options.SilenceTimeout > options.AttemptTimeout)
            yield return $"{section}:SilenceTimeout must not be longer than {section}:AttemptTimeout.";
        if (!ProxyAddress.IsSetting(options.Proxy))
            yield return $"{section}:Proxy must be http://host:port, socks5://host:port, or 'direct'.";
    }
}
