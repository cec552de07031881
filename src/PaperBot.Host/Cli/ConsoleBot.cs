using Microsoft.Extensions.Options;
using PaperBot.Core.Papers;
using PaperBot.Platforms.Discord.Owners;
using PaperBot.Platforms.WeChat.Owners;

namespace PaperBot.Host.Cli;

/// <summary>The bot without a web server and without background work, for one-shot verbs.</summary>
internal sealed class ConsoleBot : IAsyncDisposable
{
    private readonly ServiceProvider _services;

    private ConsoleBot(ServiceProvider services) => _services = services;

    public IServiceProvider Services => _services;

    /// <exception cref="OptionsValidationException">The configuration is wrong.</exception>
    public static async Task<ConsoleBot> StartAsync(CliArguments arguments, CancellationToken ct)
    {
        var configuration = BotConfiguration.Build(arguments);
        var services = new ServiceCollection();
        services.AddSingleton<IConfiguration>(configuration);
        services.AddLogging(logging => BotLogging.Configure(logging, configuration, toStandardError: true));
        services.AddMetrics();
        services.AddBot();
        services.AddDiscordHealth();
        services.AddWeChatHealth();
        var bot = new ConsoleBot(services.BuildServiceProvider());
        bot.Services.GetRequiredService<IStartupValidator>().Validate();
        if (arguments.Samples)
            await bot.Services.GetRequiredService<ISampleLibrary>().LoadAsync(ct);
        return bot;
    }

    public ValueTask DisposeAsync() => _services.DisposeAsync();
}
