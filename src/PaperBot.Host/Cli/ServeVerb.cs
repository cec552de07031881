using Microsoft.Extensions.Options;
using PaperBot.Core.Health;
using PaperBot.Core.Outcomes;
using PaperBot.Core.Papers;
using PaperBot.Handlers;
using PaperBot.Platforms.Discord;
using PaperBot.Platforms.Web;
using PaperBot.Platforms.WeChat;
using PaperBot.Upstreams.Blogs;

namespace PaperBot.Host.Cli;

/// <summary>The bot at work: the page, the resumption of what a dead process left, the background jobs.</summary>
internal static class ServeVerb
{
    // Longer than requests and queues drain for, so that the host cuts neither off.
    private static readonly TimeSpan Shutdown = TimeSpan.FromMinutes(1);

    public static async Task<int> RunAsync(CliArguments arguments, Terminal terminal, CancellationToken ct)
    {
        await using var app = Build(arguments);
        // Before the host begins: what cannot work is told in one sentence instead of being logged.
        app.Services.GetRequiredService<IStartupValidator>().Validate();
        var storage = await app.Services.GetRequiredService<IStorageStatus>().ReadAsync(ct);
        if (!storage.IsOk)
            throw new StorageException(storage.Error);
        if (arguments.Samples)
            await app.Services.GetRequiredService<ISampleLibrary>().LoadAsync(ct);
        await app.StartAsync(ct);
        BotLogging.HostHasStarted();
        await terminal.Out.WriteLineAsync($"PaperBot {Verbs.ProgramVersion} listens at {string.Join(", ", app.Urls)}");
        await using var stop = ct.Register(app.Lifetime.StopApplication);
        await app.WaitForShutdownAsync(CancellationToken.None);
        return ExitStatus.Ok;
    }

    /// <param name="arguments">The command line.</param>
    /// <param name="more">What a test adds.</param>
    public static WebApplication Build(CliArguments arguments, Action<IServiceCollection>? more = null)
    {
        var builder = WebApplication.CreateSlimBuilder(
            new WebApplicationOptions { ContentRootPath = AppContext.BaseDirectory }
        );
        builder.Configuration.Sources.Clear();
        BotConfiguration.Add(builder.Configuration, arguments);
        BotLogging.Configure(builder.Logging, builder.Configuration, toStandardError: false);
        builder.Services.Configure<HostOptions>(options => options.ShutdownTimeout = Shutdown);
        builder.Services.AddBot();
        builder.Services.AddRequestResumption();
        builder.Services.AddBlogReading();
        builder.Services.AddDigestDelivery();
        builder.Services.AddHealthChecks();
        builder.Services.AddWebChat();
        builder.Services.AddDiscord(builder.Configuration);
        builder.Services.AddWeChat(builder.Configuration);
        more?.Invoke(builder.Services);
        var app = builder.Build();
        app.MapWebChat();
        app.MapWeChat();
        app.MapHealthChecks("/healthz");
        return app;
    }
}
