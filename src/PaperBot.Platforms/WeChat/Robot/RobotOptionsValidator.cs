using Microsoft.Extensions.Options;

namespace PaperBot.Platforms.WeChat.Robot;

/// <summary>Checks the address at start; the sentence does not quote it.</summary>
internal sealed class RobotOptionsValidator : IValidateOptions<RobotOptions>
{
    public ValidateOptionsResult Validate(string? name, RobotOptions options)
    {
        ArgumentNullException.ThrowIfNull(options);
        var isRight =
            !options.IsOn
            || (
                Uri.TryCreate(options.Url, UriKind.Absolute, out var url)
                && url.Scheme is "http" or "https"
                && url.Query.Contains("key=", StringComparison.Ordinal)
            );
        return isRight
            ? ValidateOptionsResult.Success
            : ValidateOptionsResult.Fail(
                "WeChat:Webhook:Url must be the robot's whole webhook address, with its key behind the question mark."
            );
    }
}
