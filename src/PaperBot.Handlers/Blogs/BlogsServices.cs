using System.Security.Cryptography;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using PaperBot.Core.Commands;
using PaperBot.Handlers.Routing;
using PaperBot.Handlers.Routing.FreeText;

namespace PaperBot.Handlers.Blogs;

/// <summary>The commands about blogs, and the search over papers and articles.</summary>
internal static class BlogsServices
{
    public static void AddBlogs(this IServiceCollection services)
    {
        services.TryAddSingleton(TimeProvider.System);
        services.TryAddSingleton<Func<Random>>(_ => () => new Random(RandomNumberGenerator.GetInt32(int.MaxValue)));
        services.AddSingleton<ArticleLine>();
        services.AddSingleton<ArticleCard>();
        services.TryAddSingleton<ArticleFinder>();
        services.AddSingleton<ArticleList>();
        services.AddSingleton<ArticleHitList>();
        services.AddSingleton<BlogSearchHandler>();
        services.AddSingleton<ICommandHandler>(provider => provider.GetRequiredService<BlogSearchHandler>());
        services.AddCommand<BlogHandler>();
        services.AddCommand<BlogReadHandler>();
        services.AddCommand<BlogRelatedHandler>();
        services.AddCommand<BlogSeriesHandler>();
        services.AddCommand<BlogTagsHandler>();
        services.AddCommand<BlogPopularHandler>();
        services.AddCommand<BlogNewHandler>();
        services.AddCommand<BlogRandomHandler>();
        services.AddCommand<BlogSourcesHandler>();
        services.AddCommand<BlogSourceAddHandler>();
        services.AddCommand<BlogSourceRemoveHandler>();
        services.AddCommand<BlogSourcePauseHandler>();
        services.AddCommand<BlogSourceResumeHandler>();
        services.AddCommand<BlogSourceRefreshHandler>();
        services.AddCommand<SearchHandler>();
        services.AddSingleton<IFreeTextRule, ArticleLinkRule>();
        services.AddSingleton<IFreeTextRule, SearchRule>();
    }
}
