using Microsoft.Extensions.DependencyInjection;
using PaperBot.Core.Papers;

namespace PaperBot.Handlers.Questions.Pages;

/// <summary>What stands on the pages of papers.</summary>
internal static class PagesServices
{
    public static void AddPages(this IServiceCollection services)
    {
        services.AddSingleton<IPaperPageSource, PaperPageSource>();
    }
}
