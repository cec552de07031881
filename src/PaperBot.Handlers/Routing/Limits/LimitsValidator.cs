using System.Globalization;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.Options;

namespace PaperBot.Handlers.Routing.Limits;

/// <summary>
/// Checks every window and names the key of a bad one; also what the binder passes over in silence, as it does with
/// values inside of collections.
/// </summary>
internal sealed class LimitsValidator(IConfiguration configuration) : IValidateOptions<LimitsOptions>
{
    public ValidateOptionsResult Validate(string? name, LimitsOptions options)
    {
        var failures = new List<string>();
        Check(nameof(options.Person), options.Person, failures);
        Check(nameof(options.Place), options.Place, failures);
        return failures.Count == 0 ? ValidateOptionsResult.Success : ValidateOptionsResult.Fail(failures);
    }

    private void Check(string what, Dictionary<string, LimitWindow> windows, List<string> failures)
    {
        foreach (var written in configuration.GetSection($"{LimitsOptions.Section}:{what}").GetChildren())
        {
            if (written["Count"] is { } count && !int.TryParse(count, CultureInfo.InvariantCulture, out _))
                failures.Add($"{written.Path}:Count must be a whole number, not '{count}'.");
            if (written["Window"] is { } window && !TimeSpan.TryParse(window, CultureInfo.InvariantCulture, out _))
                failures.Add($"{written.Path}:Window must be a time as 00:01:00, not '{window}'.");
        }
        foreach (var (number, window) in windows)
        {
            var key = $"{LimitsOptions.Section}:{what}:{number}";
            if (window.Count is < 1 or > 1_000_000)
                failures.Add($"{key}:Count must lie between 1 and 1000000, not be {window.Count}.");
            if (window.Window < TimeSpan.FromSeconds(1) || window.Window > TimeSpan.FromDays(31))
                failures.Add($"{key}:Window must lie between 00:00:01 and 31.00:00:00, not be {window.Window}.");
        }
    }
}
