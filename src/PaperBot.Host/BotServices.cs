using System.Globalization;
using PaperBot.Core.Delivery;
using PaperBot.Core.Health;
using PaperBot.Core.Papers;
using PaperBot.Core.Texts;
using PaperBot.Handlers;
using PaperBot.Host.Cli;
using PaperBot.Host.Samples;
using PaperBot.Pictures;
using PaperBot.Search;
using PaperBot.Storage;
using PaperBot.Upstreams;

namespace PaperBot.Host;

/// <summary>The composition root: everything but the platforms.</summary>
internal static class BotServices
{
    public static IServiceCollection AddBot(this IServiceCollection services)
    {
        services.AddSingleton(TimeProvider.System);
        services.AddSingleton(provider => new HostFacts(
            Verbs.ProgramVersion,
            provider.GetRequiredService<TimeProvider>().GetUtcNow(),
            string.Create(CultureInfo.InvariantCulture, $"{Environment.ProcessId}-{Guid.NewGuid():N}")
        ));
        services.AddSingleton(new TextSource(typeof(BotServices).Assembly));
        services.AddPaperBotStorage();
        services.AddPaperBotSearch();
        services.AddUpstreams();
        services.AddEvidence();
        services.AddPictures();
        services.AddHandlers();
        services.AddSingleton<SampleArticles>();
        services.AddSingleton<ISampleLibrary, SampleLibrary>();
        services.AddSingleton<IHealthCheck, ProxyCheck>();
        services.AddSingleton<ConsolePosts>();
        services.AddSingleton<IOutbox>(provider => provider.GetRequiredService<ConsolePosts>());
        return services;
    }
}
