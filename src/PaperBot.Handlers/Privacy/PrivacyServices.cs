using Microsoft.Extensions.DependencyInjection;
using PaperBot.Handlers.Routing;

namespace PaperBot.Handlers.Privacy;

internal static class PrivacyServices
{
    public static void AddPrivacy(this IServiceCollection services)
    {
        services.AddSingleton<KeptData>();
        services.AddCommand<PrivacyHandler>();
        services.AddCommand<EraseHandler>();
    }
}
