using Microsoft.Extensions.Options;

namespace PaperBot.Handlers.Routing.Limits;

/// <summary>Checks every window and names the key of a bad one.</summary>
internal sealed class LimitsValidator : IValidateOptions<LimitsOptions>
{
    public ValidateOptionsResult Validate(string? name, LimitsOptions options)
    {
        var failures = new List<string>();
        Check(nameof(options.Person), options.Person, failures);
        Check(nameof(options.Place), options.Place, failures);
        return failures.Count == 0 ? ValidateOptionsResult.Success : ValidateOptionsResult.Fail(failures);
    }

    private static void Check(string what, Dictionary<string, LimitWindow> windows, List<string> failures)
    {
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
