using Microsoft.Extensions.DependencyInjection;
using PaperBot.Handlers.Blogs;
using PaperBot.Handlers.Calculate;
using PaperBot.Handlers.Digests;
using PaperBot.Handlers.Help;
using PaperBot.Handlers.Notices;
using PaperBot.Handlers.Papers;
using PaperBot.Handlers.Preferences;
using PaperBot.Handlers.Privacy;
using PaperBot.Handlers.Questions.Asking;
using PaperBot.Handlers.Questions.Faq;
using PaperBot.Handlers.Questions.Generating;
using PaperBot.Handlers.Questions.Pages;
using PaperBot.Handlers.Questions.Translate;
using PaperBot.Handlers.Questions.Uploads;
using PaperBot.Handlers.Readers;
using PaperBot.Handlers.Routing;
using PaperBot.Handlers.Routing.Accepted;
using PaperBot.Handlers.Status;

namespace PaperBot.Handlers;

/// <summary>Puts the router and every command into a bot.</summary>
public static class HandlersServices
{
    /// <summary>The router and the commands.</summary>
    public static IServiceCollection AddHandlers(this IServiceCollection services)
    {
        services.AddRouting();
        services.AddPapers();
        services.AddBlogs();
        services.AddCalculate();
        services.AddGenerating();
        services.AddFaq();
        services.AddPages();
        services.AddAsking();
        services.AddUploads();
        services.AddTranslate();
        services.AddDigests();
        services.AddHelp();
        services.AddNotices();
        services.AddPreferences();
        services.AddPrivacy();
        services.AddReaders();
        services.AddStatus();
        return services;
    }

    /// <summary>Only in a process that serves: plans and posts digests.</summary>
    public static IServiceCollection AddDigestDelivery(this IServiceCollection services)
    {
        services.AddHostedService<DigestJob>();
        return services;
    }

    /// <summary>Only in a process that serves: keeps accepted requests and answers those that a dead process left.</summary>
    public static IServiceCollection AddRequestResumption(this IServiceCollection services)
    {
        services.AddSingleton<LateAnswers>();
        services.AddHostedService<RequestKeeper>();
        services.AddHostedService<RequestResumer>();
        return services;
    }
}
