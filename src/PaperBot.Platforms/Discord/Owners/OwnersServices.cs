using Microsoft.Extensions.DependencyInjection;
using PaperBot.Core.Delivery;
using PaperBot.Core.Health;
using PaperBot.Core.Texts;
using PaperBot.Platforms.Discord.Connection;
using PaperBot.Platforms.Discord.Posting;

namespace PaperBot.Platforms.Discord.Owners;

/// <summary>What owners and moderators hear of.</summary>
public static class OwnersServices
{
    /// <summary>What <c>doctor</c> says of Discord; it needs no connection of the bot's.</summary>
    public static IServiceCollection AddDiscordHealth(this IServiceCollection services)
    {
        ArgumentNullException.ThrowIfNull(services);
        services
            .AddOptionsWithValidateOnStart<DiscordSettings, DiscordSettingsValidator>()
            .BindConfiguration(DiscordSettings.Section);
        services.AddSingleton(new TextSource(typeof(OwnersServices).Assembly));
        services.AddSingleton<IHealthCheck, DiscordHealthCheck>();
        return services;
    }

    /// <summary>What listens to the gateway, and the ports by which owners are found and told.</summary>
    internal static void AddOwnerNotices(this IServiceCollection services)
    {
        services.AddSingleton<Greeting>();
        services.AddSingleton<IDiscordListener, GuildGreeter>();
        services.AddSingleton<IDiscordListener, InvitationNotice>();
        services.AddSingleton<IPlaceOwners, DiscordPlaceOwners>();
        services.AddSingleton<IPlaceRights, DiscordPlaceRights>();
        services.AddHostedService<DoorNotices>();
    }
}
