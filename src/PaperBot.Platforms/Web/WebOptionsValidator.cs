using Microsoft.Extensions.Options;
using PaperBot.Platforms.Web.Listeners;

namespace PaperBot.Platforms.Web;

/// <summary>Checks the page's settings at start; each sentence names the key.</summary>
internal sealed class WebOptionsValidator(IOptions<PublicOptions> outside) : IValidateOptions<WebOptions>
{
    public const int ShortestKey = 16;

    public ValidateOptionsResult Validate(string? name, WebOptions options)
    {
        ArgumentNullException.ThrowIfNull(options);
        var faults = new List<string>(Faults(options));
        return faults.Count == 0 ? ValidateOptionsResult.Success : ValidateOptionsResult.Fail(faults);
    }

    private IEnumerable<string> Faults(WebOptions options)
    {
        if (!ListenAddress.TryParse(options.Url, out var address))
            yield return $"Web:Url is '{options.Url}'; write http://localhost:5080, an IP address, or http://*:5080.";
        else if (!address.IsLoopback && options.AccessKey.Length == 0)
            yield return $"Web:AccessKey must be set (at least {ShortestKey} characters): Web:Url listens to others.";
        if (options.AccessKey.Length is > 0 and < ShortestKey)
            yield return $"Web:AccessKey must have at least {ShortestKey} characters.";
        if (options.LoginDays is < 1 or > 3_650)
            yield return "Web:LoginDays must be between 1 and 3650.";
        if (options.LongestMessage is < 100 or > 100_000)
            yield return "Web:LongestMessage must be between 100 and 100000.";
        if (outside.Value.Listen.Length > 0 && !ListenAddress.TryParse(outside.Value.Listen, out _))
            yield return $"Public:Listen is '{outside.Value.Listen}'; write http://*:5081, or leave it empty.";
        if (outside.Value.Url.Length > 0 && !IsWebAddress(outside.Value.Url))
            yield return $"Public:Url is '{outside.Value.Url}'; write an address such as https://papers.example.org.";
    }

    private static bool IsWebAddress(string text) =>
        Uri.TryCreate(text, UriKind.Absolute, out var uri) && uri.Scheme is "http" or "https";
}
