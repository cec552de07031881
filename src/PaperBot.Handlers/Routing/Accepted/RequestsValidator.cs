using Microsoft.Extensions.Options;

namespace PaperBot.Handlers.Routing.Accepted;

/// <summary>Says what is wrong with the options, by key.</summary>
internal sealed class RequestsValidator : IValidateOptions<RequestsOptions>
{
    private static readonly TimeSpan ShortestLease = TimeSpan.FromSeconds(2);
    private static readonly TimeSpan LongestLease = TimeSpan.FromHours(1);
    private static readonly TimeSpan LongestDrain = TimeSpan.FromMinutes(10);

    public ValidateOptionsResult Validate(string? name, RequestsOptions options)
    {
        var wrong = new List<string>();
        if (options.Lease < ShortestLease || options.Lease > LongestLease)
            wrong.Add($"Requests:Lease must lie between {ShortestLease} and {LongestLease}, not be {options.Lease}.");
        if (options.MostAttempts is < 1 or > 100)
            wrong.Add($"Requests:MostAttempts must lie between 1 and 100, not be {options.MostAttempts}.");
        if (options.Drain < TimeSpan.Zero || options.Drain > LongestDrain)
            wrong.Add($"Requests:Drain must lie between 00:00:00 and {LongestDrain}, not be {options.Drain}.");
        return wrong.Count == 0 ? ValidateOptionsResult.Success : ValidateOptionsResult.Fail(wrong);
    }
}
