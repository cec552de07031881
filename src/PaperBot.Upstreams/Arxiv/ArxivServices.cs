using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using PaperBot.Core.Health;
using PaperBot.Core.Papers;
using PaperBot.Core.Privacy;
using PaperBot.Upstreams.Http;
using PaperBot.Upstreams.Queueing;

namespace PaperBot.Upstreams.Arxiv;

/// <summary>The arXiv part of <see cref="UpstreamsServiceCollectionExtensions.AddUpstreams"/>.</summary>
internal static class ArxivServices
{
    /// <summary>arXiv behind its queue. The stores of papers and announcements come from the storage.</summary>
    public static IServiceCollection AddArxiv(this IServiceCollection services)
    {
        services.AddOptions<ArxivOptions>().BindConfiguration(ArxivOptions.Section).ValidateOnStart();
        services.AddSingleton<IValidateOptions<ArxivOptions>, ArxivOptionsCheck>();
        services.AddUpstreamHttp(
            ArxivHttp.Client,
            provider =>
            {
                var options = provider.GetRequiredService<IOptions<ArxivOptions>>().Value;
                return new()
                {
                    UserAgent = UserAgent.Of(options.Contact),
                    Accept = ArxivHttp.Accept,
                    Proxy = options.Proxy,
                    LargestBody = options.LongestAnswer,
                };
            }
        );
        services.AddSingleton<ArxivCalendar>();
        services.AddSingleton<IAnnouncementCalendar>(provider => provider.GetRequiredService<ArxivCalendar>());
        services.AddSingleton<ArxivHttp>();
        services.AddUpstreamQueue<ArxivCall, ArxivAnswer, ArxivUpstream>();
        services.AddSingleton<ArxivClient>();
        services.AddSingleton<StoredPapers>();
        services.AddSingleton<PaperLookUps>();
        services.AddSingleton<PaperSearches>();
        services.AddSingleton<AnnouncementLists>();
        services.AddSingleton<Announcements>();
        services.AddSingleton<IAnnouncementReview, AnnouncementReview>();
        services.AddSingleton<IPaperSource, ArxivPaperSource>();
        services.AddSingleton<IPaperLinks, ArxivLinks>();
        services.AddSingleton<IDataRecipient, ArxivRecipient>();
        services.AddSingleton<IHealthCheck, ArxivHealthCheck>();
        return services;
    }
}
