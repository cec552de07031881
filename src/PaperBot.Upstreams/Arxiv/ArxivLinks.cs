using Microsoft.Extensions.Options;
using PaperBot.Core.Papers;

namespace PaperBot.Upstreams.Arxiv;

/// <summary>Addresses for readers.</summary>
internal sealed class ArxivLinks(IOptions<ArxivOptions> options) : IPaperLinks
{
    public Uri Abstract(ArxivId id) => Below("abs", id);

    public Uri Pdf(ArxivId id) => Below("pdf", id);

    public Uri Html(ArxivId id) => Below("html", id);

    private Uri Below(string page, ArxivId id) => ArxivRequests.Below(options.Value.LinkUrl, $"{page}/{id}");
}
