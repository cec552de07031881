using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Logging;
using PaperBot.Core.Commands;
using PaperBot.Core.Delivery;
using PaperBot.Core.Identity;
using PaperBot.Discord;
using PaperBot.Markdown.Discord;
using PaperBot.Platforms.Answering;
using PaperBot.Platforms.Discord.Connection;
using PaperBot.Platforms.Discord.Interactions;
using PaperBot.Platforms.Discord.Messages;
using PaperBot.Platforms.Discord.Owners;
using PaperBot.Platforms.Discord.Posting;
using PaperBot.Platforms.Discord.Registration;
using PaperBot.Platforms.Discord.Rendering;
using PaperBot.Platforms.Progress;

namespace PaperBot.Platforms.Discord;

/// <summary>Discord, for the host to add. Without a token nothing of it is there but its settings.</summary>
public static class DiscordServices
{
    private const int LargestFile = 64 << 20;

    /// <summary>Adds the platform. It needs what the web chat needs, and the web chat itself.</summary>
    public static IServiceCollection AddDiscord(this IServiceCollection services, IConfiguration configuration)
    {
        ArgumentNullException.ThrowIfNull(services);
        ArgumentNullException.ThrowIfNull(configuration);
        services
            .AddOptionsWithValidateOnStart<DiscordSettings, DiscordSettingsValidator>()
            .BindConfiguration(DiscordSettings.Section);
        var settings = configuration.GetSection(DiscordSettings.Section).Get<DiscordSettings>() ?? new();
        if (string.IsNullOrWhiteSpace(settings.Token))
            return services;
        if (settings.Guilds.Count + settings.Users.Count > 0)
            services.AddSingleton(Audience(settings));
        AddConnection(services);
        AddInteractions(services);
        services.AddSingleton<DiscordDialect>();
        services.AddSingleton<FormulaDrawer>();
        services.AddSingleton<PageCutter>();
        services.AddSingleton<PageBuilder>();
        services.AddSingleton<PageStore>();
        services.AddSingleton<DiscordRenderer>();
        services.AddSingleton<StandingPosts>();
        services.AddSingleton<DiscordPoster>();
        services.AddSingleton<IOutbox, DiscordOutbox>();
        services.TryAddSingleton<ProgressWords>();
        services.AddSingleton<ProgressPages>();
        services.AddSingleton<Hints>();
        services.AddSingleton<ConversationThreads>();
        return services;
    }

    private static void AddConnection(IServiceCollection services)
    {
        services.TryAddSingleton(provider => new DiscordSeams
        {
            Time = provider.GetRequiredService<TimeProvider>(),
            Loggers = provider.GetRequiredService<ILoggerFactory>(),
        });
        services.AddSingleton<DiscordLink>();
        services.AddSingleton<CommandWords>();
        services.AddSingleton<OptionDrafts>();
        services.AddSingleton<MenuCommands>();
        services.AddSingleton<CommandDrafts>();
        services.AddSingleton<CommandRegistrar>();
        // Begun before the gateway and so ended after it: what an event began may finish.
        services.AddSingleton<DiscordWork>();
        services.AddHostedService(provider => provider.GetRequiredService<DiscordWork>());
        services.AddHostedService<DiscordService>();
    }

    private static void AddInteractions(IServiceCollection services)
    {
        services
            .AddHttpClient(AttachedFiles.Client, client => client.MaxResponseContentBufferSize = LargestFile)
            .RemoveAllLoggers();
        services.AddSingleton<CustomIds>();
        services.AddSingleton<CommandText>();
        services.AddSingleton<AttachedFiles>();
        services.AddSingleton<Asides>();
        services.AddSingleton<InteractionRunner>();
        services.AddSingleton<Forms>();
        services.AddSingleton<Presses>();
        // In this order each event is looked at: what others rely on is learned first.
        services.AddSingleton<ChannelBook>();
        services.AddSingleton<ClosedDoors>();
        services.AddSingleton<IDiscordListener>(provider => provider.GetRequiredService<ChannelBook>());
        services.AddSingleton<IDiscordListener>(provider => provider.GetRequiredService<ClosedDoors>());
        services.AddSingleton<IDiscordListener, InteractionListener>();
        services.AddSingleton<IDiscordListener, MessageListener>();
        services.AddOwnerNotices();
    }

    private static CostlyAudience Audience(DiscordSettings settings) =>
        new(
            DiscordIds.Platform,
            [.. settings.Guilds.Select(id => new PlaceId(DiscordIds.Platform, id))],
            [.. settings.Users.Select(id => new PersonId(DiscordIds.Platform, id))]
        );
}
