using Microsoft.Extensions.DependencyInjection;
using PaperBot.Core.Texts;
using PaperBot.Upstreams.Arxiv;
using PaperBot.Upstreams.Blogs;
using PaperBot.Upstreams.Documents;
using PaperBot.Upstreams.Llm;
using PaperBot.Upstreams.Queueing;

namespace PaperBot.Upstreams;

public static class UpstreamsServiceCollectionExtensions
{
    /// <summary>The upstreams behind their queues. Needs an <see cref="Core.Queues.ISlotStore"/> from the storage.</summary>
    public static IServiceCollection AddUpstreams(this IServiceCollection services)
    {
        services.AddSingleton(new TextSource(typeof(UpstreamsServiceCollectionExtensions).Assembly));
        services.AddQueueing();
        services.AddArxiv();
        services.AddBlogs();
        services.AddDocuments();
        services.AddLlm();
        return services;
    }
}
