using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using PaperBot.Core.Health;
using PaperBot.Platforms.Web;
using PaperBot.Platforms.WeChat.Official;
using PaperBot.Platforms.WeChat.Robot;
using PaperBot.Platforms.WeChat.WeCom;
using PaperBot.Platforms.WeChat.WeCom.Connection;

namespace PaperBot.Platforms.WeChat.Owners;

/// <summary>What owners hear of WeChat.</summary>
public static class WeChatHealth
{
    /// <summary>What <c>doctor</c> says of WeChat; it needs no connection of the bot's.</summary>
    public static IServiceCollection AddWeChatHealth(this IServiceCollection services)
    {
        ArgumentNullException.ThrowIfNull(services);
        services.AddOptions<PublicOptions>().BindConfiguration(PublicOptions.Section);
        services
            .AddOptionsWithValidateOnStart<OfficialOptions, OfficialOptionsValidator>()
            .BindConfiguration(OfficialOptions.Section);
        services
            .AddOptionsWithValidateOnStart<WeComOptions, WeComOptionsValidator>()
            .BindConfiguration(WeComOptions.Section);
        services
            .AddOptionsWithValidateOnStart<RobotOptions, RobotOptionsValidator>()
            .BindConfiguration(RobotOptions.Section);
        services.AddHttpClient(OfficialTokens.Client).RemoveAllLoggers();
        services.TryAddSingleton<OfficialTokens>();
        services.TryAddSingleton<IWeComDialer, WeComDialer>();
        services.AddSingleton<AccountCheck>();
        services.AddSingleton<IHealthCheck, WeChatHealthCheck>();
        return services;
    }
}
