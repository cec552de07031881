using Microsoft.Extensions.DependencyInjection;
using PaperBot.Handlers.Routing;

namespace PaperBot.Handlers.Digests;

/// <summary>The day's papers, every morning.</summary>
internal static class DigestsServices
{
    public static void AddDigests(this IServiceCollection services)
    {
        services.AddSingleton<DigestClock>();
        services.AddSingleton<DayLists>();
        services.AddSingleton<DigestReader>();
        services.AddSingleton<ReasonText>();
        services.AddSingleton<DigestTaste>();
        services.AddSingleton<DigestRanking>();
        services.AddSingleton<DigestSummaries>();
        services.AddSingleton<DigestCards>();
        services.AddSingleton<DigestText>();
        services.AddSingleton<DigestPlanner>();
        services.AddSingleton<BlogPlanner>();
        services.AddSingleton<DigestDesk>();
        services.AddSingleton<DigestGate>();
        services.AddSingleton<DigestCourier>();
        services.AddSingleton<DigestLine>();
        services.AddSingleton<DigestWaiting>();
        services.AddSingleton<DigestFinder>();
        services.AddCommand<DigestAddHandler>();
        services.AddCommand<DigestListHandler>();
        services.AddCommand<BlogWatchHandler>();
        services.AddCommand<BlogUnwatchHandler>();
        services.AddCommand<DigestPreviewHandler>();
        services.AddCommand<DigestShowHandler>();
        services.AddCommand<DigestEditHandler>();
        services.AddCommand<DigestPauseHandler>();
        services.AddCommand<DigestResumeHandler>();
        services.AddCommand<DigestRemoveHandler>();
        services.AddCommand<DigestWhyHandler>();
        services.AddCommand<DigestStatusHandler>();
    }
}
