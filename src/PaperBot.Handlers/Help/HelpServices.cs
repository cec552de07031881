using Microsoft.Extensions.DependencyInjection;
using PaperBot.Core.Commands;
using PaperBot.Handlers.Routing;

namespace PaperBot.Handlers.Help;

internal static class HelpServices
{
    public static void AddHelp(this IServiceCollection services)
    {
        services.AddSingleton<HelpTasks>();
        services.AddSingleton<HelpList>();
        services.AddSingleton<HelpPage>();
        services.AddSingleton<ISuggestionSource, HelpSuggestions>();
        services.AddCommand<HelpHandler>();
    }
}
