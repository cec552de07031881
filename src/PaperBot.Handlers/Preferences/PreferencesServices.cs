using Microsoft.Extensions.DependencyInjection;
using PaperBot.Core.Commands;
using PaperBot.Handlers.Routing;

namespace PaperBot.Handlers.Preferences;

internal static class PreferencesServices
{
    public static void AddPreferences(this IServiceCollection services)
    {
        services.AddSingleton<PreferenceEditor>();
        services.AddSingleton<RulesEditor>();
        services.AddSingleton<ZoneQuestion>();
        services.AddSingleton<ISuggestionSource, ZoneSuggestions>();
        services.AddCommand<MeHandler>();
        services.AddCommand<SettingsHandler>();
    }
}
