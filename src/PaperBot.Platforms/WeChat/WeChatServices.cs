using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Options;
using PaperBot.Core.Delivery;
using PaperBot.Markdown.Plain;
using PaperBot.Markdown.WeCom;
using PaperBot.Platforms.Answering;
using PaperBot.Platforms.Progress;
using PaperBot.Platforms.WeChat.Official;
using PaperBot.Platforms.WeChat.Robot;
using PaperBot.Platforms.WeChat.WeCom;

namespace PaperBot.Platforms.WeChat;

/// <summary>WeChat's doors, for the host to add. Each stays shut until it is configured.</summary>
public static class WeChatServices
{
    private const int LargestAnswer = 1 << 20;

    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(15);

    /// <summary>Adds the doors. They need what the web chat needs.</summary>
    public static IServiceCollection AddWeChat(this IServiceCollection services, IConfiguration configuration)
    {
        ArgumentNullException.ThrowIfNull(services);
        ArgumentNullException.ThrowIfNull(configuration);
        services
            .AddOptionsWithValidateOnStart<OfficialOptions, OfficialOptionsValidator>()
            .BindConfiguration(OfficialOptions.Section);
        services
            .AddHttpClient(
                OfficialTokens.Client,
                client =>
                {
                    client.Timeout = Patience;
                    client.MaxResponseContentBufferSize = LargestAnswer;
                }
            )
            .RemoveAllLoggers();
        services.TryAddSingleton<FormulaDrawer>();
        services.AddSingleton<WeChatNotices>();
        services.AddHostedService<WeChatNoticeService>();
        services.AddSingleton<OfficialTokens>();
        services.AddSingleton<OfficialClient>();
        services.AddSingleton<CustomPush>();
        services.AddSingleton<OfficialWork>();
        services.AddHostedService(provider => provider.GetRequiredService<OfficialWork>());
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
        services.AddSingleton<IPlaceRights, OfficialRights>();
        services.TryAddSingleton<WeComDialect>();
        services.AddWeCom(configuration);
        AddRobot(services, configuration);
        return services;
    }

    private static void AddRobot(IServiceCollection services, IConfiguration configuration)
    {
        services
            .AddOptionsWithValidateOnStart<RobotOptions, RobotOptionsValidator>()
            .BindConfiguration(RobotOptions.Section);
        if (string.IsNullOrEmpty(configuration[RobotOptions.Section + ":Url"]))
            return;
        services.AddHttpClient(RobotOutbox.Client, client => client.Timeout = Patience).RemoveAllLoggers();
        services.AddSingleton<RobotWriter>();
        services.AddSingleton<IOutbox, RobotOutbox>();
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
