using Microsoft.Extensions.Options;
using PaperBot.Upstreams.Http;

namespace PaperBot.Upstreams.Arxiv;

/// <summary>Says what is wrong with the options, by key.</summary>
internal sealed class ArxivOptionsCheck : IValidateOptions<ArxivOptions>
{
    private static readonly TimeSpan ArxivsInterval = TimeSpan.FromSeconds(3);

    public ValidateOptionsResult Validate(string? name, ArxivOptions options)
    {
        var wrong = new List<string>();
        (string Key, Uri? Address)[] addresses =
        [
            (nameof(options.ApiUrl), options.ApiUrl),
            (nameof(options.FeedUrl), options.FeedUrl),
            (nameof(options.SiteUrl), options.SiteUrl),
            (nameof(options.LinkUrl), options.LinkUrl),
        ];
        foreach (var (key, address) in addresses)
        {
            if (address is not { IsAbsoluteUri: true, Scheme: "http" or "https", Query: "", Fragment: "" })
                wrong.Add($"Arxiv:{key} is '{address}'; it must be an http or https address without a query.");
        }

        Between(nameof(options.Interval), options.Interval, TimeSpan.Zero, TimeSpan.FromHours(1));
        Between(nameof(options.FreshFor), options.FreshFor, TimeSpan.Zero, TimeSpan.FromDays(365));
        Between(
            nameof(options.AttemptTimeout),
            options.AttemptTimeout,
            TimeSpan.FromSeconds(1),
            TimeSpan.FromMinutes(5)
        );
        Between(nameof(options.StoredTimeout), options.StoredTimeout, TimeSpan.Zero, TimeSpan.FromMinutes(15));
        Between(nameof(options.TotalTimeout), options.TotalTimeout, TimeSpan.FromSeconds(1), TimeSpan.FromMinutes(15));
        Between(
            nameof(options.LongestRetryAfter),
            options.LongestRetryAfter,
            TimeSpan.FromSeconds(1),
            TimeSpan.FromDays(1)
        );
        Between(nameof(options.Capacity), options.Capacity, 1, 1_000_000);
        Between(nameof(options.BatchSize), options.BatchSize, 1, 100);
        Between(nameof(options.LongestAnswer), options.LongestAnswer, 100_000, 200_000_000);
        if (options.Contact.Length > 200 || options.Contact.Any(c => c is < ' ' or > '~' or '(' or ')'))
            wrong.Add("Arxiv:Contact must be at most 200 ASCII characters without parentheses.");
        if (!ProxyAddress.IsSetting(options.Proxy))
            wrong.Add("Arxiv:Proxy must be http://host:port, socks5://host:port, or 'direct'.");
        if (options.TotalTimeout <= options.AttemptTimeout)
            wrong.Add("Arxiv:TotalTimeout must be longer than Arxiv:AttemptTimeout.");
        var asksArxiv = addresses[..3].Any(pair => IsArxiv(pair.Address));
        if (asksArxiv && options.Interval < ArxivsInterval)
            wrong.Add($"Arxiv:Interval is {options.Interval}; arXiv's terms ask for at least {ArxivsInterval}.");
        return wrong.Count == 0 ? ValidateOptionsResult.Success : ValidateOptionsResult.Fail(wrong);

        void Between<T>(string key, T value, T least, T most)
            where T : IComparable<T>
        {
            if (value.CompareTo(least) < 0 || value.CompareTo(most) > 0)
                wrong.Add($"Arxiv:{key} is {value}; it must be between {least} and {most}.");
        }
    }

    private static bool IsArxiv(Uri? address) =>
        address is { IsAbsoluteUri: true, Host: var host }
        && (host == "arxiv.org" || host.EndsWith(".arxiv.org", StringComparison.Ordinal));
}
