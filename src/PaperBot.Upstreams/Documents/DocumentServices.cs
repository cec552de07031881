using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using PaperBot.Core.Documents;
using PaperBot.Core.Health;
using PaperBot.Upstreams.Arxiv;
using PaperBot.Upstreams.Http;
using PaperBot.Upstreams.Queueing;

namespace PaperBot.Upstreams.Documents;

/// <summary>The part of <see cref="UpstreamsServiceCollectionExtensions.AddUpstreams"/> that reads papers' texts.</summary>
internal static class DocumentServices
{
    /// <summary>Papers' files behind their queue. The store of documents comes from the storage.</summary>
    public static IServiceCollection AddDocuments(this IServiceCollection services)
    {
        services
            .AddOptionsWithValidateOnStart<DocumentOptions, DocumentOptionsFields>()
            .BindConfiguration(DocumentOptions.Section);
        services.AddSingleton<IValidateOptions<DocumentOptions>, DocumentOptionsCheck>();
        services.AddUpstreamHttp(
            DocumentHttp.Client,
            provider =>
            {
                var arxiv = provider.GetRequiredService<IOptions<ArxivOptions>>().Value;
                return new()
                {
                    UserAgent = UserAgent.Of(arxiv.Contact),
                    Accept = DocumentHttp.Accept,
                    Proxy = arxiv.Proxy,
                    LargestBody = provider.GetRequiredService<IOptions<DocumentOptions>>().Value.LargestFile,
                };
            }
        );
        services.AddUpstreamQueue<DocumentCall, byte[], DocumentUpstream>();
        services.AddSingleton<PdfText>();
        services.AddSingleton<PdfLayout>();
        services.AddSingleton<IDocumentSource, ArxivDocumentSource>();
        services.AddSingleton<IHealthCheck, DocumentHealthCheck>();
        return services;
    }
}
