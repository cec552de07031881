using Microsoft.Extensions.Options;

namespace PaperBot.Storage.Configuration;

/// <summary>Says what is wrong with the options, by key.</summary>
internal sealed class StorageOptionsCheck : IValidateOptions<StorageOptions>
{
    private static readonly TimeSpan LongestRetry = TimeSpan.FromMinutes(5);
    private static readonly TimeSpan ShortestKeep = TimeSpan.FromHours(1);
    private static readonly TimeSpan LongestKeep = TimeSpan.FromDays(36_500);

    public ValidateOptionsResult Validate(string? name, StorageOptions options)
    {
        var wrong = new List<string>();
        if (string.IsNullOrWhiteSpace(options.Directory))
            wrong.Add("Storage:Directory is empty; name a folder, for example 'data'.");
        else if (!StorageTarget.TryRead(options, out _, out var sentence))
            wrong.Add(sentence);
        if (options.RetryFor < TimeSpan.Zero || options.RetryFor > LongestRetry)
            wrong.Add($"Storage:RetryFor is {options.RetryFor}; it must be between 0 and {LongestRetry}.");
        Check(options.Keep.Requests, nameof(KeepOptions.Requests));
        Check(options.Keep.Conversations, nameof(KeepOptions.Conversations));
        Check(options.Keep.Preferences, nameof(KeepOptions.Preferences));
        Check(options.Keep.WebMessages, nameof(KeepOptions.WebMessages));
        Check(options.Keep.ShortLines, nameof(KeepOptions.ShortLines));
        Check(options.Keep.Uploads, nameof(KeepOptions.Uploads));
        Check(options.Keep.PaperUses, nameof(KeepOptions.PaperUses));
        Check(options.Keep.SavedPapers, nameof(KeepOptions.SavedPapers));
        Check(options.Keep.Deliveries, nameof(KeepOptions.Deliveries));
        return wrong.Count == 0 ? ValidateOptionsResult.Success : ValidateOptionsResult.Fail(wrong);

        void Check(TimeSpan kept, string key)
        {
            if (kept < ShortestKeep || kept > LongestKeep)
                wrong.Add(
                    $"Storage:Keep:{key} is {kept}; it must be between {ShortestKeep} and {LongestKeep} (days.hours:minutes:seconds)."
                );
        }
    }
}
