using Microsoft.Extensions.DependencyInjection;
using PaperBot.Core.Articles;
using PaperBot.Testing.Articles;

namespace PaperBot.Tests.Handlers.Blogs;

/// <summary>For tests of other commands: no blog, no article, nothing found.</summary>
internal static class NoBlogs
{
    public static IServiceCollection AddNoBlogs(this IServiceCollection services)
    {
        var none = new NoArticles();
        services.AddSingleton<IArticleStore>(none);
        services.AddSingleton<IBlogStore>(none);
        services.AddSingleton<IBlogReader>(none);
        services.AddSingleton<ITextSearch>(new FakeTextSearch());
        return services;
    }
}
