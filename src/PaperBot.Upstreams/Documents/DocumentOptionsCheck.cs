using Microsoft.Extensions.Options;
using PaperBot.Upstreams.Arxiv;

namespace PaperBot.Upstreams.Documents;

/// <summary>Rules over several options.</summary>
internal sealed class DocumentOptionsCheck(IOptions<ArxivOptions> arxiv) : IValidateOptions<DocumentOptions>
{
    private static readonly TimeSpan ArxivsInterval = TimeSpan.FromSeconds(3);

    public ValidateOptionsResult Validate(string? name, DocumentOptions options)
    {
        var wrong = new List<string>();
        if (options.TotalTimeout <= options.AttemptTimeout)
            wrong.Add("Documents:TotalTimeout must be longer than Documents:AttemptTimeout.");
        var host = arxiv.Value.SiteUrl.Host;
        var isArxiv = host == "arxiv.org" || host.EndsWith(".arxiv.org", StringComparison.Ordinal);
        if (isArxiv && options.Interval < ArxivsInterval)
            wrong.Add($"Documents:Interval is {options.Interval}; arXiv's terms ask for at least {ArxivsInterval}.");
        return wrong.Count == 0 ? ValidateOptionsResult.Success : ValidateOptionsResult.Fail(wrong);
    }
}
