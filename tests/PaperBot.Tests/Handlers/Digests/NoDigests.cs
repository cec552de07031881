using Microsoft.Extensions.DependencyInjection;
using NSubstitute;
using PaperBot.Core.Digests;
using PaperBot.Core.Papers;
using PaperBot.Core.Readers;
using PaperBot.Testing.Papers;
using PaperBot.Testing.Readers;

namespace PaperBot.Tests.Handlers.Digests;

/// <summary>A bot to which nobody has subscribed, for tests of other commands.</summary>
internal static class NoDigests
{
    public static IServiceCollection AddNoDigests(this IServiceCollection services)
    {
        services.AddSingleton(Substitute.For<ISubscriptionStore>());
        services.AddSingleton(Substitute.For<IDigestDeliveryStore>());
        services.AddSingleton(Substitute.For<IAnnouncementCalendar>());
        services.AddSingleton<IAnnouncementReview, NoReview>();
        services.AddSingleton<IPaperUseStore, NoPaperUses>();
        services.AddSingleton(Substitute.For<ISavedPaperStore>());
        return services;
    }
}
