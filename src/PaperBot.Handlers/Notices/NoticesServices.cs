using Microsoft.Extensions.DependencyInjection;
using PaperBot.Core.Delivery;

namespace PaperBot.Handlers.Notices;

/// <summary>Notices to those who are responsible for a place.</summary>
internal static class NoticesServices
{
    public static void AddNotices(this IServiceCollection services) =>
        services.AddSingleton<IOwnerNotices, OwnerNotices>();
}
