using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using PaperBot.Core.Papers;

namespace PaperBot.Handlers.Questions.Pages;

/// <summary>What stands on the pages of papers, and the link to them below long replies.</summary>
internal static class PagesServices
{
    public static void AddPages(this IServiceCollection services)
    {
        services.TryAddSingleton<IPaperPages, NoPaperPages>();
        services.AddSingleton<IPaperPageSource, PaperPageSource>();
        services.AddSingleton<LongReplies>();
    }
}
