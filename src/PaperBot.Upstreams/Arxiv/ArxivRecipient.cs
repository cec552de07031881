using Microsoft.Extensions.Options;
using PaperBot.Core.Privacy;

namespace PaperBot.Upstreams.Arxiv;

/// <summary>arXiv reads which papers and words are looked up, and never who asks.</summary>
internal sealed class ArxivRecipient(IOptions<ArxivOptions> options) : IDataRecipient
{
    public string Name => "arxiv";

    public string Host => options.Value.ApiUrl.Host;
}
