using Microsoft.Extensions.Options;
using PaperBot.Discord;

namespace PaperBot.Platforms.Discord;

/// <summary>Checks the settings at start; each sentence names the key and never quotes the token.</summary>
internal sealed class DiscordSettingsValidator : IValidateOptions<DiscordSettings>
{
    public ValidateOptionsResult Validate(string? name, DiscordSettings options)
    {
        ArgumentNullException.ThrowIfNull(options);
        var faults = Faults(options).ToList();
        return faults.Count == 0 ? ValidateOptionsResult.Success : ValidateOptionsResult.Fail(faults);
    }

    private static IEnumerable<string> Faults(DiscordSettings options)
    {
        if (options.Token.Trim().Any(letter => letter is < ' ' or > '~'))
            yield return "Discord:Token has letters that no token has; copy it once more from the developer portal.";
        if (!Uri.TryCreate(options.ApiUrl, UriKind.Absolute, out var url) || url.Scheme is not ("http" or "https"))
            yield return $"Discord:ApiUrl is '{options.ApiUrl}'; write https://discord.com/api/v10/.";
        foreach (var id in options.Guilds.Where(id => !Snowflake.TryParse(id, null, out _)))
            yield return $"Discord:Guilds has '{id}'; write the ids of servers, which consist of digits.";
        foreach (var id in options.Users.Where(id => !Snowflake.TryParse(id, null, out _)))
            yield return $"Discord:Users has '{id}'; write the ids of people, which consist of digits.";
    }
}
