using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using PaperBot.Core.Delivery;
using PaperBot.Platforms.Answering;
using PaperBot.Platforms.WeChat.WeCom.Connection;
using PaperBot.Platforms.WeChat.WeCom.Messages;
using PaperBot.Platforms.WeChat.WeCom.Posting;
using PaperBot.Platforms.WeChat.WeCom.Rendering;

namespace PaperBot.Platforms.WeChat.WeCom;

/// <summary>The door of a WeCom AI bot. Without a bot id nothing of it is there but its settings.</summary>
internal static class WeComServices
{
    public static void AddWeCom(this IServiceCollection services, IConfiguration configuration)
    {
        services
            .AddOptionsWithValidateOnStart<WeComOptions, WeComOptionsValidator>()
            .BindConfiguration(WeComOptions.Section);
        if (string.IsNullOrEmpty(configuration[WeComOptions.Section + ":BotId"]))
            return;
        services
            .AddHttpClient(SentFiles.Client, client => client.MaxResponseContentBufferSize = SentFiles.LargestFile + 32)
            .RemoveAllLoggers();
        services.TryAddSingleton(_ => new WeComSeams(new WeComDialer(), new Random(Guid.NewGuid().GetHashCode())));
        services.TryAddSingleton<FormulaDrawer>();
        services.AddSingleton<WeComLink>();
        services.AddSingleton<ButtonCards>();
        services.AddSingleton<WeComWriter>();
        services.AddSingleton<ChatBudget>();
        services.AddSingleton<WeComUpload>();
        services.AddSingleton<WeComPoster>();
        services.AddSingleton<IOutbox, WeComOutbox>();
        services.AddSingleton<IPlaceOwners, WeComOwners>();
        services.AddSingleton<SentFiles>();
        services.AddSingleton<WeComWords>();
        services.AddSingleton<IWeComListener, WeComTalk>();
        // Ended in the opposite order: what a message began may finish while the connection still stands.
        services.AddHostedService<WeComService>();
        services.AddSingleton<WeComWork>();
        services.AddHostedService(provider => provider.GetRequiredService<WeComWork>());
    }
}
