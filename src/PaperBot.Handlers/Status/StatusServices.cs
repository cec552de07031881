using Microsoft.Extensions.DependencyInjection;
using PaperBot.Handlers.Routing;

namespace PaperBot.Handlers.Status;

internal static class StatusServices
{
    public static void AddStatus(this IServiceCollection services)
    {
        services.AddSingleton<QueueLines>();
        services.AddCommand<StatusHandler>();
        services.AddCommand<UsageHandler>();
        services.AddCommand<AboutHandler>();
    }
}
