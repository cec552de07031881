using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Options;
using PaperBot.Core.Delivery;
using PaperBot.Markdown.Plain;
using PaperBot.Platforms.Progress;
using PaperBot.Platforms.WeChat.Official;

namespace PaperBot.Platforms.WeChat;

/// <summary>WeChat's doors, for the host to add. Without a token they stay shut.</summary>
public static class WeChatServices
{
    /// <summary>Adds the doors. They need what the web chat needs.</summary>
    public static IServiceCollection AddWeChat(this IServiceCollection services)
    {
        ArgumentNullException.ThrowIfNull(services);
        services
            .AddOptionsWithValidateOnStart<OfficialOptions, OfficialOptionsValidator>()
            .BindConfiguration(OfficialOptions.Section);
        services.AddSingleton<ChatTextDialect>();
        services.TryAddSingleton<ProgressWords>();
        services.AddSingleton<CallbackDoor>();
        services.AddSingleton<ExchangeTable>();
        services.AddSingleton<WaitingAnswers>();
        services.AddSingleton<HandOver>();
        services.AddSingleton<OfficialWriter>();
        services.AddSingleton<OfficialWords>();
        services.AddSingleton<OfficialTalk>();
        services.AddHostedService(provider => provider.GetRequiredService<OfficialTalk>());
        services.AddSingleton<OfficialEndpoint>();
        services.AddSingleton<IOutbox, OfficialOutbox>();
        return services;
    }

    /// <summary>Opens the doors that the configuration names, on the public listener.</summary>
    public static WebApplication MapWeChat(this WebApplication app)
    {
        ArgumentNullException.ThrowIfNull(app);
        if (app.Services.GetRequiredService<IOptions<OfficialOptions>>().Value.IsOn)
            OfficialEndpoint.Map(app);
        return app;
    }
}
