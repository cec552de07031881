using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using PaperBot.Core.Articles;
using PaperBot.Core.Search;
using PaperBot.Core.Texts;
using PaperBot.Search.Feeding;

namespace PaperBot.Search;

/// <summary>Full-text search.</summary>
public static class SearchServices
{
    /// <summary>Adds <see cref="ITextSearch"/> and <see cref="ISearchIndex"/> over the stores.</summary>
    public static IServiceCollection AddPaperBotSearch(this IServiceCollection services)
    {
        services.TryAddSingleton(TimeProvider.System);
        services.AddSingleton(new TextSource(typeof(SearchServices).Assembly));
        services.AddSingleton<IndexFeeds>();
        services.AddSingleton<ISearchIndex>(provider => provider.GetRequiredService<IndexFeeds>());
        services.AddSingleton<ITextSearch, TextSearch>();
        services.AddHostedService<IndexJob>();
        return services;
    }
}
