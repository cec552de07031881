using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using PaperBot.Core.Articles;
using PaperBot.Upstreams.Http;

namespace PaperBot.Upstreams.Blogs;

/// <summary>The blogs' part of <see cref="UpstreamsServiceCollectionExtensions.AddUpstreams"/>.</summary>
public static class BlogsServices
{
    /// <summary>Blogs behind a queue for each host. The stores come from the storage.</summary>
    internal static IServiceCollection AddBlogs(this IServiceCollection services)
    {
        services
            .AddOptions<BlogsOptions>()
            .BindConfiguration(BlogsOptions.Section)
            .Configure<IConfiguration>(Name)
            .ValidateOnStart();
        services.AddSingleton<IValidateOptions<BlogsOptions>, BlogsOptionsCheck>();
        services.AddUpstreamHttp(
            BlogHttp.Client,
            provider =>
            {
                var options = provider.GetRequiredService<IOptions<BlogsOptions>>().Value;
                return new()
                {
                    UserAgent = UserAgent.Of(options.Contact),
                    Accept = BlogHttp.Accept,
                    Proxy = options.Proxy,
                    LargestBody = options.LargestPage,
                    Permits = options.AllowPrivateAddresses ? null : PublicAddress.Is,
                };
            }
        );
        services.AddSingleton<BlogHttp>();
        services.AddSingleton<BlogHosts>();
        services.AddSingleton<PageFetcher>();
        services.AddSingleton<SourceLists>();
        services.AddSingleton<SourcePages>();
        services.AddSingleton<SourceReading>();
        services.AddSingleton<ConfiguredBlogs>();
        services.AddSingleton<BlogWake>();
        services.AddSingleton<IBlogReader, BlogReader>();
        return services;
    }

    /// <summary>Only in a process that serves: reads the blogs on their schedule.</summary>
    public static IServiceCollection AddBlogReading(this IServiceCollection services) =>
        services.AddHostedService<BlogJob>();

    // Blogs:0:Name and so on: the numbers stand in the section itself.
    private static void Name(BlogsOptions options, IConfiguration configuration)
    {
        foreach (var child in configuration.GetSection(BlogsOptions.Section).GetChildren())
            if (int.TryParse(child.Key, out _) && child.Get<BlogOptions>() is { Name.Length: > 0 } blog)
                options.Sources.Add(blog);
    }
}
